/** Names, endings and stems as one tree of codes, written to bytes with equal branches shared. Background only. */
import { CHAIN, HAS_ENDINGS, HAS_OUTPUTS, JUMP, MORE_OUTPUTS, ONE_BYTE_CODES, WIDE } from './layout.ts';

export interface Node {
  readonly next: Map<number, Node>;
  /** Child by number of a set of endings: whatever of the set stands here, the name goes on below. */
  readonly endings: Map<number, Node>;
  outputs: number[];
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

export interface WrittenTrie {
  readonly bytes: Uint8Array;
  readonly width: number;
  /** Offset of each root, in the order given. */
  readonly roots: readonly number[];
}

/** Writes the trees with the narrowest offsets that reach. Offset 0 is never a node. */
export function writeTrie(roots: readonly Node[]): WrittenTrie {
  const keys = shapeKeys(roots);
  const narrow = write(roots, keys, 2);
  return narrow.bytes.length < 0x10000 ? narrow : write(roots, keys, 3);
}

/** Equal subtrees get the same number, so that each is written once. Iterative: names may be long. */
function shapeKeys(roots: readonly Node[]): Map<Node, number> {
  const keys = new Map<Node, number>();
  const byShape = new Map<string, number>();
  const stack: { node: Node; done: boolean }[] = roots.map((node) => ({ node, done: false }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, done } = top;
    if (!done) {
      stack.push({ node, done: true });
      for (const map of [node.next, node.endings]) for (const child of map.values()) stack.push({ node: child, done: false });
      continue;
    }
    const part = (map: Map<number, Node>) => sorted(map).map(([code, child]) => `${code}:${keys.get(child)}`).join();
    const shape = `${node.outputs.join()}|${part(node.endings)}|${part(node.next)}`;
    const key = byShape.get(shape) ?? byShape.size;
    byShape.set(shape, key);
    keys.set(node, key);
  }
  return keys;
}

function write(roots: readonly Node[], keys: Map<Node, number>, width: number): WrittenTrie {
  const out: number[] = [0];
  const written = new Map<number, number>();
  const queue: { node: Node; at: number }[] = [];
  const offset = (value: number, at: number) => {
    for (let i = 0; i < width; i++) out[at + i] = (value >> (8 * i)) & 255;
  };
  const reserve = (node: Node) => {
    queue.push({ node, at: out.length });
    for (let i = 0; i < width; i++) out.push(0);
  };
  const unit = (code: number) => {
    if (code < ONE_BYTE_CODES) out.push(code);
    else out.push(ONE_BYTE_CODES + ((code - ONE_BYTE_CODES) >> 8), (code - ONE_BYTE_CODES) & 255);
  };

  /** Writes a node and, in line, everything that follows it without an offset. */
  const place = (start: Node): number => {
    const first = out.length;
    for (let node: Node | undefined = start; node; ) {
      const key = keys.get(node) ?? -1;
      const known = written.get(key);
      if (known !== undefined) {
        if (out.length === first) return known;
        out.push(JUMP);
        for (let i = 0; i < width; i++) out.push((known >> (8 * i)) & 255);
        return first;
      }
      written.set(key, out.length);
      node = node !== roots[0] && isChain(node) ? chain(node) : branch(node);
    }
    return first;
  };

  const chain = (start: Node): Node => {
    const codes: number[] = [];
    let node = start;
    while (isChain(node) && codes.length < 127) {
      if (codes.length > 0 && written.has(keys.get(node) ?? -1)) break;
      const [entry] = node.next;
      if (!entry) break;
      codes.push(entry[0]);
      node = entry[1];
    }
    out.push(CHAIN | codes.length);
    for (const code of codes) unit(code);
    return node;
  };

  const branch = (node: Node): Node | undefined => {
    const endings = sorted(node.endings);
    const edges = sorted(node.next);
    // The first root is looked up by code when a lexicon is read, so it always has the form of a table.
    const wide = edges.length >= WIDE || node === roots[0];
    out.push((node.outputs.length ? HAS_OUTPUTS : 0) | (endings.length ? HAS_ENDINGS : 0) | (wide ? WIDE : edges.length));
    node.outputs.forEach((output, i) => {
      const value = i < node.outputs.length - 1 ? output | MORE_OUTPUTS : output;
      out.push(value & 255, value >> 8);
    });
    if (endings.length) out.push(endings.length);
    for (const [set, child] of endings) {
      out.push(set);
      reserve(child);
    }
    if (wide) {
      out.push(edges.length & 255, edges.length >> 8);
      for (const [code, child] of edges) {
        out.push(code & 255, code >> 8);
        reserve(child);
      }
      return undefined;
    }
    // The last child follows at once; the others are found by their offset.
    let last: Node | undefined;
    edges.forEach(([code, child], i) => {
      unit(code);
      if (i < edges.length - 1) reserve(child);
      else last = child;
    });
    return last;
  };

  const offsets = roots.map((root) => {
    const at = place(root);
    for (let item = queue.pop(); item; item = queue.pop()) offset(place(item.node), item.at);
    return at;
  });
  return { bytes: Uint8Array.from(out), width, roots: offsets };
}

function isChain(node: Node): boolean {
  return node.outputs.length === 0 && node.endings.size === 0 && node.next.size === 1;
}

function sorted(map: Map<number, Node>): [number, Node][] {
  return [...map].sort((a, b) => a[0] - b[0]);
}
