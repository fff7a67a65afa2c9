/** Walks the lexicon's tree from one place in the text and tells every name that ends somewhere after it. */
import { folding, IGNORABLE, JOINT, UNSPACED } from './fold.ts';
import {
  ACCEPT_ENDING,
  BRANCH,
  CHAIN,
  CHAIN_HASH_BITS,
  finishHash,
  HAS_ENDINGS,
  HAS_OUTPUTS,
  HASHED,
  hashUnit,
  LEAF_THREE,
  LEAF_TWO,
  LONGEST_CHAIN,
  MORE,
  MORE_OUTPUTS,
  ONE_BYTE_CODES,
  WIDE,
  WIDE_ENTRY_BYTES,
} from './layout.ts';
import type { Lexicon } from './types.ts';

/** White space inside a name: a broken layout, not an empty page. */
const LONGEST_JOINT = 40;

/** Called with each output and the end of its text. */
export type Sink = (output: number, end: number) => void;

// What is being read. One scan runs at a time and none outlives its call; fields of an object would cost the scan half
// its speed again.
let lexicon: Lexicon;
let text = '';
let limit = 0;
let sink: Sink;
let fold: Uint16Array;
let kinds: Uint8Array;
/** What `read` saw: the code, its folded unit, and the place after it. */
let code = 0;
let unit = 0;
let after = 0;
/** Behind the last unit that the walk looked at. */
let reached = 0;

/** Sets what the walks that follow read and whom they tell. */
export function beginWalks(
  input: { readonly lexicon: Lexicon; readonly text: string; readonly to: number },
  tell: Sink,
): void {
  ({ lexicon, text, to: limit } = input);
  ({ fold, kind: kinds } = folding(text));
  sink = tell;
}

/**
 * Follows the text from `start` below the root. Ignorable units are skipped, a run of joints counts as one, a line
 * break between letters of a script without spaces counts as nothing. Time is bounded by the longest name. Gives the
 * end of the text that it has looked at.
 */
export function walk(start: number): number {
  reached = start;
  read(start);
  const root = lexicon.first[code];
  if (code && root) run(root, after, 0);
  return reached;
}

function read(from: number): void {
  let at = from;
  let raw = 0;
  for (; at < limit; at++) {
    raw = text.charCodeAt(at);
    if (kinds[raw] !== IGNORABLE) break;
  }
  if (at >= reached) reached = at + 1;
  if (at >= limit) {
    code = 0;
    unit = 0;
    after = at;
    return;
  }
  if (raw === 10 && kinds[text.charCodeAt(from - 1)] === UNSPACED) {
    const next = afterBreak(at);
    raw = text.charCodeAt(next);
    at = next;
  }
  unit = fold[raw] ?? 0;
  code = lexicon.codes[unit] ?? 0;
  after = at + 1;
  if (unit !== JOINT) return;
  const end = Math.min(limit, after + LONGEST_JOINT);
  while (after < end) {
    const next = text.charCodeAt(after);
    if (fold[next] !== JOINT && kinds[next] !== IGNORABLE) break;
    after++;
  }
}

/** The next letter after a line break in a text without spaces, or the break itself. */
function afterBreak(at: number): number {
  let next = at + 1;
  while (next < limit && (text.charCodeAt(next) === 10 || text.charCodeAt(next) === 32)) next++;
  return next < limit && kinds[text.charCodeAt(next)] === UNSPACED ? next : at;
}

// Where the reader stands in the tree, for the small readers below.
let node = 0;

function codeAt(): number {
  const { trie } = lexicon;
  const byte = trie[node++] ?? 0;
  return byte < ONE_BYTE_CODES ? byte : byte + (byte - ONE_BYTE_CODES) * 255 + (trie[node++] ?? 0);
}

function lengthAt(): number {
  const { trie } = lexicon;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = trie[node++] ?? 0;
    length |= (byte & (MORE - 1)) << shift;
    if (byte < MORE) return length;
  }
}

