/**
 * A binary fuse filter (Graf and Lemire, 2022) that also keeps two bits for each key: three cells of one byte, far apart
 * by at most three segments, give by exclusive or the key's two bits under six bits of fingerprint. A key that was never
 * put in is taken for one in one of 85 cases.
 */
import { spread } from './large-layout.ts';

/** Where a key's cells are. */
export interface FuseShape {
  readonly seed: number;
  /** A power of two. */
  readonly segmentLength: number;
  /** Cells in which the first of a key's cells may lie. */
  readonly span: number;
}

const TWO_TO_32 = 2 ** 32;
const SECOND_HASH = 0x9e3779b9;
const FINGERPRINT = 0xfc;
const MOST_TRIES = 100;
const LONGEST_SEGMENT = 1 << 16;

/** The two bits of a key; 0 if it was not put in, or by chance 1 to 3. */
export function fuseBits(cells: Uint8Array, shape: FuseShape, key: number): number {
  const one = spread(key ^ shape.seed);
  const two = spread(one ^ SECOND_HASH);
  const first = firstCell(one, shape.span);
  const second = cells[secondCell(first, two, shape.segmentLength)] ?? 0;
  const third = cells[thirdCell(first, two, shape.segmentLength)] ?? 0;
  const seen = (cells[first] ?? 0) ^ second ^ third ^ (one & FINGERPRINT);
  return seen & FINGERPRINT ? 0 : seen;
}

function firstCell(one: number, span: number): number {
  return Math.floor((one / TWO_TO_32) * span);
}

function secondCell(first: number, two: number, segmentLength: number): number {
  return (first + segmentLength) ^ (two & (segmentLength - 1));
}

function thirdCell(first: number, two: number, segmentLength: number): number {
  return (first + 2 * segmentLength) ^ ((two >>> 16) & (segmentLength - 1));
}

/**
 * The cells for these keys (each once) and their bits (1 to 3). Time and memory grow with the number of keys: 17 bytes a
 * key while it works. Fails by throwing if no seed of a hundred fits, which chance does not bring about.
 */
export function writeFuse(
  keys: Uint32Array,
  bits: Uint8Array,
): { readonly shape: FuseShape; readonly cells: Uint8Array } {
  const size = keys.length;
  const segmentLength = Math.min(LONGEST_SEGMENT, 1 << Math.floor(Math.log(Math.max(size, 2)) / Math.log(3.33) + 2.25));
  const roomy = size < 2 ? 2 : Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(size));
  const segments = Math.max(1, Math.ceil((size * roomy) / segmentLength) - 2);
  const length = (segments + 2) * segmentLength;
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const shape = { seed: spread(tries), segmentLength, span: segments * segmentLength };
    const cells = assign(keys, bits, shape, length);
    if (cells) return { shape, cells };
  }
  throw new Error(`no filter for ${size} keys after ${MOST_TRIES} seeds: are they all different?`);
}

/** Peels the keys off, cell by cell that only one of them uses, then fills the cells in the opposite order. */
function assign(keys: Uint32Array, bits: Uint8Array, shape: FuseShape, length: number): Uint8Array | undefined {
  const size = keys.length;
  const users = new Uint32Array(length);
  /** Exclusive or of the numbers of the keys that use a cell: of one alone, its number. */
  const who = new Uint32Array(length);
  for (let k = 0; k < size; k++) {
    const [a, b, c] = cellsOf(keys[k] ?? 0, shape);
    for (const cell of [a, b, c]) {
      users[cell] = (users[cell] ?? 0) + 1;
      who[cell] = (who[cell] ?? 0) ^ k;
    }
  }
  const queue: number[] = [];
  for (let cell = 0; cell < length; cell++) if (users[cell] === 1) queue.push(cell);
  const order = new Uint32Array(size);
  const ownCell = new Uint32Array(size);
  let peeled = 0;
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    if (users[cell] !== 1) continue;
    const k = who[cell] ?? 0;
    order[peeled] = k;
    ownCell[peeled++] = cell;
    for (const other of cellsOf(keys[k] ?? 0, shape)) {
      const left = (users[other] ?? 0) - 1;
      users[other] = left;
      who[other] = (who[other] ?? 0) ^ k;
      if (left === 1) queue.push(other);
    }
  }
  if (peeled < size) return undefined;
  const cells = new Uint8Array(length);
  for (let i = size - 1; i >= 0; i--) {
    const k = order[i] ?? 0;
    const own = ownCell[i] ?? 0;
    let value = (spread((keys[k] ?? 0) ^ shape.seed) & FINGERPRINT) ^ (bits[k] ?? 0);
    for (const cell of cellsOf(keys[k] ?? 0, shape)) value ^= cells[cell] ?? 0;
    cells[own] = value;
  }
  return cells;
}

function cellsOf(key: number, { seed, segmentLength, span }: FuseShape): readonly [number, number, number] {
  const one = spread(key ^ seed);
  const two = spread(one ^ SECOND_HASH);
  const first = firstCell(one, span);
  return [first, secondCell(first, two, segmentLength), thirdCell(first, two, segmentLength)];
}
