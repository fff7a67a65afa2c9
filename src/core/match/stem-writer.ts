/** Writes context stems as `stem-codec.ts` draws them. Background only. */
import { checksum, VERSION } from './codec.ts';
import type { ContextStem } from './context-table.ts';
import { foldText } from './fold.ts';
import { FINGERPRINT_BITS, FIRST_UNITS, STEM_CLASSES, type StemClass, WHOLE_WORD } from './layout.ts';
import { addBeginning, CONTEXT_HEADER_BYTES, CONTEXT_MAGIC, fingerprint, hashOf } from './stem-codec.ts';
import { lengthBytes } from './trie-writer.ts';

/** Bits for each beginning in the filter: more let fewer words through that begin nothing, which costs time only. */
const BITS_OF_BEGINNING = 8;
/** Fewer would cost more bytes for the lengths of blocks, more would have a page read stems in vain. */
const STEMS_OF_BLOCK = 16;
/** A remainder so long suits the numbers of records: half of all stems have one of the first three. */
const RECORD_BITS = 2;
/** A byte holds a record's index. */
const MOST_RECORDS = 255;
const MOST_GROUPS = 3;

/** Of words that one language has for our subject and another for something else the former count. */
const TOPIC: readonly StemClass[] = ['actor', 'subject', 'trace'];
const SUBJECT = STEM_CLASSES.indexOf('subject');
/** What a word of the subject says already. */
const WEAKER = [STEM_CLASSES.indexOf('trace'), STEM_CLASSES.indexOf('actor')];

/** Evidence as short as this is meant as a whole word: "SEC" is not the beginning of "security". */
const SHORT = /^[\p{Script=Latin}\p{Script=Cyrillic}$]{1,4}$/u;

interface Entry {
  readonly kind: number;
  readonly weight: number;
  readonly flags: number;
  readonly groups: readonly number[];
}

