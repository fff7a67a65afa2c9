/** Names to the two files of a large lexicon. Runs in the background and on the command line. */
import { CLITIC, folding, foldText, HANGUL, LETTER, SEPARATOR, UNSPACED } from './fold.ts';
import { writeExact } from './large-exact-writer.ts';
import { CLASSES_BYTES } from './large-filter.ts';
import { writeFuse } from './large-fuse.ts';
import {
  ENDS,
  FILTER_MAGIC,
  GATE_LETTERS,
  GATE_UNSPACED,
  GOES_ON,
  gateHash,
  gateMask,
  gateWord,
  IN_HANGUL,
  IN_LETTERS,
  isMilestone,
  isSmall,
  MOST_UNITS,
  PASSED_OVER,
  SEED,
  SMALL,
  SMALL_SEED,
  STARTS_ANYWHERE,
  STARTS_HANGUL,
  STARTS_LETTERS,
  writeFile,
} from './large-layout.ts';
import { hashUnit, SEPARATOR_UNITS } from './layout.ts';

/** Where more of the names than this begin with a small letter, telling them apart costs more than it saves. */
const FEW_SMALL = 1 / 8;
/** The gate has twelve bits or more for each beginning, as long as it fits a processor's second cache. */
const GATE_ROOM = 12;
const LEAST_GATE_BITS = 13;
const MOST_GATE_BITS = 20;

/** A name as it is looked for. */
export interface LargeName {
  /** Its number in the list. */
  readonly index: number;
  readonly folded: string;
  /** True if it begins with a small letter: then it is found with a capital, too. */
  readonly small: boolean;
}

/**
 * The filter that enters pages, the exact names that stay in the background, and the numbers of the names that cannot be
 * found: without a letter, with a sign that stands in no name ("Face#"), longer than `MOST_UNITS`. A name counts from its
 * first letter to its last. Names are told by their number in the list; those that fold alike have the first one's.
 */
export function compileLarge(names: readonly string[]): {
  readonly filter: Uint8Array;
  readonly exact: Uint8Array;
  readonly leftOut: readonly number[];
} {
  const read: LargeName[] = [];
  const leftOut: number[] = [];
  names.forEach((name, index) => {
    const found = readName(name, index);
    if (found) read.push(found);
    else leftOut.push(index);
  });
  return { filter: writeFilter(read), exact: writeExact(read), leftOut };
}

function readName(name: string, index: number): LargeName | undefined {
  const whole = foldText(name);
  let from = 0;
  let to = whole.length;
  while (from < to && scriptOf(whole.charCodeAt(from)) === SEPARATOR) from++;
  while (to > from && scriptOf(whole.charCodeAt(to - 1)) === SEPARATOR) to--;
  const folded = whole.slice(from, to);
  if (!folded || folded.length > MOST_UNITS) return undefined;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (scriptOf(unit) === SEPARATOR && !SEPARATOR_UNITS.includes(unit)) return undefined;
  }
  const { fold } = folding();
  let first = 0;
  while (scriptOf(fold[name.charCodeAt(first)] ?? 0) === SEPARATOR) first++;
  return { index, folded, small: isSmall(name.charCodeAt(first)) };
}

function writeFilter(names: readonly LargeName[]): Uint8Array {
  const small = names.reduce((count, name) => count + (name.small ? 1 : 0), 0);
  const apart = small <= names.length * FEW_SMALL;
  const keys = { ends: [] as number[], goesOn: [] as number[] };
  const beginnings = new Set<number>();
  let mostSteps = 1;
  for (const { folded, small } of names) {
    for (const seed of small && apart ? [SEED, SMALL_SEED] : [SEED]) {
      beginnings.add(firstLetters(folded, seed));
      mostSteps = Math.max(mostSteps, addKeys(folded, seed, keys));
    }
  }
  const gateBits = Math.min(
    MOST_GATE_BITS,
    Math.max(LEAST_GATE_BITS, Math.ceil(Math.log2(GATE_ROOM * beginnings.size))),
  );
  const gate = new Int32Array(2 ** gateBits / 32);
  for (const hash of beginnings) {
    const word = gateWord(hash, gate.length);
    gate[word] = (gate[word] ?? 0) | gateMask(hash);
  }
  const { hashes, bits } = merged(keys.ends, keys.goesOn);
  const { shape, cells } = writeFuse(hashes, bits);
  return writeFile(
    FILTER_MAGIC,
    [names.length, hashes.length, shape.seed, shape.segmentLength, shape.span, gateBits, mostSteps],
    [classesOf(names, apart), new Uint8Array(gate.buffer), cells],
  );
}

