/** Numbers that the compiler writes and the matcher reads; the bytes themselves are drawn in `codec.ts`. */

/** Record of a sense: entity (2), flags, words for, words against. */
export const SENSE_BYTES = 5;
/** Entity index of a name that is something else and only covers its text ("Equatorial Guinea"). */
export const NOBODY = 0xffff;

/** Flags of a sense: how capitals count. */
export const CASE_MASK = 3;
export const CASE_ANY = 0;
export const CASE_FIRST = 1;
export const CASE_EACH_WORD = 2;
export const CASE_ALL = 3;
/** Only with its accents: "Çad" is Chad, "cad" is nothing. */
export const ACCENTED = 4;
/** Only after Arabic لل, where the article has lost its alef. */
export const AFTER_LAM = 8;
export const WITH_CONTEXT = 16;
export const ABBREVIATION = 32;
/** Seeing it introduces the entity's abbreviations. */
export const INTRODUCES = 64;
/** Also a given or family name: a capitalised neighbour makes it one. */
export const PERSON_NAME = 128;

/** Output 0, no sense of its own: an ending is complete. */
export const ACCEPT_ENDING = 0;

/** Header byte of a node: a run of letters, of which one longer than `EXACT_CHAIN` bytes is kept as its hash. */
export const CHAIN = 0x80;
export const HASHED = 0x40;
export const LONGEST_CHAIN = 63;
export const EXACT_CHAIN = 3;
/** A branch; without this and `CHAIN` the node is a leaf: its output, or from `LEAF_TWO` on with a further byte, or two. */
export const BRANCH = 0x40;
export const LEAF_TWO = 0x30;
export const LEAF_THREE = 0x3f;
export const HAS_OUTPUTS = 0x20;
export const HAS_ENDINGS = 0x10;
/** Branches with this count are tables for binary search. */
export const WIDE = 15;
export const WIDE_ENTRY_BYTES = 5;
/** Another follows: in a list of outputs (two bytes each), of sets of endings (one byte), of the bytes of a length. */
export const MORE_OUTPUTS = 0x8000;
export const MORE = 0x80;

/** The first codes are separators: joint, apostrophe, full stop, comma, ampersand, slash, plus. */
export const SEPARATOR_UNITS = [0x20, 0x27, 0x2e, 0x2c, 0x26, 0x2f, 0x2b];
export const JOINT_CODE = 1;
export const FIRST_LETTER_CODE = 8;
/** A code below is one byte in the tree, any other two, the first of them at least this. */
export const ONE_BYTE_CODES = 160;

/** Hash of letters, one folded unit at a time, beginning with 0; `finish` spreads it over all bits. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15);
}

/** The last step of the hash: its `bits` bits, not negative. */
export function finishHash(hash: number, bits: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> (32 - bits);
}

export const CHAIN_HASH_BITS = 24;
export const STEM_HASH_BITS = 28;

/** The filter on the first letters of names: three tables of this size, for two, three and four codes. */
export const GATE_SIZE = 1 << 15;
/** A name or an ending may end or begin here: whatever follows, look. */
export const GATE_OPEN = 1;
/** Names go on from here: the next table knows how. */
export const GATE_ON = 2;

/** Slot of the first two codes of a name. */
export function pairSlot(a: number, b: number): number {
  return (a * 181 + b) & (GATE_SIZE - 1);
}

/** Slot of the first three. */
export function tripleSlot(a: number, b: number, c: number): number {
  return GATE_SIZE + ((a * 1021 + b * 41 + c) & (GATE_SIZE - 1));
}

/** Slot of the first four. */
export function quadSlot(a: number, b: number, c: number, d: number): number {
  return 2 * GATE_SIZE + ((a * 7351 + b * 1021 + c * 41 + d) & (GATE_SIZE - 1));
}

/** Classes of context stems. Their order is part of the record's version. */
export const STEM_CLASSES = [
  'none',
  'subject',
  'sport',
  'tourism',
  'culture',
  'food',
  'weather',
  'other',
  'person',
  'function',
  'office',
  'device',
  'brand',
] as const;
export type StemClass = (typeof STEM_CLASSES)[number];
/** Record of a stem: class, weight, flags, and up to three lists of words that aliases name as evidence. */
export const STEM_BYTES = 6;
/** Stem flag: only as a whole word. */
export const WHOLE_WORD = 1;
/** Stem flag: the beginning of a stem of several words. */
export const GOES_ON = 2;
export const LONGEST_STEM = 32;
