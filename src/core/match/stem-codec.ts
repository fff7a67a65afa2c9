/**
 * Context stems as fingerprints, in blocks by the beginning of the stem, so that a word of a page has a single block read:
 * some twenty bits a stem instead of eight bytes of text. A false one is met in about one passage of a hundred and weighs
 * as one word.
 *
 *     count of the bytes that say where stems begin and go on (length bytes), and those bytes: two bits for the hash of
 *     `FIRST_UNITS`, of a shorter stem or of a phrase's words;
 *     count of records (1), and those (STEM_BYTES each), frequent ones first;
 *     logarithm of the number of blocks (1), bits of the remainder of a distance (1) and of a record's number (1);
 *     bytes of each block (length bytes), the blocks by the highest bits of the hash of `FIRST_UNITS`;
 *     in a block, as bits, for each stem the distance of its fingerprint from the last and the number of its record, both
 *     Rice-coded: quotient as ones and a zero, remainder low bit first; ones fill the last byte
 *
 * A lexicon holds the words that its aliases name as evidence; a group of context words is the same with a header of
 * four numbers before it: magic, version, length of everything, checksum of what follows.
 */
import { checksum, VERSION } from './codec.ts';
import {
  FINGERPRINT_BITS,
  FINGERPRINT_FROM,
  hashUnit,
  MORE,
  STEM_BYTES,
  STEM_CLASSES,
  type StemClass,
} from './layout.ts';

export const CONTEXT_MAGIC = 0x54435043;
export const CONTEXT_HEADER_BYTES = 16;

/** What the words of one record say. */
export interface StemRecord {
  readonly kind: StemClass;
  /** 0 where it is no word of context. */
  readonly weight: number;
  readonly flags: number;
  /** Numbers of the lists of evidence that it stands in. */
  readonly lists: readonly number[];
}

/** Stems as they came: those of the lexicon, and those of a group. */
interface Part {
  readonly records: readonly StemRecord[];
  /** Two bits for each hash after which stems go on. */
  readonly beginnings: Uint8Array;
  readonly bytes: Uint8Array;
  /** Where each block begins, and where the last ends. */
  readonly starts: Uint32Array;
  /** The highest bits of a hash, shifted so far, are the number of its block. */
  readonly shift: number;
  readonly distanceBits: number;
  readonly recordBits: number;
  /** The blocks that words have asked for: each stem as its fingerprint above the number of its record. */
  readonly read: (readonly number[] | undefined)[];
}

export interface StemTable {
  readonly parts: readonly Part[];
  /** A bit for each fingerprint that was read, by its low bits: most words are rejected here. */
  readonly filter: Uint8Array;
  /** Hashes of words that are no stems and begin no phrase, as texts had them. */
  readonly dull: Int32Array;
}

export const DULL_MASK = 0x3ff;

const FILTER_MASK = (1 << 17) - 1;

/** A byte holds the number of a record. */
const RECORD_UNITS = 8;
/** More are no table of ours. */
const MOST_BLOCKS = 12;

/** The hash of a folded text, all its bits. */
export function hashOf(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = hashUnit(hash, folded.charCodeAt(i));
  return hash;
}

/** The bits of it that are kept, below those that number the blocks. */
export function fingerprint(hash: number): number {
  return (hash >>> FINGERPRINT_FROM) & ((1 << FINGERPRINT_BITS) - 1);
}

/** The stems of a context group without its header; undefined if the bytes are none or damaged. */
export function contextStems(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < CONTEXT_HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sound = [CONTEXT_MAGIC, VERSION, bytes.length, checksum(bytes)].every(
    (value, i) => view.getUint32(4 * i, true) === value,
  );
  return sound ? bytes.subarray(CONTEXT_HEADER_BYTES) : undefined;
}

/**
 * One table of all the parts, whose blocks are read when they are asked for; of damaged bytes whatever they say, without
 * end: checksums guard against them. Where a word stands in several parts, the later one says its class and the earlier
 * ones the lists it stands in.
 */
export function readStems(parts: readonly Uint8Array[]): StemTable {
  return {
    parts: parts.map(readPart),
    filter: new Uint8Array((FILTER_MASK + 1) >> 3),
    dull: new Int32Array(DULL_MASK + 1),
  };
}

function readPart(bytes: Uint8Array): Part {
  let at = 0;
  const length = () => {
    const byte = bytes[at++] ?? 0;
    return byte < MORE ? byte : (byte & (MORE - 1)) | ((bytes[at++] ?? 0) << 7);
  };
  const many = length();
  const beginnings = bytes.subarray(at, at + many);
  at += many;
  const records: StemRecord[] = [];
  for (let left = bytes[at++] ?? 0; left > 0; left--) {
    const lists = [bytes[at + 3] ?? 0, bytes[at + 4] ?? 0, bytes[at + 5] ?? 0].filter((list) => list > 0);
    records.push({
      kind: STEM_CLASSES[bytes[at] ?? 0] ?? 'none',
      weight: bytes[at + 1] ?? 0,
      flags: bytes[at + 2] ?? 0,
      lists,
    });
    at += STEM_BYTES;
  }
  const logarithm = Math.min(bytes[at++] ?? 0, MOST_BLOCKS);
  const distanceBits = Math.min(bytes[at++] ?? 0, FINGERPRINT_BITS);
  const recordBits = Math.min(bytes[at++] ?? 0, RECORD_UNITS);
  const starts = new Uint32Array((1 << logarithm) + 1);
  let from = 0;
  for (let block = 1; block < starts.length; block++) {
    from += length();
    starts[block] = from;
  }
  // Shifts count modulo 32: a single block needs two.
  const shift = 31 - logarithm;
  return { records, beginnings, bytes: bytes.subarray(at), starts, shift, distanceBits, recordBits, read: [] };
}

