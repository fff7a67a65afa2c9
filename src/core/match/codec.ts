/**
 * The bytes of a lexicon and back. Little endian; `readLexicon` makes views and three lookup tables, it parses nothing.
 *
 *     offset  bytes  what
 *          0      4  magic "CPLX"
 *          4      4  version
 *          8      4  length of everything
 *         12      4  checksum (FNV-1a, 32 bits) of what follows
 *         16     28  lengths in bytes: entity ids, kinds, frequent letters, other letters, senses, tree, stems (4 each)
 *         44      …  entity ids, ASCII, a line feed between two
 *                 …  kinds, one byte an entity
 *                 …  letters of the alphabet, sorted, as distances (length bytes); frequent ones have the first codes
 *                 …  senses, `SENSE_BYTES` each; the first is no sense but a complete ending
 *                 …  tree: a zero, first codes with their subtrees, then each set of endings after its length
 *                 …  stems as drawn in `stem-codec.ts`
 */
import {
  BRANCH,
  CHAIN,
  FIRST_LETTER_CODE,
  GATE_ON,
  GATE_OPEN,
  GATE_SIZE,
  HAS_ENDINGS,
  HAS_OUTPUTS,
  HASHED,
  LONGEST_CHAIN,
  MORE,
  MORE_OUTPUTS,
  ONE_BYTE_CODES,
  pairSlot,
  quadSlot,
  SEPARATOR_UNITS,
  tripleSlot,
  WIDE,
  WIDE_ENTRY_BYTES,
} from './layout.ts';
import type { Lexicon } from './types.ts';

export const MAGIC = 0x584c5043;
export const VERSION = 2;
export const HEADER_BYTES = 44;
const SECTIONS = 7;
const CHECKED_FROM = 16;

export type ReadLexicon =
  | { readonly ok: true; readonly value: Lexicon }
  | { readonly ok: false; readonly problem: string };