/** Goes on from a node; `back` is the node that follows a set of endings, 0 outside of one. */
function run(from: number, begin: number, back: number): void {
  const { trie } = lexicon;
  let at = begin;
  node = from;
  for (;;) {
    const head = trie[node++] ?? 0;
    if (head & CHAIN) {
      if (head & HASHED) {
        let hash = 0;
        for (let left = head & LONGEST_CHAIN; left > 0; left--) {
          read(at);
          if (unit === 0) return;
          hash = hashUnit(hash, unit);
          at = after;
        }
        const wanted = (trie[node] ?? 0) | ((trie[node + 1] ?? 0) << 8) | ((trie[node + 2] ?? 0) << 16);
        if (finishHash(hash, CHAIN_HASH_BITS) !== wanted) return;
        node += 3;
        continue;
      }
      for (let left = head & LONGEST_CHAIN; left > 0; left--) {
        const wanted = codeAt();
        read(at);
        if (code !== wanted) return;
        at = after;
      }
      continue;
    }
    if (!(head & BRANCH)) {
      tell(leaf(head), at, back);
      return;
    }
    if (head & HAS_OUTPUTS) {
      for (let more = true; more; ) {
        const value = (trie[node] ?? 0) | ((trie[node + 1] ?? 0) << 8);
        node += 2;
        more = (value & MORE_OUTPUTS) !== 0;
        const here = node;
        tell(value & ~MORE_OUTPUTS, at, back);
        node = here;
      }
    }
    const next = step(head, at);
    if (next === 0) return;
    node = next;
    at = after;
  }
}

function leaf(head: number): number {
  const { trie } = lexicon;
  if (head < LEAF_TWO) return head;
  const low = trie[node] ?? 0;
  return head === LEAF_THREE ? low | ((trie[node + 1] ?? 0) << 8) : LEAF_TWO + ((head - LEAF_TWO) << 8) + low;
}

function tell(output: number, at: number, back: number): void {
  if (output !== ACCEPT_ENDING) sink(output, at);
  else if (back) run(back, at, 0);
}

/** Tries the endings of a branch and gives the child for the letter at `at`, 0 if there is none. Leaves `after` set. */
function step(head: number, at: number): number {
  const { trie, endings } = lexicon;
  const count = head & WIDE;
  const wide = count === WIDE;
  const setsAt = node;
  let sets = 0;
  if (head & HAS_ENDINGS) {
    do sets++;
    while ((trie[node++] ?? 0) & MORE);
  }
  const lengthsAt = node;
  // Lengths of the children of sets: all are written if letters follow, else all but the last.
  let skip = 0;
  for (let i = 0; i < sets; i++) if (i < sets - 1 || count > 0) skip += lengthAt();
  let child = 0;
  let children: number;
  if (wide) {
    read(at);
    const many = (trie[node] ?? 0) | ((trie[node + 1] ?? 0) << 8);
    const table = node + 2;
    children = table + many * WIDE_ENTRY_BYTES;
    const found = wideEntry(table, many);
    if (found >= 0) child = children + skip + found;
  } else {
    if (count > 0) read(at);
    let sum = 0;
    let at0 = -1;
    for (let left = count; left > 0; left--) {
      if (codeAt() === code) at0 = sum;
      if (left > 1) sum += lengthAt();
    }
    children = node;
    if (at0 >= 0 && code !== 0) child = children + skip + at0;
  }
  if (sets > 0) {
    const resume = after;
    let below = children;
    let lengths = lengthsAt;
    for (let i = 0; i < sets; i++) {
      const set = (trie[setsAt + i] ?? 0) & (MORE - 1);
      run(endings[set] ?? 0, at, below);
      node = lengths;
      if (i < sets - 1) below += lengthAt();
      lengths = node;
    }
    after = resume;
  }
  return child;
}

function wideEntry(table: number, many: number): number {
  const { trie } = lexicon;
  let low = 0;
  let high = many - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = table + middle * WIDE_ENTRY_BYTES;
    const found = (trie[entry] ?? 0) | ((trie[entry + 1] ?? 0) << 8);
    if (found === code) return (trie[entry + 2] ?? 0) | ((trie[entry + 3] ?? 0) << 8) | ((trie[entry + 4] ?? 0) << 16);
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
