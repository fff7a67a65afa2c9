/** Numbers that the compiler writes and the matcher reads; the bytes themselves are drawn in `codec.ts`. */

export const SENSE_BYTES = 6;
export const STEM_BYTES = 6;
/** Entity index of a name that is something else and only covers its text ("Equatorial Guinea"). */
export const NOBODY = 0xffff;

/** First flag byte of a sense: how capitals count. */
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

/** Values of an output in the trie. */
export const MORE_OUTPUTS = 0x8000;
export const STEM_OUTPUT = 0x4000;
export const ACCEPT_ENDING = 0x3fff;

/** Header byte of a node. */
export const CHAIN = 0x80;
export const JUMP = 0x40;
export const HAS_ENDINGS = 0x20;
export const HAS_OUTPUTS = 0x10;
export const WIDE = 15;

/** A code below is one byte in the trie, any other two, the first of them at least this. */
export const ONE_BYTE_CODES = 160;

export const GATE_SIZE = 1 << 15;
export const PAIR_ENDS = 1;
export const PAIR_GOES_ON = 2;

/** Slot of the first two codes of a name. */
export function pairSlot(a: number, b: number): number {
  return (a * 181 + b) & (GATE_SIZE - 1);
}

/** Slot of the first three, in the upper half. */
export function tripleSlot(a: number, b: number, c: number): number {
  return GATE_SIZE + ((a * 1021 + b * 41 + c) & (GATE_SIZE - 1));
}

/** Classes of context stems. Their order is part of the record's version. */
export const STEM_CLASSES = ['none', 'subject', 'sport', 'tourism', 'culture', 'food', 'weather', 'other', 'person', 'function', 'office', 'device'] as const;
export type StemClass = (typeof STEM_CLASSES)[number];
/** Stem flag: only as a whole word. */
export const WHOLE_WORD = 1;