/** A lexicon from its bytes, or what is wrong with them. Never throws. */
export function readLexicon(bytes: Uint8Array): ReadLexicon {
  const wrong = (problem: string): ReadLexicon => ({ ok: false, problem });
  if (bytes.length < HEADER_BYTES) return wrong(`lexicon too short: ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number) => view.getUint32(at, true);
  if (u32(0) !== MAGIC) return wrong('not a lexicon');
  if (u32(4) !== VERSION) return wrong(`lexicon of version ${u32(4)}, this program reads ${VERSION}`);
  if (u32(8) !== bytes.length) return wrong(`lexicon of ${u32(8)} bytes, found ${bytes.length}`);
  if (u32(12) !== checksum(bytes)) return wrong('lexicon damaged: its checksum does not fit');
  let at = HEADER_BYTES;
  const sections: Uint8Array[] = [];
  for (let i = 0; i < SECTIONS; i++) {
    const length = u32(CHECKED_FROM + 4 * i);
    sections.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length) return wrong('lexicon damaged: its parts do not fit its length');
  const [ids = bytes, kinds = bytes, frequent = bytes, others = bytes, senses = bytes, trie = bytes, stems = bytes] =
    sections;

  const letters = [...distances(frequent), ...distances(others)];
  const codes = new Uint16Array(0x10000);
  SEPARATOR_UNITS.forEach((unit, i) => {
    codes[unit] = i + 1;
  });
  letters.forEach((unit, i) => {
    codes[unit] = FIRST_LETTER_CODE + i;
  });

  const first = new Int32Array(letters.length + FIRST_LETTER_CODE);
  const gate = new Uint8Array(3 * GATE_SIZE);
  const end = readRoot(trie, first);
  for (let a = 0; a < first.length; a++) {
    const below = first[a] ?? 0;
    if (below && fillGate(gate, { trie, at: below, left: 0 }, [a])) {
      for (let b = 0; b < first.length; b++) openPair(gate, a, b);
    }
  }
  const endings: number[] = [];
  for (let next = end; next < trie.length; ) {
    const [length, body] = lengthAt(trie, next);
    endings.push(body);
    next = body + length;
  }
  const text = new TextDecoder().decode(ids);
  return {
    ok: true,
    value: {
      entityIds: text ? text.split('\n') : [],
      kinds,
      codes,
      first,
      gate,
      trie,
      endings: Int32Array.from(endings),
      senses,
      stems,
    },
  };
}

/** Fills the table of first codes; gives the place after the root. */
function readRoot(trie: Uint8Array, first: Int32Array): number {
  const count = (trie[1] ?? 0) | ((trie[2] ?? 0) << 8);
  const children: { code: number; length: number }[] = [];
  let at = 3;
  for (let i = 0; i < count; i++) {
    const [code, afterCode] = codeAt(trie, at);
    const [length, next] = lengthAt(trie, afterCode);
    children.push({ code, length });
    at = next;
  }
  for (const { code, length } of children) {
    first[code] = at;
    at += length;
  }
  return at;
}

function codeAt(trie: Uint8Array, at: number): readonly [number, number] {
  const byte = trie[at] ?? 0;
  return byte < ONE_BYTE_CODES ? [byte, at + 1] : [byte + (byte - ONE_BYTE_CODES) * 255 + (trie[at + 1] ?? 0), at + 2];
}

function lengthAt(bytes: Uint8Array, from: number): readonly [number, number] {
  let length = 0;
  let at = from;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    length |= (byte & (MORE - 1)) << shift;
    if (byte < MORE) return [length, at];
  }
}

/** A place in the tree: a node, or inside a chain with so many letters left. */
interface Place {
  readonly trie: Uint8Array;
  readonly at: number;
  readonly left: number;
}

/** Marks which second, third and fourth codes follow the codes so far. True if a name may end or an ending begin here. */
function fillGate(gate: Uint8Array, place: Place, codes: readonly [number, number?, number?]): boolean {
  const [a, b, c] = codes;
  return edges(place, (code, below) => {
    if (c !== undefined && b !== undefined) {
      mark(gate, quadSlot(a, b, c, code), GATE_ON);
      return;
    }
    const slot = b === undefined ? pairSlot(a, code) : tripleSlot(a, b, code);
    const open = fillGate(gate, below, b === undefined ? [a, code] : [a, b, code]);
    mark(gate, slot, open ? GATE_ON | GATE_OPEN : GATE_ON);
    if (open && b === undefined) openPair(gate, a, code);
  });
}

/** Two letters after which anything may follow: told by the table of two, and by that of three for frequent letters. */
function openPair(gate: Uint8Array, a: number, b: number): void {
  mark(gate, pairSlot(a, b), GATE_OPEN);
  if (a >= ONE_BYTE_CODES || b >= ONE_BYTE_CODES) return;
  for (let c = 0; c < ONE_BYTE_CODES; c++) mark(gate, tripleSlot(a, b, c), GATE_OPEN);
}

function mark(gate: Uint8Array, slot: number, value: number): void {
  gate[slot] = (gate[slot] ?? 0) | value;
}

/** Visits each letter that may follow and the place after it. True if a name or an ending may end or begin here. */
function edges({ trie, at: from, left }: Place, visit: (code: number, below: Place) => void): boolean {
  let at = from;
  let inChain = left;
  if (inChain === 0) {
    const head = trie[at++] ?? 0;
    if (head & CHAIN) {
      if (head & HASHED) return true;
      inChain = head & LONGEST_CHAIN;
    } else if (!(head & BRANCH)) {
      return true;
    } else {
      return branchEdges(trie, at, head, visit);
    }
  }
  const [code, next] = codeAt(trie, at);
  visit(code, { trie, at: next, left: inChain - 1 });
  return false;
}

function branchEdges(
  trie: Uint8Array,
  from: number,
  head: number,
  visit: (code: number, below: Place) => void,
): boolean {
  let at = from;
  if (head & HAS_OUTPUTS) {
    while ((((trie[at + 1] ?? 0) << 8) & MORE_OUTPUTS) !== 0) at += 2;
    at += 2;
  }
  const count = head & WIDE;
  let skip = 0;
  if (head & HAS_ENDINGS) {
    let sets = 1;
    while ((trie[at++] ?? 0) & MORE) sets++;
    for (let i = 0; i < sets; i++) {
      if (i === sets - 1 && count === 0) break;
      const [length, next] = lengthAt(trie, at);
      skip += length;
      at = next;
    }
  }
  const found: { code: number; below: number }[] = [];
  if (count === WIDE) {
    const many = (trie[at] ?? 0) | ((trie[at + 1] ?? 0) << 8);
    const children = at + 2 + many * WIDE_ENTRY_BYTES + skip;
    for (let entry = at + 2; found.length < many; entry += WIDE_ENTRY_BYTES) {
      const offset = (trie[entry + 2] ?? 0) | ((trie[entry + 3] ?? 0) << 8) | ((trie[entry + 4] ?? 0) << 16);
      found.push({ code: (trie[entry] ?? 0) | ((trie[entry + 1] ?? 0) << 8), below: children + offset });
    }
  } else {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const [code, afterCode] = codeAt(trie, at);
      found.push({ code, below: sum });
      at = afterCode;
      if (i === count - 1) break;
      const [length, next] = lengthAt(trie, at);
      sum += length;
      at = next;
    }
    for (const edge of found) edge.below += at + skip;
  }
  for (const { code, below } of found) visit(code, { trie, at: below, left: 0 });
  return (head & (HAS_OUTPUTS | HAS_ENDINGS)) !== 0;
}

/** Sorted units from their distances. */
function distances(bytes: Uint8Array): number[] {
  const units: number[] = [];
  let unit = 0;
  for (let at = 0; at < bytes.length; ) {
    const [distance, next] = lengthAt(bytes, at);
    unit += distance;
    units.push(unit & 0xffff);
    at = next;
  }
  return units;
}

/** Covers everything behind the fixed part of the header. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = CHECKED_FROM; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
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
