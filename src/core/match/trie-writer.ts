/**
 * Names and endings as a tree of codes, and the tree as bytes. Background only.
 *
 *     leaf     00oooooo [o…] [o…]                    output; from 30 on with a further byte, 3f with two
 *     chain    10nnnnnn code…                        n codes, then the next node
 *              11nnnnnn hash hash hash               n letters by their hash, then the next node
 *     branch   01oenncc [output output]… [set]… [length] (code [length])… child…
 *
 * A branch lists its outputs, the sets of endings that may follow, and the codes that may follow; the children stand
 * behind it in the same order. Lengths of children are written for all but the last, so that a reader can step over
 * them. Fifteen and more codes make a table: count, then code and offset of each, sorted.
 */
import {
  BRANCH,
  CHAIN,
  CHAIN_HASH_BITS,
  EXACT_CHAIN,
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
} from './layout.ts';

const FILTERED = 4;
const TWO_BYTE_SCRIPTS = 0xa00;

export interface Node {
  readonly next: Map<number, Node>;
  /** Child by number of a set of endings: whatever of the set stands here, the name goes on below. */
  readonly endings: Map<number, Node>;
  readonly outputs: number[];
}

/** A name as folded units; a negative number -n-1 stands for the set of endings n. */
export type Pattern = readonly number[];

export function newNode(): Node {
  return { next: new Map(), endings: new Map(), outputs: [] };
}

/** Adds a pattern below `root`; the same output twice counts once. */
export function addPattern(root: Node, pattern: Pattern, output: number): void {
  let node = root;
  for (const code of pattern) {
    const [map, key] = code < 0 ? [node.endings, -code - 1] : [node.next, code];
    let child = map.get(key);
    if (!child) {
      child = newNode();
      map.set(key, child);
    }
    node = child;
  }
  if (!node.outputs.includes(output)) node.outputs.push(output);
}

/** Code of a folded unit in the lexicon's alphabet. */
export type CodeOf = (unit: number) => number;

/** A tree's bytes. Only the units asked for through `codeOf` need a code: those inside hashes do not. */
export function writeTree(root: Node, codeOf: CodeOf): number[] {
  return node(root, codeOf, 0);
}

/** The tree below a root as a list for the table of first codes: code, length, bytes. */
export function writeRoot(root: Node, codeOf: CodeOf): number[] {
  const edges = coded(root.next, codeOf);
  const out = [edges.length & 255, edges.length >> 8];
  const children = edges.map(([, child]) => node(child, codeOf, 1));
  edges.forEach(([code], i) => {
    out.push(...codeBytes(code), ...lengthBytes(children[i]?.length ?? 0));
  });
  for (const child of children) append(out, child);
  return out;
}

function node(start: Node, codeOf: CodeOf, depth: number): number[] {
  const out: number[] = [];
  let at = start;
  let level = depth;
  while (isChain(at)) {
    const units: number[] = [];
    // The first letters feed the filter, so they stay as they are.
    const longest = level < FILTERED ? FILTERED - level : LONGEST_CHAIN;
    while (isChain(at) && units.length < longest) {
      const [entry] = at.next;
      if (!entry) break;
      units.push(entry[0]);
      at = entry[1];
    }
    level += units.length;
    if (level <= FILTERED || weight(units) <= EXACT_CHAIN) {
      out.push(CHAIN | units.length, ...units.flatMap((unit) => codeBytes(codeOf(unit))));
    } else {
      const hash = finishHash(units.reduce(hashUnit, 0), CHAIN_HASH_BITS);
      out.push(CHAIN | HASHED | units.length, hash & 255, (hash >> 8) & 255, hash >> 16);
    }
  }
  append(out, branch(at, codeOf, level));
  return out;
}

function branch({ outputs, endings, next }: Node, codeOf: CodeOf, depth: number): number[] {
  const [only] = outputs;
  if (only !== undefined && outputs.length === 1 && endings.size === 0 && next.size === 0) return leaf(only);
  const sets = sorted(endings);
  const edges = coded(next, codeOf);
  const wide = edges.length >= WIDE;
  const out = [
    BRANCH | (outputs.length ? HAS_OUTPUTS : 0) | (sets.length ? HAS_ENDINGS : 0) | (wide ? WIDE : edges.length),
  ];
  outputs.forEach((output, i) => {
    const value = i < outputs.length - 1 ? output | MORE_OUTPUTS : output;
    out.push(value & 255, value >> 8);
  });
  const below = sets.map(([, child]) => node(child, codeOf, depth));
  sets.forEach(([set], i) => {
    out.push(i < sets.length - 1 ? set | MORE : set);
  });
  below.forEach((bytes, i) => {
    if (i < below.length - 1 || edges.length > 0) out.push(...lengthBytes(bytes.length));
  });
  const children = edges.map(([, child]) => node(child, codeOf, depth + 1));
  if (wide) {
    out.push(edges.length & 255, edges.length >> 8);
    let offset = 0;
    edges.forEach(([code], i) => {
      out.push(code & 255, code >> 8, offset & 255, (offset >> 8) & 255, offset >> 16);
      offset += children[i]?.length ?? 0;
    });
  } else {
    edges.forEach(([code], i) => {
      out.push(...codeBytes(code));
      if (i < edges.length - 1) out.push(...lengthBytes(children[i]?.length ?? 0));
    });
  }
  for (const bytes of below) append(out, bytes);
  for (const bytes of children) append(out, bytes);
  return out;
}

function leaf(output: number): number[] {
  if (output < LEAF_TWO) return [output];
  const rest = output - LEAF_TWO;
  return rest >> 8 < LEAF_THREE - LEAF_TWO
    ? [LEAF_TWO + (rest >> 8), rest & 255]
    : [LEAF_THREE, output & 255, output >> 8];
}

function isChain({ outputs, endings, next }: Node): boolean {
  return outputs.length === 0 && endings.size === 0 && next.size === 1;
}

/** Bytes that these letters would take, roughly: rare scripts take two each. */
function weight(units: readonly number[]): number {
  return units.reduce((sum, unit) => sum + (unit < TWO_BYTE_SCRIPTS ? 1 : 2), 0);
}

function coded(next: ReadonlyMap<number, Node>, codeOf: CodeOf): [number, Node][] {
  return [...next].map(([unit, child]): [number, Node] => [codeOf(unit), child]).sort((a, b) => a[0] - b[0]);
}

function codeBytes(code: number): number[] {
  return code < ONE_BYTE_CODES
    ? [code]
    : [ONE_BYTE_CODES + ((code - ONE_BYTE_CODES) >> 8), (code - ONE_BYTE_CODES) & 255];
}

/** Seven bits a byte, the lowest first. */
export function lengthBytes(length: number): number[] {
  const out: number[] = [];
  let left = length;
  while (left >= MORE) {
    out.push((left & (MORE - 1)) | MORE);
    left >>= 7;
  }
  out.push(left);
  return out;
}

/** Spreading a large array into `push` overflows the stack. */
function append(to: number[], bytes: readonly number[]): void {
  for (const byte of bytes) to.push(byte);
}

function sorted(map: Map<number, Node>): [number, Node][] {
  return [...map].sort((a, b) => a[0] - b[0]);
}
