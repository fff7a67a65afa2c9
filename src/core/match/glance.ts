/** Quick looks that reject most text before it is read properly. */
import { beginWalks, walk } from './automaton.ts';
import { hasCapitals } from './boundary.ts';
import { folding, IGNORABLE, SEPARATOR } from './fold.ts';
import { ANY_CODE, BEGINNING_BITS, hashFour, hashPair, JOINT_CODE, NOBODY, SENSE_BYTES, VAIN_SLOTS } from './layout.ts';
import type { Lexicon } from './types.ts';

/** What `units` knows of a unit; above these bits stands its code. */
const KNOWN = 1;
const MAY_BEGIN = 2;
/** A small letter of a script that has capitals: only names that may be written small begin with it. */
const SMALL = 4;
const BETWEEN_WORDS = 8;
const PASSED_OVER = 16;
/** A name may go on behind it, or behind a line break: only the walk can tell. */
const UNSURE = 32;
const CODE_SHIFT = 8;
const VAIN_SHIFT = 32 - Math.log2(VAIN_SLOTS);

/** Looked up once for each unit of the script: the tables behind it are many and far apart. */
function learn(unit: number, { units, codes, first }: Lexicon): number {
  const char = String.fromCharCode(unit);
  const { fold, kind } = folding(char);
  const code = codes[fold[unit] ?? 0] ?? 0;
  let known = KNOWN | (code << CODE_SHIFT);
  if (first[code]) known |= MAY_BEGIN;
  if (char !== char.toUpperCase() && char === char.toLowerCase()) known |= SMALL;
  if (kind[unit] === SEPARATOR) known |= BETWEEN_WORDS;
  if (kind[unit] === IGNORABLE) known |= PASSED_OVER | UNSURE;
  if (unit < 32) known |= UNSURE;
  units[unit] = known;
  return known;
}

/** False if the letters at `i` begin no name: by the first two, of a word in small letters the first four. */
export function mayBegin(text: string, i: number, to: number, lexicon: Lexicon): boolean {
  const { units } = lexicon;
  const unit = text.charCodeAt(i);
  const one = units[unit] || learn(unit, lexicon);
  if (!(one & MAY_BEGIN)) return false;
  if (i + 2 >= to) return true;
  const second = text.charCodeAt(i + 1);
  const two = units[second] || learn(second, lexicon);
  if (two & UNSURE) return true;
  const a = one >> CODE_SHIFT;
  const b = two >> CODE_SHIFT;
  if (!hasBit(lexicon.pairs, hashPair(a, b))) return false;
  if (!(one & SMALL) || i + 3 >= to) return true;
  const third = text.charCodeAt(i + 2);
  const three = units[third] || learn(third, lexicon);
  const fourth = text.charCodeAt(i + 3);
  const four = units[fourth] || learn(fourth, lexicon);
  if ((three | four) & UNSURE) return true;
  const c = three >> CODE_SHIFT;
  const d = four >> CODE_SHIFT;
  // A run of white space counts as one letter: only the walk knows what follows it.
  if (c === JOINT_CODE && (b === JOINT_CODE || d === JOINT_CODE)) return true;
  return hasFour(lexicon.fours, hashFour(a, b, c, d)) || hasFour(lexicon.fours, hashFour(a, b, c, ANY_CODE));
}

function hasBit(bits: Uint8Array, hash: number): boolean {
  const bit = hash >>> (32 - BEGINNING_BITS);
  return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

function hasFour(bits: Uint8Array, hash: number): boolean {
  return hasBit(bits, hash) && hasBit(bits, hash << BEGINNING_BITS);
}

/** Four units from `at` on as one number above 0; 0 where one of them is not ASCII, or the text ends before. */
function fourUnits(text: string, at: number): number {
  if (at + 4 > text.length) return 0;
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  const d = text.charCodeAt(at + 3);
  return (a | b | c | d) < 128 ? (a << 21) | (b << 14) | (c << 7) | d : 0;
}

/** True if no name begins at `i`: walks there, unless the same letters were walked in vain before. */
function isVain(text: string, i: number, { vain }: Lexicon, begins: (start: number) => number): boolean {
  const four = fourUnits(text, i);
  const slot = Math.imul(four, 0x9e3779b1) >>> VAIN_SHIFT;
  if (four !== 0 && vain[slot] === four) return true;
  const reached = begins(i);
  // No more than these letters was looked at: the same beginning is walked in vain wherever it stands.
  if (reached >= 0 && reached <= i + 4) vain[slot] = four;
  return reached >= 0;
}

/** Walks in a text. Each gives -1 where a name begins, else the end of what it looked at. */
function walksIn(text: string, lexicon: Lexicon): (start: number) => number {
  const { senses } = lexicon;
  let begin = 0;
  let found = false;
  beginWalks({ lexicon, text, to: text.length }, (sense, end) => {
    const at = sense * SENSE_BYTES;
    const isSomebody = ((senses[at] ?? 0) | ((senses[at + 1] ?? 0) << 8)) !== NOBODY;
    found ||= isSomebody && hasCapitals(text.slice(begin, end), senses[at + 2] ?? 0);
  });
  return (start) => {
    begin = start;
    const reached = walk(start);
    return found ? -1 : reached;
  };
}

/**
 * Where the next alias may begin, from `from` on; -1 if none can stand there, even if what was taken for one text is
 * several, joined without a space ("SerbiaBelgrade" from two table cells). Inside a word a name is looked for at every
 * letter but small ones. A place found says nothing yet: its capitals fit, the rest is for `scan`.
 */
export function nextName(text: string, from: number, lexicon: Lexicon): number {
  const { units } = lexicon;
  const to = text.length;
  let begins: ((start: number) => number) | undefined;
  let inside = false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const known = units[unit] || learn(unit, lexicon);
    if ((inside && known & SMALL) || known & PASSED_OVER) continue;
    inside = !(known & BETWEEN_WORDS);
    if (known & MAY_BEGIN && mayBegin(text, i, to, lexicon)) {
      begins ??= walksIn(text, lexicon);
      if (!isVain(text, i, lexicon, begins)) return i;
    }
    // The rest of a word is most of all text.
    if (inside) while (i + 1 < to && (units[text.charCodeAt(i + 1)] ?? 0) & SMALL) i++;
  }
  return -1;
}
