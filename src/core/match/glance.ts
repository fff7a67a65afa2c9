/** Quick looks that reject most text before it is read properly. */
import { beginWalks, walk } from './automaton.ts';
import { hasCapitals } from './boundary.ts';
import { type Folding, folding, IGNORABLE, SEPARATOR } from './fold.ts';
import {
  GATE_ON,
  GATE_OPEN,
  JOINT_CODE,
  ONE_BYTE_CODES,
  pairSlot,
  quadSlot,
  SENSE_BYTES,
  tripleSlot,
} from './layout.ts';
import type { Lexicon } from './types.ts';

/** False if the letters at `i` begin no name: by the first three, then the fourth. */
export function mayBegin(
  text: string,
  i: number,
  to: number,
  { codes, first, gate }: Lexicon,
  { fold, kind }: Folding,
): boolean {
  const a = codes[fold[text.charCodeAt(i)] ?? 0] ?? 0;
  if (!first[a]) return false;
  if (i + 3 >= to) return true;
  const second = text.charCodeAt(i + 1);
  // A name may go on behind what is ignorable or a line break: only the walk can tell.
  if (second < 32 || kind[second] === IGNORABLE) return true;
  const third = text.charCodeAt(i + 2);
  if (third < 32 || kind[third] === IGNORABLE) return true;
  const b = codes[fold[second] ?? 0] ?? 0;
  const c = codes[fold[third] ?? 0] ?? 0;
  // Names of two letters are in the table of three only with frequent letters, so that the slots do not fill up.
  if (a >= ONE_BYTE_CODES || b >= ONE_BYTE_CODES || c >= ONE_BYTE_CODES) {
    const pair = gate[pairSlot(a, b)] ?? 0;
    if (pair & GATE_OPEN) return true;
    if (pair === 0) return false;
  }
  // A run of white space counts as one letter: only the walk knows what follows it.
  if (c === JOINT_CODE && b === JOINT_CODE) return gate[pairSlot(a, b)] !== 0;
  const triple = gate[tripleSlot(a, b, c)];
  if (triple !== GATE_ON) return triple !== 0;
  const fourth = text.charCodeAt(i + 3);
  if (fourth < 32 || kind[fourth] === IGNORABLE) return true;
  const d = codes[fold[fourth] ?? 0] ?? 0;
  return (d === JOINT_CODE && c === JOINT_CODE) || gate[quadSlot(a, b, c, d)] !== 0;
}

/**
 * Where the next alias may begin, from `from` on; -1 if none can stand there, even if what was taken for one text is
 * several, joined without a space ("SerbiaBelgrade" from two table cells). Inside a word a name is looked for at every
 * letter but small ASCII ones. A place found says nothing yet: its capitals fit, the rest is for `scan`.
 */
export function nextName(text: string, from: number, lexicon: Lexicon): number {
  const tables = folding();
  const { kind: kinds } = tables;
  const to = text.length;
  let inside = false;
  let start = 0;
  let found = false;
  beginWalks({ lexicon, text, to }, (sense, end) => {
    found ||= hasCapitals(text.slice(start, end), lexicon.senses[sense * SENSE_BYTES + 2] ?? 0);
  });
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (inside && unit > 96 && unit < 123) continue;
    const kind = kinds[unit];
    if (kind === IGNORABLE) continue;
    inside = kind !== SEPARATOR;
    if (!inside || !mayBegin(text, i, to, lexicon, tables)) continue;
    start = i;
    walk(i);
    if (found) return i;
  }
  return -1;
}
