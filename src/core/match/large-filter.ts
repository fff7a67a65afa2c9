/**
 * The part of a large lexicon that enters a page: it tells where a name may stand and misses none. Of what it looks up and
 * is none it takes one in a hundred for one; `large-exact.ts` in the background knows.
 *
 * A name stands where a word begins and ends there (`endsWord`). It is compared as folded; where its first letter is a
 * capital, that of the text must not be a small one. The file's eight numbers: names, keys, seed, length of a segment,
 * span, size of the gate in bits as a power of two, most steps of a name, 0. Its tables: a class for each unit (65,536
 * bytes); the gate, three bits for the first letters of each name (a Bloom filter in words of 32 bits); the cells of the
 * filter over whole names and their beginnings (`large-fuse.ts`).
 */
import { endsWord } from './boundary.ts';
import { CLITIC, folding, JOINT, SEPARATOR } from './fold.ts';
import { type FuseShape, fuseBits } from './large-fuse.ts';
import {
  ENDS,
  FILTER_MAGIC,
  GATE_LETTERS,
  GATE_UNSPACED,
  GOES_ON,
  gateHash,
  gateMask,
  gateWord,
  HEADER_BYTES,
  IN_LETTERS,
  isMilestone,
  LONGEST_GAP,
  type Opened,
  openFile,
  PASSED_OVER,
  SEED,
  SMALL,
  SMALL_SEED,
} from './large-layout.ts';
import { hashUnit, SEPARATOR_UNITS } from './layout.ts';

export const CLASSES_BYTES = 0x10000;

/** Views over the bytes it was opened from. */
export interface LargeFilter {
  readonly classes: Uint8Array;
  readonly gate: Int32Array;
  readonly cells: Uint8Array;
  readonly shape: FuseShape;
  readonly mostSteps: number;
}

/** A stretch of text that may be a name. UTF-16 units, end-exclusive. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
}

/** The filter, or what is wrong with its bytes. Parses nothing, copies only what lies askew in memory, never throws. */
export function openFilter(bytes: Uint8Array): Opened<LargeFilter> {
  const opened = openFile(bytes, FILTER_MAGIC, 'filter of names');
  if (!opened.ok) return opened;
  const [, , seed = 0, segmentLength = 0, span = 0, gateBits = 0, mostSteps = 0] = opened.value;
  const gateAt = HEADER_BYTES + CLASSES_BYTES;
  const cellsAt = gateAt + 2 ** gateBits / 8;
  const end = cellsAt + span + 2 * segmentLength;
  if (gateBits < 5 || gateBits > 32 || end > bytes.length || end + 4 <= bytes.length)
    return { ok: false, problem: 'filter of names: damaged, its parts do not fit its length' };
  // Only a view that begins at a multiple of four can be read by words.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return {
    ok: true,
    value: {
      classes: whole.subarray(HEADER_BYTES, gateAt),
      gate: new Int32Array(whole.buffer, whole.byteOffset + gateAt, 2 ** gateBits / 32),
      cells: whole.subarray(cellsAt, end),
      shape: { seed, segmentLength, span },
      mostSteps,
    },
  };
}

// Beginnings of names that are being followed, many at once: the cells that they look at lie far apart in memory, and
// what does not wait for the answer before it asks for the next is twice as fast. No search outlives its call.
const BATCH = 1024;
const starts = new Int32Array(BATCH);
/** Where what is read of each begins, then ends. */
const places = new Int32Array(BATCH);
const hashes = new Int32Array(BATCH);
const answers = new Uint8Array(BATCH);
let fold: Uint16Array;
let kinds: Uint8Array;

/**
 * Every stretch of the text that may be a name, sorted by start, then end; they may overlap, since only the exact names
 * tell which of them count. One pass, linear in the text, at one place at most the longest name.
 */
export function candidates(text: string, filter: LargeFilter): readonly Candidate[] {
  ({ fold, kind: kinds } = folding(text));
  const { classes } = filter;
  const found: Candidate[] = [];
  let count = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const own = classes[text.charCodeAt(i)] ?? 0;
    if ((own & ~(previous >> 4) & 7) !== 0) {
      if (own & PASSED_OVER) continue;
      const seed = own & SMALL ? SMALL_SEED : SEED;
      if (own & IN_LETTERS ? mayBeWord(text, i, seed, filter) : mayBeUnspaced(text, i, filter)) {
        starts[count] = i;
        places[count] = i;
        hashes[count++] = seed;
        if (count === BATCH) {
          follow(text, count, filter, found);
          count = 0;
        }
      }
    }
    previous = own;
  }
  follow(text, count, filter, found);
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return found.filter(({ start, end }, i) => start !== found[i - 1]?.start || end !== found[i - 1]?.end);
}