/** Reads the stems of a block, by their fingerprints. */
function readBlock({ bytes, starts, distanceBits, recordBits, read }: Part, block: number, filter: Uint8Array): void {
  const stems: number[] = [];
  read[block] = stems;
  const end = 8 * Math.min(starts[block + 1] ?? 0, bytes.length);
  let last = 0;
  for (let at = 8 * (starts[block] ?? 0); ; ) {
    const from = at;
    while (at < end && ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) at++;
    const next = at + 1 + distanceBits;
    if (next + recordBits >= end) return;
    last += ((at - from) << distanceBits) | bitsAt(bytes, at + 1, distanceBits);
    at = next;
    while (at < end && ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) at++;
    stems.push((last << RECORD_UNITS) | ((at - next) << recordBits) | bitsAt(bytes, at + 1, recordBits));
    at += 1 + recordBits;
    const low = last & FILTER_MASK;
    filter[low >> 3] = (filter[low >> 3] ?? 0) | (1 << (low & 7));
  }
}

/** Up to 25 bits. */
function bitsAt(bytes: Uint8Array, at: number, count: number): number {
  const byte = at >> 3;
  const four =
    (bytes[byte] ?? 0) |
    ((bytes[byte + 1] ?? 0) << 8) |
    ((bytes[byte + 2] ?? 0) << 16) |
    ((bytes[byte + 3] ?? 0) << 24);
  return (four >>> (at & 7)) & ((1 << count) - 1);
}

/** Sets the two bits of a beginning. */
export function addBeginning(bytes: Uint8Array, hash: number): void {
  for (const half of [hash & 0xffff, hash >>> 16]) {
    const at = placeOf(half, bytes);
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
  }
}

/** Of half a hash, 16 bits, which of all bits is its own. */
function placeOf(half: number, { length }: Uint8Array): number {
  return (half * length) >>> 13;
}

/** The parts in which stems may begin with first units of this hash, a bit for each, made ready for `findStem`; mostly 0. */
export function beginsIn(table: StemTable, hash: number): number {
  const among = goesOn(table, hash);
  if (among === 0) return 0;
  const { parts, filter } = table;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (!part || !(among & (1 << i))) continue;
    const block = (hash >>> 1) >>> part.shift;
    if (!part.read[block]) readBlock(part, block, filter);
  }
  return among;
}

/** The parts in which phrases may go on after words of this hash, the space behind them included, a bit for each. */
export function goesOn({ parts }: StemTable, hash: number): number {
  let among = 0;
  for (let i = 0; i < parts.length; i++) {
    const beginnings = parts[i]?.beginnings;
    if (!beginnings) continue;
    const one = placeOf(hash & 0xffff, beginnings);
    if (!((beginnings[one >> 3] ?? 0) & (1 << (one & 7)))) continue;
    const two = placeOf(hash >>> 16, beginnings);
    if ((beginnings[two >> 3] ?? 0) & (1 << (two & 7))) among |= 1 << i;
  }
  return among;
}

/** The record of the stem with this hash, whose first units have the hash `first` and begin `among` these parts. */
export function findStem(
  { parts, filter }: StemTable,
  among: number,
  first: number,
  hash: number,
): StemRecord | undefined {
  const wanted = fingerprint(hash);
  const low = wanted & FILTER_MASK;
  if (!((filter[low >> 3] ?? 0) & (1 << (low & 7)))) return undefined;
  let found: StemRecord | undefined;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const stems = part && among & (1 << i) ? part.read[(first >>> 1) >>> part.shift] : undefined;
    const at = stems ? recordIn(stems, wanted) : -1;
    const record = at >= 0 ? part?.records[at] : undefined;
    if (record) found = found ? both(found, record) : record;
  }
  return found;
}

/** The number of the record beside this fingerprint, -1 if there is none. */
function recordIn(stems: readonly number[], wanted: number): number {
  let low = 0;
  let high = stems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stems[middle] ?? 0) >> RECORD_UNITS < wanted) low = middle + 1;
    else high = middle;
  }
  const stem = stems[low] ?? -1;
  return stem >> RECORD_UNITS === wanted ? stem & ((1 << RECORD_UNITS) - 1) : -1;
}

function both(before: StemRecord, now: StemRecord): StemRecord {
  return { ...(now.weight > 0 ? now : before), lists: [...before.lists, ...now.lists] };
}
