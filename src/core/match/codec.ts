/// <reference path="../base64.d.ts" />
/**
 * The bytes of a lexicon and back. Little endian; `readLexicon` makes views and two small lookup tables, it parses nothing.
 *
 *     offset  bytes  what
 *          0      4  magic "CPLX"
 *          4      4  version
 *          8      4  length of everything
 *         12      4  checksum of what follows
 *         16     32  lengths in bytes: entity ids, kinds, frequent letters, other letters, senses, beginnings, tree, stems
 *         48      …  entity ids, ASCII, a line feed between two
 *                 …  kinds, one byte an entity
 *                 …  letters of the alphabet, sorted, as distances (length bytes); frequent ones have the first codes
 *                 …  senses, `SENSE_BYTES` each; the first is no sense but a complete ending
 *                 …  beginnings of names, two filters of `BEGINNING_BYTES`: pairs of codes that begin a name, and fours
 *                    that begin one which may be written small
 *                 …  tree: a zero, first codes with their subtrees, then each set of endings after its length
 *                 …  stems as drawn in `stem-codec.ts`
 */
import { BEGINNING_BYTES, FIRST_LETTER_CODE, MORE, ONE_BYTE_CODES, SEPARATOR_UNITS } from './layout.ts';
import type { Lexicon } from './types.ts';

export const MAGIC = 0x584c5043;
export const VERSION = 7;
export const HEADER_BYTES = 48;
const SECTIONS = 8;
const CHECKED_FROM = 16;
/** The largest of 32 bits. */
const PRIME = 4_294_967_291n;
/** Firefox has no numbers above 128 kB. */
const PART_BYTES = 0x10000;

export type ReadLexicon =
  | { readonly ok: true; readonly value: Lexicon }
  | { readonly ok: false; readonly problem: string };

/** A lexicon from its bytes, or what is wrong with them. Never throws. */
export function readLexicon(bytes: Uint8Array): ReadLexicon {
  const wrong = (problem: string): ReadLexicon => ({ ok: false, problem });
  if (bytes.length < HEADER_BYTES) return wrong(`lexicon too short: ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number) => view.getUint32(at, true);
  if (u32(0) !== MAGIC) return wrong('not a lexicon');
  if (u32(4) !== VERSION) return wrong(`lexicon of version ${u32(4)}, this program reads ${VERSION}`);
  if (u32(8) !== bytes.length) return wrong(`lexicon of ${u32(8)} bytes, found ${bytes.length}`);
  if (u32(12) !== checksum(bytes)) return wrong('lexicon damaged: checksum');
  let at = HEADER_BYTES;
  const sections: Uint8Array[] = [];
  for (let i = 0; i < SECTIONS; i++) {
    const length = u32(CHECKED_FROM + 4 * i);
    sections.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length) return wrong('lexicon damaged: lengths');
  const [ids = bytes, kinds = bytes, frequent = bytes, others = bytes, senses = bytes, beginnings = bytes] = sections;
  const [trie = bytes, stems = bytes] = sections.slice(6);

  const codes = new Uint16Array(0x10000);
  SEPARATOR_UNITS.forEach((unit, i) => {
    codes[unit] = i + 1;
  });
  const many = readLetters(others, codes, readLetters(frequent, codes, FIRST_LETTER_CODE));
  const first = new Int32Array(many);
  const endings: number[] = [];
  place = readRoot(trie, first);
  while (place < trie.length) {
    const length = lengthAt(trie);
    endings.push(place);
    place += length;
  }
  const text = new TextDecoder().decode(ids);
  return {
    ok: true,
    value: {
      entityIds: text ? text.split('\n') : [],
      kinds,
      codes,
      first,
      pairs: beginnings.subarray(0, BEGINNING_BYTES),
      fours: beginnings.subarray(BEGINNING_BYTES),
      units: new Int32Array(0x10000),
      trie,
      endings: Int32Array.from(endings),
      senses,
      stems,
    },
  };
}

/** The lexicon of a stored record; `undefined` where its text is none or damaged. */
export function lexiconOf(text: string): Lexicon | undefined {
  const read = readLexicon(lexiconFromText(text));
  return read.ok ? read.value : undefined;
}

/** Where the small readers below read next. */
let place = 0;

/** Fills the table of first codes; gives the place after the root. */
function readRoot(trie: Uint8Array, first: Int32Array): number {
  const children: number[] = [];
  const lengths: number[] = [];
  place = 3;
  for (let left = (trie[1] ?? 0) | ((trie[2] ?? 0) << 8); left > 0; left--) {
    children.push(codeAt(trie));
    lengths.push(lengthAt(trie));
  }
  let at = place;
  for (let i = 0; i < children.length; i++) {
    first[children[i] ?? 0] = at;
    at += lengths[i] ?? 0;
  }
  return at;
}

function codeAt(trie: Uint8Array): number {
  const byte = trie[place++] ?? 0;
  return byte < ONE_BYTE_CODES ? byte : byte + (byte - ONE_BYTE_CODES) * 255 + (trie[place++] ?? 0);
}

function lengthAt(bytes: Uint8Array): number {
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[place++] ?? 0;
    length |= (byte & (MORE - 1)) << shift;
    if (byte < MORE) return length;
  }
}

/** Gives letters, written as distances, their codes from `code` on; gives the one after the last. */
function readLetters(bytes: Uint8Array, codes: Uint16Array, code: number): number {
  let unit = 0;
  let next = code;
  for (place = 0; place < bytes.length; next++) {
    unit = (unit + lengthAt(bytes)) & 0xffff;
    codes[unit] = next;
  }
  return next;
}

/**
 * What is left of all bytes behind the fixed part of the header, taken as one number, divided by a prime: whatever happens
 * to a single byte changes it. The browser divides; a loop of ours would run cold in every page.
 */
export function checksum(bytes: Uint8Array): number {
  let left = 0n;
  for (let at = CHECKED_FROM; at < bytes.length; at += PART_BYTES) {
    const part = bytes.subarray(at, at + PART_BYTES);
    const digits = part.toHex?.() ?? Array.from(part, (byte) => byte.toString(16).padStart(2, '0')).join('');
    left = BigInt(`0x${left.toString(16)}${digits}`) % PRIME;
  }
  return Number(left);
}

/** Bytes as base64, for a storage record. */
export function lexiconToText(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x2000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
  return btoa(binary);
}

/** Bytes from base64; of a text that is none, zero bytes, which `readLexicon` refuses. */
export function lexiconFromText(text: string): Uint8Array {
  try {
    // Both browsers have it, at no cost; Node 24 does not.
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return new Uint8Array();
  }
}
