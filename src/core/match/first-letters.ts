/** Rejects most words by their first letters, before the tree of names is asked. */
import { folding, IGNORABLE } from './fold.ts';
import { ANY_CODE, BEGINNING_BITS, hashFour, hashPair, JOINT_CODE } from './layout.ts';
import type { Lexicon } from './types.ts';

/** What `units` knows of a unit; above these bits stands its code. */
const KNOWN = 1;
const MAY_BEGIN = 2;
/** A small letter of a script that has capitals: only names that may be written small begin with it. */
const SMALL = 4;
/** A name may go on behind it, or behind a line break: only the walk can tell. */
const UNSURE = 8;
const CODE_SHIFT = 8;

/** Looked up once for each unit of the script: the tables behind it are many and far apart. */
function learn(unit: number, { units, codes, first }: Lexicon): number {
  const char = String.fromCharCode(unit);
  const { fold, kind } = folding(char);
  const code = codes[fold[unit] ?? 0] ?? 0;
  let known = KNOWN | (code << CODE_SHIFT);
  if (first[code]) known |= MAY_BEGIN;
  if (char !== char.toUpperCase() && char === char.toLowerCase()) known |= SMALL;
  if (kind[unit] === IGNORABLE || unit < 32) known |= UNSURE;
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