/** False if no name begins with the first letters of the word at `start`. */
function mayBeWord(text: string, start: number, seed: number, filter: LargeFilter): boolean {
  if (start + GATE_LETTERS > text.length) return true;
  const { classes, gate } = filter;
  const b = text.charCodeAt(start + 1);
  const c = text.charCodeAt(start + 2);
  const d = text.charCodeAt(start + 3);
  const classB = classes[b] ?? 0;
  const classC = classes[c] ?? 0;
  const classD = classes[d] ?? 0;
  if ((classB | classC | classD) & PASSED_OVER) return true;
  // All bits as long as the word goes on, then none. A branch for each letter would be guessed wrong too often.
  const inB = -((classB >> 4) & 1);
  const inC = inB & -((classC >> 4) & 1);
  const inD = inC & -((classD >> 4) & 1);
  const first = fold[text.charCodeAt(start)] ?? 0;
  return isOpen(gate, gateHash(seed, first, (fold[b] ?? 0) & inB, (fold[c] ?? 0) & inC, (fold[d] ?? 0) & inD));
}

/** The same where no space ends a word: each of the first letters may be a name's last. */
function mayBeUnspaced(text: string, start: number, { gate }: LargeFilter): boolean {
  if (start + GATE_UNSPACED > text.length) return true;
  const a = fold[text.charCodeAt(start)] ?? 0;
  const b = fold[text.charCodeAt(start + 1)] ?? 0;
  const c = fold[text.charCodeAt(start + 2)] ?? 0;
  if (b === 0 || c === 0) return true;
  return (
    isOpen(gate, gateHash(SEED, a, 0, 0, 0)) ||
    isOpen(gate, gateHash(SEED, a, b, 0, 0)) ||
    isOpen(gate, gateHash(SEED, a, b, c, 0))
  );
}

function isOpen(gate: Int32Array, hash: number): boolean {
  const mask = gateMask(hash);
  return ((gate[gateWord(hash, gate.length)] ?? 0) & mask) === mask;
}

/** Reads on from `count` starts, step after step, and notes each end at which a name may end. */
function follow(text: string, count: number, filter: LargeFilter, found: Candidate[]): void {
  const { cells, shape, mostSteps } = filter;
  let left = count;
  for (let steps = 1; left > 0 && steps <= mostSteps; steps++) {
    readSteps(text, left, filter, found);
    for (let k = 0; k < left; k++) answers[k] = fuseBits(cells, shape, hashes[k] ?? 0);
    left = keep(text, left, isMilestone(steps), found);
  }
}

/** Goes on with each by one step: a word, or one unit of scripts without spaces and of Hangul. */
function readSteps(text: string, count: number, { classes, cells, shape }: LargeFilter, found: Candidate[]): void {
  for (let k = 0; k < count; k++) {
    const at = places[k] ?? 0;
    const first = text.charCodeAt(at);
    let hash = hashUnit(hashes[k] ?? 0, fold[first] ?? 0);
    let end = at + 1;
    if ((classes[first] ?? 0) & IN_LETTERS) {
      for (let i = end; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const own = classes[unit] ?? 0;
        if (own & IN_LETTERS) {
          hash = hashUnit(hash, fold[unit] ?? 0);
          end = i + 1;
        } else if (!(own & PASSED_OVER)) break;
        else if (i === end && fuseBits(cells, shape, hash) & ENDS) {
          // Persian writes its endings after a sign without width: the word ends there, too, and goes on.
          const start = starts[k] ?? 0;
          if (endsWord(text, { start, end }, kinds)) found.push({ start, end });
        }
      }
    }
    places[k] = end;
    hashes[k] = hash;
  }
}

/** Notes what may be a name, keeps those that may go on, and brings them to their next step. Gives how many are left. */
function keep(text: string, count: number, milestone: boolean, found: Candidate[]): number {
  let kept = 0;
  for (let k = 0; k < count; k++) {
    const answer = answers[k] ?? 0;
    const start = starts[k] ?? 0;
    const end = places[k] ?? 0;
    if (answer & ENDS && endsWord(text, { start, end }, kinds)) found.push({ start, end });
    if (milestone && !(answer & GOES_ON)) continue;
    hashes[kept] = hashes[k] ?? 0;
    const next = passGap(text, end, kept);
    if (next === 0) continue;
    starts[kept] = start;
    places[kept++] = next;
  }
  return kept;
}

/** Where the next word begins behind separators that may stand in names; 0 if none does. They go into hash `k`. */
function passGap(text: string, end: number, k: number): number {
  let joined = false;
  for (let at = end; at < text.length && at - end <= LONGEST_GAP; at++) {
    const unit = fold[text.charCodeAt(at)] ?? 0;
    if (unit === 0 || (unit === JOINT && joined)) continue;
    if (unit !== JOINT) {
      if (((kinds[unit] ?? 0) & ~CLITIC) !== SEPARATOR) return at;
      if (!SEPARATOR_UNITS.includes(unit)) return 0;
    }
    hashes[k] = hashUnit(hashes[k] ?? 0, unit);
    joined = unit === JOINT;
  }
  return 0;
}

/**
 * Of the candidates that are names, those that count: leftmost first, of several at one place the longest, none inside
 * another. `names` holds for each candidate the name's number, or -1.
 */
export function settle(
  found: readonly Candidate[],
  names: readonly number[],
): readonly (Candidate & { readonly name: number })[] {
  const settled: (Candidate & { readonly name: number })[] = [];
  found.forEach((candidate, i) => {
    const name = names[i] ?? -1;
    const last = settled.at(-1);
    if (name < 0 || (last && candidate.start < last.end && candidate.start > last.start)) return;
    if (last?.start === candidate.start) settled.pop();
    settled.push({ ...candidate, name });
  });
  return settled;
}
