/**
 * Context stems as fingerprints: for each record its hashes, sorted, their distances Rice-coded. Twenty bits a stem
 * instead of eight bytes of text; a false one is met in about one passage of a hundred and weighs as one word.
 *
 *     count of records (1), then for each: record (STEM_BYTES), number of stems (length bytes), bits of a remainder (1);
 *     then the distances of all, as bits: quotient as ones and a zero, remainder low bit first
 */
import { hashUnit, MORE, STEM_BYTES, STEM_HASH_BITS } from './layout.ts';

export interface StemTable {
  readonly records: Uint8Array;
  /** Open addressing: fingerprint plus one, 0 empty. */
  readonly keys: Int32Array;
  /** Index of the record beside each key. */
  readonly values: Uint8Array;
  readonly mask: number;
  /** A bit for each fingerprint, by its low bits: most words are rejected here. */
  readonly filter: Uint8Array;
}

const FILTER_BITS = 16;

/** The fingerprint of a folded text. */
export function fingerprint(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = hashUnit(hash, folded.charCodeAt(i));
  return hash >>> (32 - STEM_HASH_BITS);
}

/** Reads the table; of damaged bytes whatever they say, without end: the lexicon's checksum guards against them. */
export function readStems(bytes: Uint8Array): StemTable {
  const records = bytes[0] ?? 0;
  const table = new Uint8Array(records * STEM_BYTES);
  const counts: number[] = [];
  const remainders: number[] = [];
  let at = 1;
  for (let i = 0; i < records; i++) {
    table.set(bytes.subarray(at, at + STEM_BYTES), i * STEM_BYTES);
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
  const total = counts.reduce((sum, count) => sum + count, 0);
  let size = 64;
  while (size < total * 3) size *= 2;
  const keys = new Int32Array(size);
  const values = new Uint8Array(size);
  const mask = size - 1;
  const filter = new Uint8Array(1 << (FILTER_BITS - 3));
  let bit = at * 8;
  const end = bytes.length * 8;
  const nextBit = () => ((bytes[bit >> 3] ?? 0) >> (bit++ & 7)) & 1;
  for (let i = 0; i < records; i++) {
    let hash = 0;
    for (let left = counts[i] ?? 0; left > 0 && bit < end; left--) {
      let high = 0;
      while (bit < end && nextBit()) high++;
      let low = 0;
      const bits = remainders[i] ?? 0;
      for (let j = 0; j < bits; j++) low |= nextBit() << j;
      hash += (high << bits) | low;
      const low16 = hash & ((1 << FILTER_BITS) - 1);
      filter[low16 >> 3] = (filter[low16 >> 3] ?? 0) | (1 << (low16 & 7));
      let slot = hash & mask;
      while (keys[slot] && keys[slot] !== hash + 1) slot = (slot + 1) & mask;
      keys[slot] = hash + 1;
      values[slot] = i;
    }
  }
  return { records: table, keys, values, mask, filter };
}

/** Index of the record with this fingerprint, -1 if there is none. */
export function findStem(table: StemTable, hash: number): number {
  const low = hash & ((1 << FILTER_BITS) - 1);
  if (!((table.filter[low >> 3] ?? 0) & (1 << (low & 7)))) return -1;
  let slot = hash & table.mask;
  for (;;) {
    const key = table.keys[slot];
    if (!key) return -1;
    if (key === hash + 1) return table.values[slot] ?? -1;
    slot = (slot + 1) & table.mask;
  }
}
