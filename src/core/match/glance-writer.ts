/** Names to the bytes of a glance. Background only. */
import { checksum } from './codec.ts';
import { CLITIC, FIRST_LETTER, folding, HANGUL, IGNORABLE, SEPARATOR, UNSPACED } from './fold.ts';
import {
  ALONE,
  BEGINS,
  beginningBit,
  CODE_SHIFT,
  IN_CAPITALS,
  isLevel,
  isWhole,
  LONGEST,
  LOW_BITS,
  nameNumber,
  OPENS,
  PASSED_OVER,
  SHORT,
  STOPS,
  smallBits,
  WITH_CAPITAL,
  wholeBit,
} from './glance.ts';
import {
  bucketBits,
  FLAGS_SHIFT,
  GLANCE_MAGIC,
  GLANCE_VERSION,
  HAS_NEXT_CODE,
  HAS_OTHER_CODE,
  IS_LONG,
  NAMES_FROM,
} from './glance-codec.ts';
import { FIRST_LETTER_CODE, hashUnit, SEPARATOR_UNITS } from './layout.ts';
import { lengthBytes } from './trie-writer.ts';

/** A name still in folded letters: literal text and sets of endings in turn. */
export type Part = string | readonly string[];

/** A name and the ways in which it counts. */
export interface Written {
  readonly parts: readonly Part[];
  /** True if it counts although its first letter is small. */
  readonly small: boolean;
  /** True if it counts in capitals only. */
  readonly capitals: boolean;
}

/** Behind a stem of so many letters the endings are not looked at; where further words follow, behind so many. */
const LONG_STEM = 5;
const LONG_BEGINNING = 8;
const MOST_SPELLINGS = 64;
/** The filter has at least so many bits for each that is set in it. */
const BITS_EACH = 5;
/** Letters beyond this many share codes. */
const MOST_CODES = 1 << (16 - CODE_SHIFT);

/** The bytes of a glance at these names. */
export function encodeGlance(names: readonly Written[]): Uint8Array {
  const spelled = names.flatMap(({ parts, small, capitals }) =>
    spellingsOf(parts).map((text) => ({ text: known(text), small: small && isCased(text.charCodeAt(0)), capitals })),
  );
  const codes = new Map(SEPARATOR_UNITS.map((unit, i) => [unit, i + 1]));
  const letters = new Set(
    spelled.flatMap(({ text }) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))),
  );
  // In order: of two letters that follow each other the codes mostly do, too.
  [...letters]
    .filter((unit) => !codes.has(unit))
    .sort((a, b) => a - b)
    .forEach((unit, i) => {
      codes.set(unit, FIRST_LETTER_CODE + (i % (MOST_CODES - FIRST_LETTER_CODE)));
    });
  const codeOf = (unit: number): number => codes.get(unit) ?? 0;

  const beginnings = new Set<number>();
  const smallOnes = new Set<string>();
  /** Of each hash of a name, how it must be written. */
  const whole = new Map<number, number>();
  const short = new Set<number>();
  for (const { text, small, capitals } of spelled) {
    if (small) smallOnes.add(text.slice(0, 4));
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      hash = hashUnit(hash, codeOf(text.charCodeAt(i)));
      if (i > 0 && isLevel(i + 1)) beginnings.add(hash);
    }
    // Of two that are written otherwise the one that asks for less.
    whole.set(hash, (small ? 0 : WITH_CAPITAL | (capitals ? IN_CAPITALS : 0)) & (whole.get(hash) ?? ~0));
    if (text.length <= SHORT) short.add(hash);
  }
  const power = Math.max(3, Math.ceil(Math.log2(BITS_EACH * (beginnings.size + short.size) + 1)));
  const shift = 32 - power;
  const filter = new Uint8Array(1 << (power - 3));
  const mark = (bit: number): void => {
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  };
  for (const hash of beginnings) mark(beginningBit(hash, shift));
  for (const hash of short) mark(wholeBit(hash, shift));
  for (const text of smallOnes) {
    const [a = 0, b = 0, third, d] = Array.from(text, (char) => codeOf(char.charCodeAt(0)));
    // Behind a name of two letters any may follow.
    for (const c of third === undefined ? new Set([0, ...codes.values()]) : [third])
      for (const bit of smallBits(a, b, c, d, shift)) mark(bit);
  }
  const first = new Set(spelled.map(({ text }) => text.charCodeAt(0)));
  const firstSmall = new Set(spelled.filter(({ small }) => small).map(({ text }) => text.charCodeAt(0)));
  const alone = new Set(spelled.filter(({ text }) => text.length === 1).map(({ text }) => text.charCodeAt(0)));
  const { fold, kind } = folding();
  const values = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    if (kind[unit] === IGNORABLE) return STOPS | PASSED_OVER;
    const folded = fold[unit] ?? 0;
    let value = codeOf(folded) << CODE_SHIFT;
    const is = kind[unit] ?? 0;
    if (is === SEPARATOR || is === UNSPACED || is === HANGUL || is & CLITIC) value |= OPENS | STOPS;
    else if (value === 0) return 0;
    const small = isSmall(unit);
    if (!small) value |= STOPS;
    if ((small ? firstSmall : first).has(folded)) value |= alone.has(folded) ? BEGINS | ALONE : BEGINS;
    return value;
  });
  return sealed(nameBytes(whole), whole.size, filter, runBytes(values));
}

