/**
 * Names and endings as a tree of codes, and the tree as bytes. Background only.
 *
 *     leaf     00oooooo oooooooo                     output
 *     chain    10nnnnnn code…                        n codes, then the next node
 *              11nnnnnn hash hash hash               n letters by their hash, then the next node
 *     branch   01oenncc [output output]… [set]… [length] (code [length])… child…
 *
 * A branch lists its outputs, the sets of endings that may follow, and the codes that may follow; the children stand
 * behind it in the same order. Lengths of children are written for all but the last, so that a reader can step over
 * them. Fifteen and more codes make a table: count, then code and offset of each, sorted.
 */
import {
  BRANCH, CHAIN, CHAIN_HASH_BITS, EXACT_CHAIN, finishHash, HASHED, HAS_ENDINGS, HAS_OUTPUTS, hashUnit, LONGEST_CHAIN, MORE, MORE_OUTPUTS, ONE_BYTE_CODES, WIDE,
} from './layout.ts';

export interface Node {
  readonly next: Map<number, Node>;
  /** Child by number of a set of endings: whatever of the set stands here, the name goes on below. */
  readonly endings: Map<number, Node>;
  readonly outputs: number[];
}

/** A name as codes; a negative number -n-1 stands for the set of endings n. */
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

/** A tree's bytes. `unitOf` gives the folded unit of a code; names may be long, so nothing recurses with their length. */
export function writeTree(root: Node, unitOf: (code: number) => number): number[] {
  return node(root, unitOf, 0);
}

/** The tree below a root as a list for the table of first codes: code, length, bytes. */
export function writeRoot(root: Node, unitOf: (code: number) => number): number[] {
  const edges = sorted(root.next);
  const out = [edges.length & 255, edges.length >> 8];
  const children = edges.map(([, child]) => node(child, unitOf, 1));
  edges.forEach(([code], i) => {
    out.push(...coded(code), ...lengthBytes(children[i]?.length ?? 0));
  });
  for (const child of children) append(out, child);
  return out;
}

function node(start: Node, unitOf: (code: number) => number, depth: number): number[] {
  const out: number[] = [];
  let at = start;
  let level = depth;
  while (isChain(at)) {
    const codes: number[] = [];
    // The first three letters feed the filter, so they stay as they are.
    const longest = level < 3 ? 3 - level : LONGEST_CHAIN;
    while (isChain(at) && codes.length < longest) {
      const [entry] = at.next;
      if (!entry) break;
      codes.push(entry[0]);
      at = entry[1];
    }
    level += codes.length;
    const bytes = codes.flatMap(coded);
    if (bytes.length <= EXACT_CHAIN || level <= 3) {
      out.push(CHAIN | codes.length, ...bytes);
    } else {
      const hash = finishHash(codes.reduce((sum, code) => hashUnit(sum, unitOf(code)), 0), CHAIN_HASH_BITS);
      out.push(CHAIN | HASHED | codes.length, hash & 255, (hash >> 8) & 255, hash >> 16);
    }
  }
  append(out, branch(at, unitOf, level));
  return out;
}

function branch({ outputs, endings, next }: Node, unitOf: (code: number) => number, depth: number): number[] {
  const [only] = outputs;
  if (only !== undefined && outputs.length === 1 && endings.size === 0 && next.size === 0) return [only >> 8, only & 255];
  const sets = sorted(endings);
  const edges = sorted(next);
  const wide = edges.length >= WIDE;
  const out = [BRANCH | (outputs.length ? HAS_OUTPUTS : 0) | (sets.length ? HAS_ENDINGS : 0) | (wide ? WIDE : edges.length)];
  outputs.forEach((output, i) => {
    const value = i < outputs.length - 1 ? output | MORE_OUTPUTS : output;
    out.push(value & 255, value >> 8);
  });
  const below = sets.map(([, child]) => node(child, unitOf, depth));
  sets.forEach(([set], i) => {
    out.push(i < sets.length - 1 ? set | MORE : set);
  });
  below.forEach((bytes, i) => {
    if (i < below.length - 1 || edges.length > 0) out.push(...lengthBytes(bytes.length));
  });
  const children = edges.map(([, child]) => node(child, unitOf, depth + 1));
  if (wide) {
    out.push(edges.length & 255, edges.length >> 8);
    let offset = 0;
    edges.forEach(([code], i) => {
      out.push(code & 255, code >> 8, offset & 255, (offset >> 8) & 255, offset >> 16);
      offset += children[i]?.length ?? 0;
    });
  } else {
    edges.forEach(([code], i) => {
      out.push(...coded(code));
      if (i < edges.length - 1) out.push(...lengthBytes(children[i]?.length ?? 0));
    });
  }
  for (const bytes of below) append(out, bytes);
  for (const bytes of children) append(out, bytes);
  return out;
}

function isChain({ outputs, endings, next }: Node): boolean {
  return outputs.length === 0 && endings.size === 0 && next.size === 1;
}

function coded(code: number): number[] {
  return code < ONE_BYTE_CODES ? [code] : [ONE_BYTE_CODES + ((code - ONE_BYTE_CODES) >> 8), (code - ONE_BYTE_CODES) & 255];
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
