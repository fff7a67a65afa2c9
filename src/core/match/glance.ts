/** Quick looks that reject most text before it is read properly. */
import { walk } from './automaton.ts';
import { folding, IGNORABLE, SEPARATOR } from './fold.ts';
import { PAIR_ENDS, pairSlot, tripleSlot } from './layout.ts';
import type { Lexicon } from './types.ts';

/** False if the letters at `i` begin no name: by the first, then the first two, then the first three. */
export function mayBegin(text: string, i: number, to: number, { codes, first, gate }: Lexicon): boolean {
  const a = codes[text.charCodeAt(i)] ?? 0;
  if (!first[a]) return false;
  const second = text.charCodeAt(i + 1);
  const third = text.charCodeAt(i + 2);
  const { kind: kinds } = folding();
  // A name may go on behind what is ignorable or a line break: only the walk can tell.
  if (i + 2 >= to || second < 32 || third < 32 || kinds[second] === IGNORABLE || kinds[third] === IGNORABLE) return true;
  const b = codes[second] ?? 0;
  const pair = gate[pairSlot(a, b)] ?? 0;
  return pair !== 0 && ((pair & PAIR_ENDS) !== 0 || gate[tripleSlot(a, b, codes[third] ?? 0)] === 1);
}

/**
 * False if no alias can stand in the text, even if what was taken for one text is several, joined without a space
 * ("SerbiaBelgrade" from two table cells). Inside a word a name is looked for at every letter but small ASCII ones.
 * True says nothing yet: edges, case and context are not looked at.
 */
export function mayName(text: string, lexicon: Lexicon): boolean {
  const { kind: kinds } = folding();
  const to = text.length;
  let inside = false;
  let found = false;
  const sink = (): void => {
    found = true;
  };
  for (let i = 0; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (inside && unit > 96 && unit < 123) continue;
    const kind = kinds[unit] ?? 0;
    if (kind === IGNORABLE) continue;
    inside = kind !== SEPARATOR;
    if (!inside || !mayBegin(text, i, to, lexicon)) continue;
    walk({ lexicon, text, start: i, to, kinds }, sink);
    if (found) return true;
  }
  return false;
}