/** A name has few spellings, or else counts as seen where its first endings would begin. None begins between two words. */
function spellingsOf(parts: readonly Part[]): readonly string[] {
  const all = spellings(parts);
  const [stem = ''] = parts;
  const few = all.length > MOST_SPELLINGS && typeof stem === 'string' ? spellings([stem]) : [];
  return (few.length > 0 ? few : all).filter((text) => text.charCodeAt(0) >= FIRST_LETTER);
}

/** The ways in which a name may go on until it ends, or is known well enough. */
function spellings(parts: readonly Part[], begin = ''): readonly string[] {
  const [part, ...rest] = parts;
  if (part === undefined || begin.length >= LONGEST) return isFindable(begin) ? [begin.slice(0, LONGEST)] : [];
  if (typeof part === 'string') return spellings(rest, begin + part);
  if (begin.length >= (rest.length > 0 ? LONG_BEGINNING : LONG_STEM)) return isFindable(begin) ? [begin] : [];
  return [...new Set(part.flatMap((ending) => spellings(rest, begin + ending)))];
}

/** The letters that a name is known by. */
function known(text: string): string {
  let length = text.length;
  while (!isWhole(length)) length--;
  return text.slice(0, length);
}

/** A name with a mark that never stands in names ("Face#") cannot be found. */
export function isFindable(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit < FIRST_LETTER && !SEPARATOR_UNITS.includes(unit)) return false;
  }
  return name.length > 0;
}

function isCased(unit: number): boolean {
  const char = String.fromCharCode(unit);
  return char !== char.toUpperCase();
}

function isSmall(unit: number): boolean {
  const char = String.fromCharCode(unit);
  return isCased(unit) && char === char.toLowerCase();
}

/** Names by their numbers: the low bits of each, then how many are in each bucket. */
function nameBytes(whole: ReadonlyMap<number, number>): readonly number[] {
  const bits = bucketBits(whole.size);
  const numbers = [...whole].map(([hash, written]) => nameNumber(hash, bits) | written).sort((a, b) => a - b);
  const heads: boolean[] = [];
  let bucket = 0;
  for (const number of numbers) {
    for (; bucket < number >>> LOW_BITS; bucket++) heads.push(false);
    heads.push(true);
  }
  while (heads.length < numbers.length + (1 << bits)) heads.push(false);
  const headBytes = Array.from({ length: Math.ceil(heads.length / 8) }, (_, at) =>
    heads.slice(at * 8, at * 8 + 8).reduce((byte, is, bit) => byte | (Number(is) << bit), 0),
  );
  return [...numbers.flatMap((number) => [number & 255, (number >> 8) & 255]), ...headBytes];
}

/** The values of all units that have one, in runs. */
function runBytes(values: Uint16Array): readonly number[] {
  const bytes: number[] = [];
  let end = 0;
  let expected = 0;
  for (let unit = 0; unit < values.length; ) {
    const value = values[unit] ?? 0;
    let next = unit + 1;
    while (next < values.length && values[next] === value) next++;
    if (value > 0) {
      const length = next - unit;
      const code = value >> CODE_SHIFT;
      const kind = code === 0 ? 0 : code === expected ? HAS_NEXT_CODE : HAS_OTHER_CODE;
      const flags = ((value & ((1 << CODE_SHIFT) - 1)) << FLAGS_SHIFT) | kind | (length > 1 ? IS_LONG : 0);
      bytes.push(...lengthBytes(unit - end), ...lengthBytes(flags));
      if (kind === HAS_OTHER_CODE)
        bytes.push(...lengthBytes(code > expected ? (code - expected) * 2 : (expected - code) * 2 - 1));
      if (length > 1) bytes.push(...lengthBytes(length - 2));
      if (kind > 0) expected = code + 1;
      end = next;
    }
    unit = next;
  }
  return bytes;
}

function sealed(names: readonly number[], count: number, filter: Uint8Array, units: readonly number[]): Uint8Array {
  const parts = [names, filter, units];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, NAMES_FROM));
  const head = new DataView(bytes.buffer);
  [GLANCE_MAGIC, GLANCE_VERSION, bytes.length, 0, filter.length, count].forEach((value, i) => {
    head.setUint32(4 * i, value, true);
  });
  let at = NAMES_FROM;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  head.setUint32(12, checksum(bytes), true);
  return bytes;
}
