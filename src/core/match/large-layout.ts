/**
 * What the two files of a large lexicon have in common: their head, their checksum, and the hash of a name's beginning.
 *
 * A name is read in steps: a step is a word of letters, or one unit of Hangul and of scripts without spaces, together
 * with the separators before it. The hash of a beginning goes over its folded units. Little endian:
 *
 *     offset  bytes  what
 *          0      4  magic: "CPLF" the filter, "CPLE" the exact names
 *          4      4  version; to be raised with any change of `fold.ts`
 *          8      4  length of everything, a multiple of four
 *         12      4  checksum of what follows
 *         16     32  eight numbers, told in `large-filter.ts` and `large-exact.ts`
 *         48      …  tables
 */

export const FILTER_MAGIC = 0x464c5043;
export const EXACT_MAGIC = 0x454c5043;
const VERSION = 1;
export const HEADER_BYTES = 48;
const NUMBERS_AT = 16;

/** A file opened, or what is wrong with it in one sentence. */
export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** Names of more folded units are left out: the longest bounds the time spent at one place of a text. */
export const MOST_UNITS = 256;
/** Separators and ignorable units between two words of a name in a text: more is a broken layout. */
export const LONGEST_GAP = 40;
/** The gate knows names by so many of their first letters: of words, and of scripts where no space ends a word. */
export const GATE_LETTERS = 4;
export const GATE_UNSPACED = 3;

/** What the hash of a beginning starts with; where a text has a small letter, only names written so are looked for. */
export const SEED = 0;
export const SMALL_SEED = 0x5bd1e995;

/** A name ends here; longer names go on. Both are kept of beginnings of 1, 2, 4, 8 … steps, else only the first. */
export const ENDS = 1;
export const GOES_ON = 2;

// Classes of units, one byte each. The low bits say what may begin here, the high ones what that must not stand behind.
export const STARTS_LETTERS = 1;
export const STARTS_HANGUL = 2;
/** May begin behind anything; with `PASSED_OVER`, an ignorable unit. */
export const STARTS_ANYWHERE = 4;
export const PASSED_OVER = 8;
export const IN_LETTERS = 0x10;
export const IN_HANGUL = 0x20;
export const SMALL = 0x80;

/** True for a letter that has a capital form and is not it. */
export function isSmall(unit: number): boolean {
  const char = String.fromCharCode(unit);
  return char.toUpperCase() !== char && char.toLowerCase() === char;
}

/** Hash of the first letters of a name for the gate, folded; 0 where its first word has no more. */
export function gateHash(seed: number, a: number, b: number, c: number, d: number): number {
  const sum =
    Math.imul(a ^ seed, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35) + Math.imul(d, 0x27d4eb2f);
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
}

/** The word of the gate for a hash. */
export function gateWord(hash: number, words: number): number {
  return (hash >>> 17) & (words - 1);
}

/** The bits that stand for a hash in its word of the gate. */
export function gateMask(hash: number): number {
  return (1 << hash) | (1 << (hash >> 5)) | (1 << (hash >> 10));
}

/** True if names of this many steps are kept as beginnings of longer ones. */
export function isMilestone(steps: number): boolean {
  return (steps & (steps - 1)) === 0;
}

/** Spreads 32 bits over 32 bits, one to one (the finisher of MurmurHash3, Appleby 2011). */
export function spread(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The file's eight numbers, or what is wrong. Never throws. */
export function openFile(bytes: Uint8Array, magic: number, what: string): Opened<readonly number[]> {
  const wrong = (problem: string): Opened<never> => ({ ok: false, problem: `${what}: ${problem}` });
  if (bytes.length < HEADER_BYTES) return wrong(`too short, ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number) => view.getUint32(at, true);
  if (u32(0) !== magic) return wrong('not such a file');
  if (u32(4) !== VERSION) return wrong(`of version ${u32(4)}, this program reads ${VERSION}`);
  if (u32(8) !== bytes.length || bytes.length % 4 !== 0) return wrong(`of ${u32(8)} bytes, found ${bytes.length}`);
  if (u32(12) !== checksum(view)) return wrong('damaged, its checksum does not fit');
  return { ok: true, value: Array.from({ length: 8 }, (_, i) => u32(NUMBERS_AT + 4 * i)) };
}

/** A file of these numbers (eight at most) and tables. */
export function writeFile(magic: number, numbers: readonly number[], tables: readonly Uint8Array[]): Uint8Array {
  const length = tables.reduce((sum, table) => sum + table.length, HEADER_BYTES);
  const bytes = new Uint8Array((length + 3) & ~3);
  let at = HEADER_BYTES;
  for (const table of tables) {
    bytes.set(table, at);
    at += table.length;
  }
  const view = new DataView(bytes.buffer);
  [magic, VERSION, bytes.length, 0, ...numbers].forEach((number, i) => {
    view.setUint32(4 * i, number, true);
  });
  view.setUint32(12, checksum(view), true);
  return bytes;
}

/** FNV-1a over words of four bytes. */
function checksum(view: DataView): number {
  let hash = 0x811c9dc5;
  for (let at = NUMBERS_AT; at < view.byteLength; at += 4) {
    hash = Math.imul(hash ^ view.getUint32(at, true), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
