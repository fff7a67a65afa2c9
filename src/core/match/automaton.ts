/** Walks the lexicon's tree from one place in the text and tells every name or stem that ends somewhere after it. */
import { ACCEPT_ENDING, CHAIN, HAS_ENDINGS, HAS_OUTPUTS, JUMP, MORE_OUTPUTS, ONE_BYTE_CODES, WIDE } from './layout.ts';
import type { Lexicon } from './types.ts';

const JOINT_CODE = 1;
/** White space inside a name: a broken layout, not an empty page. */
const LONGEST_JOINT = 40;

/** Called with each output and the end of its text. */
export type Sink = (output: number, end: number) => void;

/**
 * Follows the text from `start` below the root. Ignorable units are skipped, a run of joints counts as one, a line
 * break between letters of a script without spaces counts as nothing. Time is bounded by the longest name.
 */
export function walk(lexicon: Lexicon, text: string, range: { readonly start: number; readonly to: number; readonly kinds: Uint8Array }, sink: Sink): void {
  const { codes, trie, width, endings } = lexicon;
  const { to, kinds } = range;
  let code = 0;
  let after = 0;

  const read = (from: number): void => {
    let at = from;
    while (at < to && kinds[text.charCodeAt(at)] === 4) at++;
    if (at >= to) {
      code = 0;
      after = at;
      return;
    }
    if (at > from || isBreak(text.charCodeAt(at))) {
      const next = afterBreak(text, at, to, kinds);
      if (next > at && kinds[text.charCodeAt(from - 1)] === 3) at = next;
    }
    code = codes[text.charCodeAt(at)] ?? 0;
    after = at + 1;
    if (code !== JOINT_CODE) return;
    const limit = Math.min(to, after + LONGEST_JOINT);
    while (after < limit) {
      const unit = text.charCodeAt(after);
      if (codes[unit] !== JOINT_CODE && kinds[unit] !== 4) break;
      after++;
    }
  };

  const pointer = (at: number): number => {
    const low = (trie[at] ?? 0) | ((trie[at + 1] ?? 0) << 8);
    return width === 2 ? low : low | ((trie[at + 2] ?? 0) << 16);
  };

  const run = (from: number, begin: number, back: number): void => {
    let node = from;
    let at = begin;
    for (;;) {
      const head = trie[node++] ?? 0;
      if (head & CHAIN) {
        for (let left = head & 127; left > 0; left--) {
          let unit = trie[node++] ?? 0;
          if (unit >= ONE_BYTE_CODES) unit += (unit - ONE_BYTE_CODES) * 255 + (trie[node++] ?? 0);
          read(at);
          if (code !== unit) return;
          at = after;
        }
        continue;
      }
      if (head & JUMP) {
        node = pointer(node);
        continue;
      }
      if (head & HAS_OUTPUTS) {
        for (let more = true; more; node += 2) {
          const value = (trie[node] ?? 0) | ((trie[node + 1] ?? 0) << 8);
          more = (value & MORE_OUTPUTS) !== 0;
          const output = value & ~MORE_OUTPUTS;
          if (output !== ACCEPT_ENDING) sink(output, at);
          else if (back) run(back, at, 0);
        }
      }
      if (head & HAS_ENDINGS) {
        for (let left = trie[node++] ?? 0; left > 0; left--) {
          run(endings[trie[node] ?? 0] ?? 0, at, pointer(node + 1));
          node += 1 + width;
        }
      }
      const count = head & 15;
      if (count === 0) return;
      read(at);
      if (code === 0) return;
      at = after;
      if (count === WIDE) {
        node = wideChild(node);
        if (!node) return;
        continue;
      }
      let child = 0;
      let edges = node;
      for (let left = count; left > 0; left--) {
        let unit = trie[edges++] ?? 0;
        if (unit >= ONE_BYTE_CODES) unit += (unit - ONE_BYTE_CODES) * 255 + (trie[edges++] ?? 0);
        if (left > 1) {
          if (unit === code) child = pointer(edges);
          edges += width;
        } else if (unit === code) child = edges;
      }
      if (!child) return;
      node = child;
    }
  };

  const wideChild = (node: number): number => {
    const size = 2 + width;
    let low = 0;
    let high = ((trie[node] ?? 0) | ((trie[node + 1] ?? 0) << 8)) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const entry = node + 2 + middle * size;
      const unit = (trie[entry] ?? 0) | ((trie[entry + 1] ?? 0) << 8);
      if (unit === code) return pointer(entry + 2);
      if (unit < code) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  };

  read(range.start);
  const root = lexicon.first[code];
  if (code && root) run(root, after, 0);
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** The next letter after a line break inside a text without spaces, or `at` itself. */
function afterBreak(text: string, at: number, to: number, kinds: Uint8Array): number {
  let next = at;
  while (next < to && (isBreak(text.charCodeAt(next)) || (next > at && text.charCodeAt(next) === 32))) next++;
  return next < to && next > at && kinds[text.charCodeAt(next)] === 3 ? next : at;
}