/** Bytes of a group of context words, header included. */
export function writeContext(stems: readonly ContextStem[]): Uint8Array {
  const body = writeStems(stems, []);
  const bytes = new Uint8Array(CONTEXT_HEADER_BYTES + body.length);
  bytes.set(body, CONTEXT_HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  [CONTEXT_MAGIC, VERSION, bytes.length, checksum(bytes)].forEach((value, i) => {
    view.setUint32(4 * i, value, true);
  });
  return bytes;
}

/**
 * Bytes of the stems and of the words that aliases name as evidence (by number of their list). Where a stem stands
 * twice the heavier counts, of equal ones that of the class named first in `TOPIC`. Words that would need more kinds of records than a byte can number are left out.
 */
export function writeStems(stems: readonly ContextStem[], evidence: Iterable<readonly [string, number]>): Uint8Array {
  const entries = new Map<string, Entry>();
  for (const [text, group] of evidence) {
    const folded = foldText(text.replace(/^=/, ''));
    const groups = entries.get(folded)?.groups ?? [];
    if (!folded || groups.includes(group) || groups.length === MOST_GROUPS) continue;
    entries.set(folded, {
      kind: 0,
      weight: 0,
      flags: text.startsWith('=') || SHORT.test(text) ? WHOLE_WORD : 0,
      groups: [...groups, group],
    });
  }
  const first = (kind: StemClass) => (TOPIC.includes(kind) ? TOPIC.indexOf(kind) : TOPIC.length);
  const ordered = [...stems].sort((a, b) => first(a.kind) - first(b.kind));
  for (const { folded, kind, weight, whole } of ordered) {
    const known = entries.get(folded);
    if (known && known.weight >= weight) continue;
    const groups = known?.groups ?? [];
    entries.set(folded, { kind: STEM_CLASSES.indexOf(kind), weight, flags: whole ? WHOLE_WORD : 0, groups });
  }
  const kept = [...entries].filter(([text, entry]) => !isSaidAlready(text, entry, entries));
  return pack(kept);
}

/**
 * True for a stem that begins with a shorter one of the same class: the shorter finds it too. Where the longer weighs
 * more it stays; where it weighs less it would only hide the shorter, since the longest counts.
 */
function isSaidAlready(text: string, entry: Entry, entries: ReadonlyMap<string, Entry>): boolean {
  if (entry.groups.length > 0) return false;
  for (let length = text.length - 1; length > 1; length--) {
    const shorter = entries.get(text.slice(0, length));
    const same = shorter && (shorter.kind === entry.kind || (shorter.kind === SUBJECT && WEAKER.includes(entry.kind)));
    if (same && !(shorter.flags & WHOLE_WORD) && shorter.weight >= entry.weight) {
      return true;
    }
  }
  return false;
}

function pack(stems: readonly (readonly [string, Entry])[]): Uint8Array {
  const beginnings = new Set<number>();
  for (const [text] of stems) {
    beginnings.add(hashOf(text.slice(0, FIRST_UNITS)));
    for (let space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
      beginnings.add(hashOf(text.slice(0, space + 1)));
    }
  }
  const bits = new Uint8Array(Math.ceil((beginnings.size * BITS_OF_BEGINNING) / 8));
  for (const hash of beginnings) addBeginning(bits, hash);
  const kept = withRecords(stems);
  const blocks = Math.max(0, Math.round(Math.log2((kept.stems.length + 1) / STEMS_OF_BLOCK)));
  const distance = 2 ** FINGERPRINT_BITS / Math.max(1, kept.stems.length / 2 ** blocks);
  const distanceBits = Math.max(0, Math.floor(Math.log2(distance * Math.LN2)));
  const ends = Array.from({ length: 2 ** blocks }, (): Stem[] => []);
  for (const stem of kept.stems) ends[(stem.first >>> 1) >>> (31 - blocks)]?.push(stem);
  const written = ends.map((block) => writeBlock(block, distanceBits));
  return Uint8Array.from([
    ...lengthBytes(bits.length),
    ...bits,
    kept.records.length,
    ...kept.records.flat(),
    blocks,
    distanceBits,
    RECORD_BITS,
    ...written.flatMap(({ length }) => lengthBytes(length)),
    ...written.flat(),
  ]);
}

interface Stem {
  /** Hash of its first units. */
  readonly first: number;
  readonly fingerprint: number;
  /** Number of its record. */
  readonly record: number;
}

/** The stems with their records, frequent ones first: those have the shorter numbers. */
function withRecords(stems: readonly (readonly [string, Entry])[]): {
  readonly records: readonly (readonly number[])[];
  readonly stems: readonly Stem[];
} {
  const recordOf = ({ kind, weight, flags, groups: [a = 0, b = 0, c = 0] }: Entry) => [kind, weight, flags, a, b, c];
  const counts = new Map<string, { readonly record: readonly number[]; count: number }>();
  for (const [, entry] of stems) {
    const record = recordOf(entry);
    const known = counts.get(record.join());
    if (known) known.count++;
    else if (counts.size < MOST_RECORDS) counts.set(record.join(), { record, count: 1 });
  }
  const ordered = [...counts].sort(([, a], [, b]) => b.count - a.count);
  const numbers = new Map(ordered.map(([key], i) => [key, i]));
  const numbered = stems.flatMap(([text, entry]): Stem[] => {
    const record = numbers.get(recordOf(entry).join());
    if (record === undefined) return [];
    return [{ first: hashOf(text.slice(0, FIRST_UNITS)), fingerprint: fingerprint(hashOf(text)), record }];
  });
  return { records: ordered.map(([, { record }]) => record), stems: numbered };
}

/** The stems of a block by their fingerprints: distance from the last and number of the record, both Rice-coded. */
function writeBlock(stems: readonly Stem[], distanceBits: number): number[] {
  const out: number[] = [];
  let used = 8;
  const put = (bit: number) => {
    if (used === 8) {
      out.push(0);
      used = 0;
    }
    out[out.length - 1] = (out.at(-1) ?? 0) | (bit << used);
    used++;
  };
  const rice = (value: number, remainder: number) => {
    for (let i = value >>> remainder; i > 0; i--) put(1);
    put(0);
    for (let i = 0; i < remainder; i++) put((value >>> i) & 1);
  };
  let last = 0;
  for (const { fingerprint, record } of [...stems].sort((a, b) => a.fingerprint - b.fingerprint)) {
    rice(fingerprint - last, distanceBits);
    rice(record, RECORD_BITS);
    last = fingerprint;
  }
  while (used < 8) put(1);
  return out;
}