/** Hash of the letters that the gate looks at. */
function firstLetters(folded: string, seed: number): number {
  const script = scriptOf(folded.charCodeAt(0));
  const letters = [0, 0, 0, 0];
  for (let i = 0; i < (script === LETTER ? GATE_LETTERS : GATE_UNSPACED) && i < folded.length; i++) {
    if (scriptOf(folded.charCodeAt(i)) !== script) break;
    letters[i] = folded.charCodeAt(i);
  }
  const [a = 0, b = 0, c = 0, d = 0] = letters;
  return gateHash(seed, a, b, c, d);
}

/** Notes the hashes of a name and of its beginnings; gives its steps. */
function addKeys(folded: string, seed: number, keys: { readonly ends: number[]; readonly goesOn: number[] }): number {
  let hash = seed;
  let steps = 0;
  for (let i = 0; i < folded.length; i++) {
    hash = hashUnit(hash, folded.charCodeAt(i));
    const script = scriptOf(folded.charCodeAt(i));
    if (script === SEPARATOR) continue;
    if (i + 1 < folded.length && script === LETTER && scriptOf(folded.charCodeAt(i + 1)) === LETTER) continue;
    steps++;
    if (i + 1 === folded.length) keys.ends.push(hash >>> 0);
    else if (isMilestone(steps)) keys.goesOn.push(hash >>> 0);
  }
  return steps;
}

/** The kind of a folded unit. */
function scriptOf(unit: number): number {
  return (folding().kind[unit] ?? 0) & ~CLITIC;
}

/** Each hash once, in order, with what it stands for. */
function merged(
  ends: readonly number[],
  goesOn: readonly number[],
): { readonly hashes: Uint32Array; readonly bits: Uint8Array } {
  const [a, b] = [new Uint32Array(ends).sort(), new Uint32Array(goesOn).sort()];
  const hashes = new Uint32Array(a.length + b.length);
  const bits = new Uint8Array(a.length + b.length);
  let size = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; size++) {
    const least = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    hashes[size] = least;
    if (a[i] === least) bits[size] = ENDS;
    while (a[i] === least) i++;
    if (b[j] === least) bits[size] = (bits[size] ?? 0) | GOES_ON;
    while (b[j] === least) j++;
  }
  return { hashes: hashes.slice(0, size), bits: bits.slice(0, size) };
}

/** For each unit, whether a name may begin with it and what may not stand before. */
function classesOf(names: readonly LargeName[], apart: boolean): Uint8Array {
  const { fold } = folding();
  const first = new Set<number>();
  const firstSmall = new Set<number>();
  for (const { folded, small } of names) {
    first.add(folded.charCodeAt(0));
    if (small) firstSmall.add(folded.charCodeAt(0));
  }
  const classes = new Uint8Array(CLASSES_BYTES);
  for (let unit = 0; unit < CLASSES_BYTES; unit++) {
    const folded = fold[unit] ?? 0;
    const script = scriptOf(folded);
    const small = apart && first.has(folded) && isSmall(unit);
    const starts = (small ? firstSmall : first).has(folded);
    if (folded === 0) classes[unit] = STARTS_ANYWHERE | PASSED_OVER;
    else if (script === LETTER) classes[unit] = IN_LETTERS | (small ? SMALL : 0) | (starts ? STARTS_LETTERS : 0);
    else if (script === HANGUL) classes[unit] = IN_HANGUL | (starts ? STARTS_HANGUL : 0);
    else if (script === UNSPACED && starts) classes[unit] = STARTS_ANYWHERE;
  }
  return classes;
}
