/**
 * The bytes of a lexicon and back. Little endian; `readLexicon` makes views and three lookup tables, it parses nothing.
 *
 *     offset  bytes  what
 *          0      4  magic "CPLX"
 *          4      2  version
 *          6      2  bytes of an offset in the tree, 2 or 3
 *          8      4  length of everything
 *         12      4  checksum (FNV-1a, 32 bits) of what follows
 *         16     14  counts: entities, alphabet, sense bytes, stem bytes, roots (2 each), tree bytes (4)
 *         30      4  length of the entity ids
 *         34      …  entity ids, ASCII, a line feed between two
 *                 …  kinds, one byte an entity
 *                 …  alphabet, two bytes a folded unit, in the order of their codes (from 8)
 *                 …  senses, six bytes each: entity (2), flags (2), group for, group against
 *                 …  stems, six bytes each: class, weight, flags, three groups
 *                 …  roots, four bytes each: the tree of names, then the sets of endings
 *                 …  tree: nodes as drawn in `trie-writer.ts`
 */
import { folding } from './fold.ts';
import { CHAIN, GATE_SIZE, HAS_ENDINGS, HAS_OUTPUTS, JUMP, MORE_OUTPUTS, ONE_BYTE_CODES, PAIR_ENDS, PAIR_GOES_ON, pairSlot, tripleSlot, WIDE } from './layout.ts';
import type { Lexicon } from './types.ts';

const MAGIC = 0x584c5043;
const VERSION = 1;
const HEADER = 34;
const FIRST_LETTER_CODE = 8;
const SEPARATOR_UNITS = [0x20, 0x27, 0x2e, 0x2c, 0x26, 0x2f, 0x2b];

export type ReadLexicon = { readonly ok: true; readonly value: Lexicon } | { readonly ok: false; readonly problem: string };

export interface LexiconParts {
  readonly entityIds: readonly string[];
  readonly kinds: readonly number[];
  readonly alphabet: readonly number[];
  readonly senses: Uint8Array;
  readonly stems: Uint8Array;
  readonly trie: Uint8Array;
  readonly width: number;
  readonly roots: readonly number[];
}

/** The bytes of a lexicon, header and checksum included. */
export function encodeLexicon(parts: LexiconParts): Uint8Array {
  const ids = parts.entityIds.join('\n');
  const { senses, stems, trie } = parts;
  const total = HEADER + ids.length + parts.kinds.length + parts.alphabet.length * 2 + senses.length + stems.length + parts.roots.length * 4 + trie.length;
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, parts.width, true);
  view.setUint32(8, total, true);
  [parts.kinds.length, parts.alphabet.length, senses.length, stems.length, parts.roots.length].forEach((count, i) => view.setUint16(16 + 2 * i, count, true));
  view.setUint32(26, trie.length, true);
  view.setUint32(30, ids.length, true);
  let at = HEADER;
  const put = (list: ArrayLike<number>) => {
    bytes.set(list, at);
    at += list.length;
  };
  put(Array.from(ids, (char) => char.charCodeAt(0)));
  put(parts.kinds);
  put(parts.alphabet.flatMap((unit) => [unit & 255, unit >> 8]));
  put(senses);
  put(stems);
  put(parts.roots.flatMap((root) => [root & 255, (root >> 8) & 255, (root >> 16) & 255, root >>> 24]));
  put(trie);
  view.setUint32(12, checksum(bytes), true);
  return bytes;
}

