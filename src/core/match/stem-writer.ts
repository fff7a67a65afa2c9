/** Writes context stems as `stem-codec.ts` draws them. Background only. */

import type { ContextStem } from './context-table.ts';
import { foldText } from './fold.ts';
import { GOES_ON, STEM_CLASSES, STEM_HASH_BITS, WHOLE_WORD } from './layout.ts';
import { fingerprint } from './stem-codec.ts';
import { lengthBytes } from './trie-writer.ts';

/** A byte holds a record's index. */
const MOST_RECORDS = 255;

interface Entry {
  kind: number;
  weight: number;
  flags: number;
  readonly groups: number[];
}

/**
 * Bytes of the stems and of the words that aliases name as evidence (by number of their list). Where a stem stands
 * twice the heavier counts. Words that would need more kinds of records than a byte can number are left out.
 */
export function writeStems(stems: readonly ContextStem[], evidence: Iterable<readonly [string, number]>): Uint8Array {
  const entries = new Map<string, Entry>();
  const entryOf = (text: string): Entry => {
    const known = entries.get(text);
    if (known) return known;
    const fresh = { kind: 0, weight: 0, flags: 0, groups: [] };
    entries.set(text, fresh);
    return fresh;
  };
  for (const { text, kind, weight, whole } of stems) {
    const folded = foldText(text);
    if (!folded) continue;
    const entry = entryOf(folded);
    if (entry.weight >= weight) continue;
    Object.assign(entry, { kind: STEM_CLASSES.indexOf(kind), weight, flags: whole ? WHOLE_WORD : 0 });
  }
  for (const [text, group] of evidence) {
    const folded = foldText(text.replace(/^=/, ''));
    if (!folded) continue;
    const isNew = !entries.has(folded);
    const entry = entryOf(folded);
    if (isNew && text.startsWith('=')) entry.flags |= WHOLE_WORD;
    if (entry.groups.length < 3 && !entry.groups.includes(group)) entry.groups.push(group);
  }
  for (const [text, entry] of entries) if (isSaidAlready(text, entry, entries)) entries.delete(text);
  for (const text of [...entries.keys()]) {
    for (let space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1))
      entryOf(text.slice(0, space)).flags |= GOES_ON;
  }
  return pack(entries);
}

/**
 * True for a stem that begins with a shorter one of the same class: the shorter finds it too. Where the longer weighs
 * more it stays; where it weighs less it would only hide the shorter, since the longest counts.
 */
function isSaidAlready(text: string, entry: Entry, entries: ReadonlyMap<string, Entry>): boolean {
  if (entry.groups.length > 0) return false;
  for (let length = text.length - 1; length > 1; length--) {
    const shorter = entries.get(text.slice(0, length));
    if (shorter && shorter.kind === entry.kind && !(shorter.flags & WHOLE_WORD) && shorter.weight >= entry.weight) return true;
  }
  return false;
}

function pack(entries: ReadonlyMap<string, Entry>): Uint8Array {
  const records = new Map<string, { readonly record: readonly number[]; readonly hashes: Set<number> }>();
  for (const [
    text,
    {
      kind,
      weight,
      flags,
      groups: [a = 0, b = 0, c = 0],
    },
  ] of entries) {
    const record = [kind, weight, flags, a, b, c];
    const known = records.get(record.join());
    if (known) known.hashes.add(fingerprint(text));
    else if (records.size < MOST_RECORDS) records.set(record.join(), { record, hashes: new Set([fingerprint(text)]) });
  }
  const out = [records.size];
  const groups = [...records.values()].map(({ record, hashes }) => {
    const sorted = Float64Array.from(hashes).sort();
    const remainder = Math.max(0, Math.floor(Math.log2((2 ** STEM_HASH_BITS / sorted.length) * Math.LN2)));
    out.push(...record, ...lengthBytes(sorted.length), remainder);
    return { sorted, remainder };
  });
  let byte = 0;
  let used = 0;
  const put = (bit: number) => {
    byte |= bit << used;
    if (++used < 8) return;
    out.push(byte);
    byte = used = 0;
  };
  for (const { sorted, remainder } of groups) {
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
  return Uint8Array.from(out);
}
