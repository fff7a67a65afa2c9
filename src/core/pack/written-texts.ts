import type { Claim } from '../model.ts';

/** Every text of a claim that we write ourselves, with its place. Titles of sources are their publishers'. */
export function writtenTexts(claim: Claim): readonly (readonly [path: string, text: string])[] {
  const at = `claims.${claim.id}`;
  const texts: [string, string | undefined][] = [
    [`${at}.summary`, claim.summary],
    [`${at}.detail`, claim.detail],
    [`${at}.caveats`, claim.caveats],
    [`${at}.pending`, claim.pending],
    [`${at}.contested.summary`, claim.contested?.summary],
    ...claim.events.map(({ what }, i): [string, string] => [`${at}.events[${i}].what`, what]),
  ];
  if ('responses' in claim) {
    texts.push(
      ...claim.responses.map(({ summary }, i): [string, string] => [`${at}.responses[${i}].summary`, summary]),
    );
  }
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
}
