/** Writes the bytes that `large-exact.ts` draws and reads. Background and command line. */
import { bucketOf } from './large-exact.ts';
import { EXACT_MAGIC, HEADER_BYTES, writeFile } from './large-layout.ts';
import type { LargeName } from './large-writer.ts';
import { MORE } from './layout.ts';

const NAMES_A_BUCKET = 4;
/** A number below 2 ** 35, as length bytes. */
const LONGEST_NUMBER = 5;
/** UTF-8 of one unit. */
const LONGEST_UNIT = 3;

/** The exact names: of those that fold alike the first, found in small letters if one of them is so written. */
export function writeExact(names: readonly LargeName[]): Uint8Array {
  const bucketBits = Math.max(0, Math.ceil(Math.log2(names.length / NAMES_A_BUCKET)));
  const places = new Uint32Array(2 ** bucketBits + 1);
  const bucketOfName = Uint32Array.from(names, ({ folded }) => bucketOf(folded, bucketBits));
  for (const bucket of bucketOfName) places[bucket + 1] = (places[bucket + 1] ?? 0) + 1;
  for (let bucket = 1; bucket < places.length; bucket++)
    places[bucket] = (places[bucket] ?? 0) + (places[bucket - 1] ?? 0);
  const order = new Uint32Array(names.length);
  const next = places.slice();
  bucketOfName.forEach((bucket, i) => {
    const place = next[bucket] ?? 0;
    order[place] = i;
    next[bucket] = place + 1;
  });

  const room = names.reduce((sum, { folded }) => sum + 2 * LONGEST_NUMBER + LONGEST_UNIT * folded.length, 0);
  const records = new Uint8Array(room);
  const table = new DataView(new ArrayBuffer(4 * places.length));
  const start = HEADER_BYTES + table.byteLength;
  const encoder = new TextEncoder();
  let at = 0;
  for (let bucket = 0; bucket < places.length; bucket++) {
    table.setUint32(4 * bucket, start + at, true);
    const known = new Map<string, LargeName>();
    for (const i of order.subarray(places[bucket], places[bucket + 1] ?? places[bucket])) {
      const name = names[i];
      if (!name) continue;
      const same = known.get(name.folded);
      known.set(name.folded, same ? { ...same, small: same.small || name.small } : name);
    }
    for (const { index, folded, small } of known.values()) {
      const text = encoder.encode(folded);
      at = writeLength(records, at, 2 * index + (small ? 1 : 0));
      at = writeLength(records, at, text.length);
      records.set(text, at);
      at += text.length;
    }
  }
  return writeFile(EXACT_MAGIC, [names.length, bucketBits], [new Uint8Array(table.buffer), records.subarray(0, at)]);
}

function writeLength(bytes: Uint8Array, from: number, length: number): number {
  let at = from;
  let rest = length;
  while (rest >= MORE) {
    bytes[at++] = MORE + (rest % MORE);
    rest = Math.floor(rest / MORE);
  }
  bytes[at++] = rest;
  return at;
}
