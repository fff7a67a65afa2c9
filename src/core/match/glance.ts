/** A quick look at raw text: is it worth reading properly? */
import { walk } from './automaton.ts';
import { folding, IGNORABLE, SEPARATOR } from './fold.ts';
import { PAIR_ENDS, pairSlot, STEM_OUTPUT, tripleSlot } from './layout.ts';
import type { Lexicon } from './types.ts';

/**
 * False if no alias can stand in the text, even if what was taken for one text is several, joined without a space
 * ("SerbiaBelgrade" from two table cells). Inside a word a name is looked for at every letter but small ASCII ones.
 * True says nothing yet: edges, case and context are not looked at.
 */
export function mayName(text: string, lexicon: Lexicon): boolean {
  const { kind: kinds } = folding();
  const { codes, first, gate } = lexicon;
  const to = text.length;
  let inside = false;
  let found = false;
  const sink = (output: number): void => {
    if (!(output & STEM_OUTPUT)) found = true;
  };
  for (let i = 0; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (inside && unit > 96 && unit < 123) continue;
    const kind = kinds[unit] ?? 0;
    if (kind === IGNORABLE) continue;
    inside = kind !== SEPARATOR;
    const a = codes[unit] ?? 0;
    if (!inside || !first[a]) continue;
    const second = text.charCodeAt(i + 1);
    const third = text.charCodeAt(i + 2);
    if (i + 2 < to && kinds[second] !== IGNORABLE && kinds[third] !== IGNORABLE && second > 32 && third > 32) {
      const b = codes[second] ?? 0;
      const pair = gate[pairSlot(a, b)] ?? 0;
      if (pair === 0 || (!(pair & PAIR_ENDS) && !gate[tripleSlot(a, b, codes[third] ?? 0)])) continue;
    }
    walk(lexicon, text, { start: i, to, kinds }, sink);
    if (found) return true;
  }
  return false;
}