/** A lexicon from its bytes, or what is wrong with them. Never throws. */
export function readLexicon(bytes: Uint8Array): ReadLexicon {
  const wrong = (problem: string): ReadLexicon => ({ ok: false, problem });
  if (bytes.length < HEADER) return wrong(`lexicon too short: ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  if (view.getUint32(0, true) !== MAGIC) return wrong('not a lexicon');
  if (u16(4) !== VERSION) return wrong(`lexicon of version ${u16(4)}, this program reads ${VERSION}`);
  if (view.getUint32(8, true) !== bytes.length) return wrong(`lexicon of ${view.getUint32(8, true)} bytes, found ${bytes.length}`);
  if (view.getUint32(12, true) !== checksum(bytes)) return wrong('lexicon damaged: its checksum does not fit');
  const [entities, letters, senseBytes, stemBytes, roots] = [u16(16), u16(18), u16(20), u16(22), u16(24)];
  const trieBytes = view.getUint32(26, true);
  const idBytes = view.getUint32(30, true);
  if (HEADER + idBytes + entities + letters * 2 + senseBytes + stemBytes + roots * 4 + trieBytes !== bytes.length) return wrong('lexicon damaged: its parts do not fit its length');
  let at = HEADER;
  const take = (length: number) => bytes.subarray(at, (at += length));
  const ids = new TextDecoder().decode(take(idBytes));
  const kinds = take(entities);
  const alphabet = at;
  take(letters * 2);
  const senses = take(senseBytes);
  const stems = take(stemBytes);
  const endings = new Int32Array(roots - 1);
  const root = view.getUint32(at, true);
  for (let i = 1; i < roots; i++) endings[i - 1] = view.getUint32(at + i * 4, true);
  take(roots * 4);
  const trie = take(trieBytes);

  const codeOf = new Uint16Array(0x10000);
  SEPARATOR_UNITS.forEach((unit, i) => {
    codeOf[unit] = i + 1;
  });
  for (let i = 0; i < letters; i++) codeOf[u16(alphabet + 2 * i)] = FIRST_LETTER_CODE + i;
  const { fold } = folding();
  const codes = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) codes[unit] = codeOf[fold[unit] ?? 0] ?? 0;

  const width = u16(6);
  const first = new Int32Array(letters + FIRST_LETTER_CODE);
  const gate = new Uint8Array(2 * GATE_SIZE);
  const edges = edgeReader(trie, width, endings);
  edges(root, (a, below) => {
    first[a] = below;
    const alone = edges(below, (b, third) => {
      const ends = edges(third, (c) => {
        gate[tripleSlot(a, b, c)] = 1;
      });
      gate[pairSlot(a, b)] = (gate[pairSlot(a, b)] ?? 0) | PAIR_GOES_ON | (ends ? PAIR_ENDS : 0);
    });
    // A name of one letter: whatever follows, look.
    if (alone) for (let b = 0; b < letters + FIRST_LETTER_CODE; b++) gate[pairSlot(a, b)] = PAIR_ENDS;
  });
  return { ok: true, value: { entityIds: ids ? ids.split('\n') : [], kinds, codes, first, gate, trie, width, endings, senses, stems } };
}

/**
 * Visits what may follow a node: each next code with the node below it. Endings that begin with a letter count as
 * that letter with nothing known below. True if a name may end here or an ending may be empty.
 */
function edgeReader(trie: Uint8Array, width: number, endings: Int32Array) {
  const pointer = (at: number) => (trie[at] ?? 0) | ((trie[at + 1] ?? 0) << 8) | (width === 3 ? (trie[at + 2] ?? 0) << 16 : 0);
  const unitAt = (at: number): readonly [number, number] => {
    const unit = trie[at] ?? 0;
    return unit < ONE_BYTE_CODES ? [unit, at + 1] : [unit + (unit - ONE_BYTE_CODES) * 255 + (trie[at + 1] ?? 0), at + 2];
  };
  return (node: number, visit: (code: number, below: number) => void): boolean => {
    // A pending place inside a chain is written as its negative offset with the number of codes left in the low bits.
    let at = node;
    let left = 0;
    if (at < 0) [at, left] = [-at >> 7, -at & 127];
    let open = false;
    for (;;) {
      if (left > 0) {
        const [code, next] = unitAt(at);
        visit(code, left > 1 ? -((next << 7) | (left - 1)) : next);
        return open;
      }
      const head = trie[at++] ?? 0;
      if (head & CHAIN) {
        left = head & 127;
        continue;
      }
      if (head & JUMP) {
        at = pointer(at);
        continue;
      }
      if (head & HAS_OUTPUTS) {
        open = true;
        while (((trie[at + 1] ?? 0) << 8) & MORE_OUTPUTS) at += 2;
        at += 2;
      }
      if (head & HAS_ENDINGS) {
        open = true;
        const count = trie[at++] ?? 0;
        at += count * (1 + width);
      }
      const count = head & 15;
      if (count === WIDE) {
        const many = (trie[at] ?? 0) | ((trie[at + 1] ?? 0) << 8);
        for (let i = 0, entry = at + 2; i < many; i++, entry += 2 + width) visit((trie[entry] ?? 0) | ((trie[entry + 1] ?? 0) << 8), pointer(entry + 2));
        return open;
      }
      for (let i = 1; i <= count; i++) {
        const [code, next] = unitAt(at);
        at = next;
        visit(code, i < count ? pointer(at) : at);
        if (i < count) at += width;
      }
      return open;
    }
  };
}

function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 16; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Bytes as base64, for a storage record. */
export function lexiconToText(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x2000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
  return btoa(binary);
}

/** Bytes from base64; of a text that is none, zero bytes, which `readLexicon` refuses. */
export function lexiconFromText(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
