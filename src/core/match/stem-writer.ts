/** Writes context stems as `stem-codec.ts` draws them. Background only. */
import { checksum, VERSION } from './codec.ts';
import type { ContextStem } from './context-table.ts';
import { foldText } from './fold.ts';
import { FIRST_UNITS, STEM_CLASSES, STEM_HASH_BITS, type StemClass, WHOLE_WORD } from './layout.ts';
import { addBeginning, CONTEXT_HEADER_BYTES, CONTEXT_MAGIC, fingerprint, hashOf } from './stem-codec.ts';
import { lengthBytes } from './trie-writer.ts';

/** More bits let fewer words through that begin nothing, which costs time only. */
const BITS_OF_BEGINNING = 5;
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
  return pack([...entries].filter(([text, entry]) => !isSaidAlready(text, entry, entries)));
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
    if (text.length >= FIRST_UNITS) beginnings.add(hashOf(text.slice(0, FIRST_UNITS)));
    for (let space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
      beginnings.add(hashOf(text.slice(0, space)));
    }
  }
  const logarithm = Math.max(3, Math.round(Math.log2(beginnings.size * BITS_OF_BEGINNING + 1)));
  const bits = new Uint8Array(2 ** logarithm / 8);
  for (const hash of beginnings) addBeginning(bits, hash);
  const records = new Map<string, { readonly record: readonly number[]; readonly hashes: Set<number> }>();
  for (const [text, { kind, weight, flags, groups }] of stems) {
    const [a = 0, b = 0, c = 0] = groups;
    const record = [kind, weight, flags, a, b, c];
    const known = records.get(record.join());
    if (known) known.hashes.add(fingerprint(text));
    else if (records.size < MOST_RECORDS) records.set(record.join(), { record, hashes: new Set([fingerprint(text)]) });
  }
  const out = [logarithm, ...bits, records.size];
  const lists = [...records.values()].map(({ record, hashes }) => {
    const sorted = Float64Array.from(hashes).sort();
    const remainder = Math.max(0, Math.floor(Math.log2((2 ** STEM_HASH_BITS / sorted.length) * Math.LN2)));
    out.push(...record, ...lengthBytes(sorted.length), remainder);
    return { sorted, remainder };
  });
  writeDistances(out, lists);
  return Uint8Array.from(out);
}

/** Distances of sorted numbers, Rice-coded: the quotient as ones and a zero, then the remainder, low bit first. */
function writeDistances(
  out: number[],
  lists: readonly { readonly sorted: Float64Array; readonly remainder: number }[],
): void {
  let byte = 0;
  let used = 0;
  const put = (bit: number) => {
    byte |= bit << used;
    if (++used < 8) return;
    out.push(byte);
    byte = 0;
    used = 0;
  };
  for (const { sorted, remainder } of lists) {
    let last = 0;
    for (const hash of sorted) {
      const distance = hash - last;
      last = hash;
      for (let i = distance >>> remainder; i > 0; i--) put(1);
      put(0);
      for (let i = 0; i < remainder; i++) put((distance >>> i) & 1);
    }
  }
  if (used > 0) out.push(byte);
}
