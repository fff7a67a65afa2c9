/** What an address of the entity page names after its #: `huawei`, `huawei/claim-id`, `huawei?with=serbia&year=2019`. */
import { CATEGORY_IDS } from './categories.ts';
import type { ClaimFilter } from './claim-filter.ts';
import { STANDING_IDS } from './standing.ts';

export interface EntityAddress {
  /** '' where the address names no entity. */
  readonly entity: string;
  readonly claim?: string;
  readonly filter: ClaimFilter;
}

/** Reads the part after the #, with or without it. What is not understood is left out; nothing throws. */
export function readEntityAddress(hash: string): EntityAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [entity = '', claim] = path.split('/', 2).map(decoded);
  const asked = new Map(
    query.split('&').map((pair) => pair.split('=', 2).map(decoded) as [string, string | undefined]),
  );
  const category = CATEGORY_IDS.find((id) => id === asked.get('category'));
  const standing = STANDING_IDS.find((id) => id === asked.get('standing'));
  const year = asked.get('year');
  const counterpart = asked.get('with');
  return {
    entity,
    ...(claim ? { claim } : {}),
    filter: {
      ...(category ? { category } : {}),
      ...(standing ? { standing } : {}),
      ...(year && /^\d{4}$/.test(year) ? { year } : {}),
      ...(counterpart ? { counterpart } : {}),
    },
  };
}

/** The address with its #, such that `readEntityAddress` gives the same back. */
export function writeEntityAddress({ entity, claim, filter }: EntityAddress): string {
  const query = Object.entries({ ...filter, counterpart: undefined, with: filter.counterpart })
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]))
    .join('&');
  const path =
    claim === undefined ? encodeURIComponent(entity) : `${encodeURIComponent(entity)}/${encodeURIComponent(claim)}`;
  return `#${path}${query === '' ? '' : `?${query}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
