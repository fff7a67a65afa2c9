/**
 * The exact names of a large lexicon, for the background: answers which of a page's candidates are names. The file's
 * eight numbers: names, bits of the number of buckets, then zeros. Its tables: for each bucket where it begins (4 bytes
 * each, and the end of the last); then the names by the highest bits of their hash: number doubled, plus one if
 * capitals do not matter (length bytes), length in bytes of the folded name (length bytes), its UTF-8. Length bytes: the
 * lower seven bits, least first, the highest bit set in all but the last.
 */
import { foldText } from './fold.ts';
import { EXACT_MAGIC, HEADER_BYTES, isSmall, type Opened, openFile, SEED, spread } from './large-layout.ts';
import { hashUnit, MORE } from './layout.ts';

/** Views over the bytes it was opened from. */
export interface LargeNames {
  readonly bytes: Uint8Array;
  readonly buckets: DataView;
  readonly bucketBits: number;
}

/** The names, or what is wrong with their bytes. Parses nothing, never throws. */
export function openExact(bytes: Uint8Array): Opened<LargeNames> {
  const opened = openFile(bytes, EXACT_MAGIC, 'exact names');
  if (!opened.ok) return opened;
  const [, bucketBits = 0] = opened.value;
  const length = 4 * (2 ** bucketBits + 1);
  if (bucketBits > 30 || HEADER_BYTES + length > bytes.length)
    return { ok: false, problem: 'exact names: damaged, their parts do not fit their length' };
  return {
    ok: true,
    value: { bytes, bucketBits, buckets: new DataView(bytes.buffer, bytes.byteOffset + HEADER_BYTES, length) },
  };
}

/** For each text the number of the name that it is, or -1: one batch for all candidates of a slice. */
export function confirm(texts: readonly string[], names: LargeNames): readonly number[] {
  const encoder = new TextEncoder();
  const known = new Map<string, number>();
  return texts.map((text) => {
    const answer = known.get(text) ?? nameOf(text, names, encoder);
    known.set(text, answer);
    return answer;
  });
}

function nameOf(text: string, { bytes, buckets, bucketBits }: LargeNames, encoder: TextEncoder): number {
  const folded = foldText(text);
  const wanted = encoder.encode(folded);
  const bucket = bucketOf(folded, bucketBits);
  const end = buckets.getUint32(4 * bucket + 4, true);
  for (let at = buckets.getUint32(4 * bucket, true); at < end; ) {
    const [number, afterNumber] = lengthAt(bytes, at);
    const [length, start] = lengthAt(bytes, afterNumber);
    at = start + length;
    if (length !== wanted.length || !wanted.every((byte, i) => bytes[start + i] === byte)) continue;
    return number % 2 === 0 && isSmall(text.charCodeAt(0)) ? -1 : (number - (number % 2)) / 2;
  }
  return -1;
}

/** The bucket of a folded name. */
export function bucketOf(folded: string, bucketBits: number): number {
  let hash = SEED;
  for (let i = 0; i < folded.length; i++) hash = hashUnit(hash, folded.charCodeAt(i));
  return bucketBits === 0 ? 0 : spread(hash) >>> (32 - bucketBits);
}

function lengthAt(bytes: Uint8Array, from: number): readonly [number, number] {
  let length = 0;
  for (let at = from, factor = 1; ; factor *= MORE) {
    const byte = bytes[at++] ?? 0;
    length += (byte % MORE) * factor;
    if (byte < MORE) return [length, at];
  }
}
