/** "Report an error": what is sent is the claim's id and the pack's version, nothing else. */
import type { Pack } from './model.ts';

/** `link`: open this address. `copy`: the pack gives no contact, the reader copies the text and sends it as they like. */
export type Report =
  | { readonly type: 'link'; readonly href: string; readonly text: string }
  | { readonly type: 'copy'; readonly text: string };

/**
 * The report for one claim. A `mailto:` contact gets subject and body, an `https:` one the query parameters `claim`,
 * `pack` and `version`; a contact of another kind counts as none.
 */
export function errorReport(claimId: string, pack: Pick<Pack, 'id' | 'version' | 'contact'>): Report {
  const text = `Error in claim ${claimId}, pack ${pack.id} ${pack.version}`;
  if (/^mailto:/i.test(pack.contact)) {
    const body = `${text}\n\n`;
    return { type: 'link', href: withQuery(pack.contact, { subject: text, body }), text };
  }
  if (/^https:/i.test(pack.contact)) {
    return {
      type: 'link',
      href: withQuery(pack.contact, { claim: claimId, pack: pack.id, version: pack.version }),
      text,
    };
  }
  return { type: 'copy', text };
}

function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const [before = '', fragment] = address.split('#', 2);
  const added = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const joined = `${before}${before.includes('?') ? '&' : '?'}${added.join('&')}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
