/** Numbers that the compiler writes and the matcher reads; the bytes themselves are drawn in `codec.ts`. */

/** Record of a sense: entity (2), flags, words for, words against. */
export const SENSE_BYTES = 5;
/** Entity index of a name that is something else and only covers its text ("Equatorial Guinea"). */
export const NOBODY = 0xffff;

/** Kinds of entities, as they are written. */
export const VENDOR = 0;
export const BODY = 1;
export const PLACE = 2;
/** Added to the kind of an entity whose work is our subject: its name speaks for the passages it stands in. */
export const ON_SUBJECT = 4;

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
/** Beside `WITH_CONTEXT`, as nothing unsure introduces: also an ordinary word, of which only its own words for tell. */
export const ORDINARY = 64;
/** Also a given or family name: a capitalised neighbour makes it one. */
export const PERSON_NAME = 128;

/** Instead of a list of words for: a name in Finnish, a demonym in English ("Serbian"). */
export const IN_FINNISH = 255;

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
/** Of a stem's hash, the bits that are kept beside its block's number, and how many lie below them. */
export const FINGERPRINT_BITS = 22;
export const FINGERPRINT_FROM = 4;

/** Each of the two filters on the beginnings of names: 2 to this many bits, a bit by the highest of a hash. */
export const BEGINNING_BITS = 12;
export const BEGINNING_BYTES = 1 << (BEGINNING_BITS - 3);

/** Hash of the first two codes of a name. */
export function hashPair(a: number, b: number): number {
  return Math.imul((a << 10) | b, 0x9e3779b1);
}

/** Stands for the fourth where the name, or its stem, ends before. */
export const ANY_CODE = 0xff;

/** Hash of the first four: two bits of the filter stand for it, the second `BEGINNING_BITS` below the first. */
export function hashFour(a: number, b: number, c: number, d: number): number {
  return Math.imul((a << 24) ^ (b << 16) ^ (c << 8) ^ d, 0x9e3779b1);
}

/** Classes of context stems. Their order is part of the record's version. */
export const STEM_CLASSES = [
  'none',
  'subject',
  'sport',
  'tourism',
  'culture',
  'food',
  'nature',
  'other',
  'person',
  'function',
  'office',
  'device',
  'brand',
  'trace',
  'actor',
] as const;
export type StemClass = (typeof STEM_CLASSES)[number];
/** Record of a stem: class, weight, flags, and up to three lists of words that aliases name as evidence. */
export const STEM_BYTES = 6;
/** Stem flag: only as a whole word. */
export const WHOLE_WORD = 1;
export const LONGEST_STEM = 32;
/** The same in scripts without spaces, where every letter of a sentence is tried. */
export const LONGEST_UNSPACED = 24;
/** After so many letters most words are known to be no stem. */
export const FIRST_UNITS = 3;
