/** One entity as a reader sees it: what the card, the popup and the entity page draw. Pure; computed from a pack. */
import type { CategoryId } from './categories.ts';
import type { Claim, Entity, EntityId, Pack } from './model.ts';
import { STANDING_IDS, type Standing } from './standing.ts';

export interface EntityView {
  readonly entity: Pick<Entity, 'id' | 'kind' | 'name' | 'what'> & { readonly country?: string };
  /** Claims in categories that are on, most relevant first; at most the `limit` asked for. */
  readonly claims: readonly ClaimView[];
  /** How many claims there are in categories that are on. */
  readonly total: number;
  /** How many of `total` have each standing; standings without a claim are left out. */
  readonly byStanding: readonly { readonly standing: Standing; readonly count: number }[];
  /** Claims in categories that the reader switched off. */
  readonly switchedOff: number;
  readonly pack: Pick<Pack, 'id' | 'title' | 'version' | 'date' | 'contact'>;
}

export interface ClaimView {
  readonly claim: Claim;
  /** Under which heading: claims about the entity, or claims it makes. */
  readonly role: 'about' | 'by';
  /** Names of the pack's entities that the claim refers to, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** True if the page being read is itself one of the claim's sources. */
  readonly readingSource: boolean;
  /** How many separate original reports the sources rest on. */
  readonly originals: number;
}

/** A claim about more entities than this says little of each. */
const FEW = 3;

/**
 * The view of one entity, or `undefined` where the pack has no such entity.
 * Order: claims that also concern an entity in `near` (the same passage) first, then claims about it before claims by
 * it, `core` before `secondary`, those about few before those about many, then the newest. `limit` cuts the list, never the counts.
 */
export function entityView(
  pack: Pack,
  id: string,
  options: {
    readonly categories: Readonly<Record<CategoryId, boolean>>;
    readonly near?: readonly string[];
    readonly limit?: number;
    /** Address of the page being read, to say when it is itself a source. */
    readonly page?: string;
  },
): EntityView | undefined {
  const entity = pack.entities.find((candidate) => candidate.id === id);
  if (!entity) return undefined;
  const all = pack.claims.filter((claim) => concerns(claim, entity.id));
  const shown = all.filter((claim) => options.categories[claim.category]);
  const near = new Set(options.near?.filter((other) => other !== id));
  const rank = (claim: Claim): number =>
    (claim.about.concat(claim.by).some((other) => near.has(other)) ? 4 : 0) +
    (claim.about.includes(entity.id) ? 2 : 0) +
    (claim.tier === 'core' ? 1 : 0) +
    (claim.about.length <= FEW ? 0.5 : 0);
  const sorted = shown.toSorted(
    (a, b) => rank(b) - rank(a) || lastDate(b).localeCompare(lastDate(a)) || (a.id < b.id ? -1 : 1),
  );
  const names = new Map(pack.entities.map((other) => [other.id as string, other.name]));
  const page = options.page === undefined ? undefined : withoutFragment(options.page);
  return {
    entity: {
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      what: entity.what,
      ...(entity.country === undefined ? {} : { country: entity.country }),
    },
    claims: sorted.slice(0, options.limit ?? sorted.length).map((claim) => ({
      claim,
      role: claim.about.includes(entity.id) ? 'about' : 'by',
      names: namesIn(claim, names),
      readingSource: page !== undefined && claim.sources.some((source) => withoutFragment(source.url) === page),
      originals: countOriginals(claim),
    })),
    total: shown.length,
    byStanding: STANDING_IDS.map((standing) => ({
      standing,
      count: shown.filter((claim) => claim.standing === standing).length,
    })).filter(({ count }) => count > 0),
    switchedOff: all.length - shown.length,
    pack: { id: pack.id, title: pack.title, version: pack.version, date: pack.date, contact: pack.contact },
  };
}

/** True if the claim is about the entity or made by it. */
export function concerns(claim: Claim, id: EntityId): boolean {
  return claim.about.includes(id) || claim.by.includes(id);
}

/** The number of separate original reports behind a claim's sources: those that share an `origin` count once. */
export function countOriginals(claim: Pick<Claim, 'sources'>): number {
  return new Set(claim.sources.map((source) => source.origin ?? source.id)).size;
}

/** The date of the latest thing known to have happened. */
export function lastDate(claim: Pick<Claim, 'date' | 'events'>): string {
  return claim.events.reduce((latest, event) => (event.date > latest ? event.date : latest), claim.date);
}

function namesIn(claim: Claim, names: ReadonlyMap<string, string>): Record<string, string> {
  const ids = [...claim.about, ...claim.by, ...claim.says.map((party) => party.entity)];
  if ('responses' in claim) ids.push(...claim.responses.map((response) => response.by.entity));
  return Object.fromEntries(
    ids.flatMap((id) => (id !== undefined && names.has(id) ? [[id, names.get(id) ?? id]] : [])),
  );
}

function withoutFragment(address: string): string {
  return address
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .replace(/^http:/, 'https:');
}
