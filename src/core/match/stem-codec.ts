/**
 * Context stems as fingerprints: for each record its hashes, sorted, their distances Rice-coded. Some eighteen bits a
 * stem instead of eight bytes of text; a false one is met in about one passage of a hundred and weighs as one word.
 *
 *     logarithm of the bits that say where stems go on (1), and those bits, by the hash of `FIRST_UNITS` or of a phrase's words;
 *     count of records (1), then for each: record (STEM_BYTES), number of stems (length bytes), bits of a remainder (1);
 *     then the distances of all, as bits: quotient as ones and a zero, remainder low bit first
 *
 * A lexicon holds the words that its aliases name as evidence; a group of context words is the same with a header of
 * four numbers before it: magic, version, length of everything, checksum of what follows.
 */
import { checksum, VERSION } from './codec.ts';
import { hashUnit, MORE, STEM_BYTES, STEM_CLASSES, STEM_HASH_BITS, type StemClass } from './layout.ts';

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

export interface StemTable {
  readonly records: readonly StemRecord[];
  /** Open addressing: fingerprint plus one, 0 empty. */
  readonly keys: Int32Array;
  /** Index of the record beside each key. */
  readonly values: Uint16Array;
  readonly mask: number;
  /** A bit for each fingerprint, by its low bits: most words are rejected here. */
  readonly filter: Uint8Array;
  /** Two bits for each hash after which stems go on, of their first units or a phrase's words; a table for each part. */
  readonly beginnings: readonly Uint8Array[];
}

const FILTER_BITS = 17;
/** More are no table of ours. */
const MOST_STEMS = 100_000;

/** The hash of a folded text, all its bits. */
export function hashOf(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = hashUnit(hash, folded.charCodeAt(i));
  return hash;
}

/** The bits of it that are kept. */
export function fingerprint(folded: string): number {
  return hashOf(folded) >>> (32 - STEM_HASH_BITS);
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
 * One table of all the parts; of damaged bytes whatever they say, without end: checksums guard against them. Where a
 * word stands in several parts, the later one says its class and the earlier ones the lists it stands in.
 */
export function readStems(parts: readonly Uint8Array[]): StemTable {
  const records: StemRecord[] = [];
  const beginnings = parts.map((bytes) => bytes.subarray(1, 1 + beginningBytes(bytes[0] ?? 0)));
  const heads = parts.map((bytes, i) => readHead(bytes.subarray(1 + (beginnings[i]?.length ?? 0)), records));
  const total = heads.reduce((sum, { counts }) => counts.reduce((more, count) => more + count, sum), 0);
  let size = 64;
  while (size < Math.min(total, MOST_STEMS) * 3) size *= 2;
  const keys = new Int32Array(size);
  const values = new Uint16Array(size);
  const mask = size - 1;
  const filter = new Uint8Array(1 << (FILTER_BITS - 3));
  let room = size >> 1;
  for (const head of heads) {
    readHashes(head, (hash, record) => {
      if (room-- <= 0) return;
      const low = hash & ((1 << FILTER_BITS) - 1);
      filter[low >> 3] = (filter[low >> 3] ?? 0) | (1 << (low & 7));
      let slot = hash & mask;
      while (keys[slot] && keys[slot] !== hash + 1) slot = (slot + 1) & mask;
      const before = keys[slot] ? records[values[slot] ?? 0] : undefined;
      const now = records[record];
      keys[slot] = hash + 1;
      values[slot] = before && now ? records.push(both(before, now)) - 1 : record;
    });
  }
  return { records, keys, values, mask, filter, beginnings };
}

function both(before: StemRecord, now: StemRecord): StemRecord {
  const says = now.weight > 0 ? now : before;
  return {
    ...says,
    lists: [...before.lists, ...now.lists],
  };
}

/** Where the hashes of a part stand and how many of each record. */
interface Head {
  readonly bytes: Uint8Array;
  /** Index of its first record. */
  readonly from: number;
  readonly counts: readonly number[];
  readonly remainders: readonly number[];
  /** Where its bits begin. */
  readonly at: number;
}

function readHead(bytes: Uint8Array, records: StemRecord[]): Head {
  const from = records.length;
  const many = bytes[0] ?? 0;
  const counts: number[] = [];
  const remainders: number[] = [];
  let at = 1;
  for (let i = 0; i < many; i++) {
    const [kind = 0, weight = 0, flags = 0, ...lists] = bytes.subarray(at, at + STEM_BYTES);
    records.push({ kind: STEM_CLASSES[kind] ?? 'none', weight, flags, lists: lists.filter((list) => list > 0) });
    at += STEM_BYTES;
    let count = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      count |= (byte & (MORE - 1)) << shift;
      if (byte < MORE) break;
    }
    counts.push(count);
    remainders.push(bytes[at++] ?? 0);
  }
  return { bytes, from, counts, remainders, at };
}

function readHashes(
  { bytes, from, counts, remainders, at }: Head,
  visit: (hash: number, record: number) => void,
): void {
  let next = at;
  /** Bits of the last byte that are not read yet, and how many. */
  let rest = 0;
  let have = 0;
  for (let i = 0; i < counts.length; i++) {
    let hash = 0;
    const bits = remainders[i] ?? 0;
    for (let left = counts[i] ?? 0; left > 0 && next <= bytes.length; left--) {
      let high = 0;
      for (;;) {
        if (have === 0) {
          if (next >= bytes.length) break;
          rest = bytes[next++] ?? 0;
          have = 8;
        }
        const bit = rest & 1;
        rest >>= 1;
        have--;
        if (!bit) break;
        high++;
      }
      let low = 0;
      for (let got = 0; got < bits; ) {
        if (have === 0) {
          rest = bytes[next++] ?? 0;
          have = 8;
        }
        const take = Math.min(have, bits - got);
        low |= (rest & ((1 << take) - 1)) << got;
        rest >>= take;
        have -= take;
        got += take;
      }
      hash += (high << bits) | low;
      visit(hash, from + i);
    }
  }
}

function beginningBytes(logarithm: number): number {
  return 2 ** Math.min(logarithm, 16) / 8;
}

/** Sets the two bits of a beginning. */
export function addBeginning(bits: Uint8Array, hash: number): void {
  for (const part of [hash, hash >>> 16]) {
    const at = part & (bits.length * 8 - 1);
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
}

/** False where no stem goes on after this hash, of its first units or of whole words; true also for some others. */
export function goesOn({ beginnings }: StemTable, hash: number): boolean {
  for (const bits of beginnings) {
    const mask = bits.length * 8 - 1;
    const [one, two] = [hash & mask, (hash >>> 16) & mask];
    if ((bits[one >> 3] ?? 0) & (1 << (one & 7)) && (bits[two >> 3] ?? 0) & (1 << (two & 7))) return true;
  }
  return false;
}

/** The record of this fingerprint, undefined if there is none. */
export function findStem(table: StemTable, hash: number): StemRecord | undefined {
  const low = hash & ((1 << FILTER_BITS) - 1);
  if (!((table.filter[low >> 3] ?? 0) & (1 << (low & 7)))) return undefined;
  let slot = hash & table.mask;
  for (;;) {
    const key = table.keys[slot];
    if (!key) return undefined;
    if (key === hash + 1) return table.records[table.values[slot] ?? 0];
    slot = (slot + 1) & table.mask;
  }
}
