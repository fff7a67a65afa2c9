/** Writes context stems as `stem-codec.ts` draws them. Background only. */
import type { ContextStem } from './context-table.ts';
import { foldText } from './fold.ts';
import { GOES_ON, STEM_CLASSES, STEM_HASH_BITS, WHOLE_WORD } from './layout.ts';
import { fingerprint } from './stem-codec.ts';
import { lengthBytes } from './trie-writer.ts';

/** A byte holds a record's index. */
const MOST_RECORDS = 255;
const MOST_GROUPS = 3;
/** Whatever the room, this many stems are written. */
const FEWEST_STEMS = 3000;
/** As near as the search for the most that fit comes. */
const FEW = 16;

/** Evidence as short as this is meant as a whole word: "SEC" is not the beginning of "security". */
const SHORT = /^[\p{Script=Latin}\p{Script=Cyrillic}$]{1,4}$/u;

interface Entry {
  readonly kind: number;
  readonly weight: number;
  flags: number;
  readonly groups: readonly number[];
}

/**
 * Bytes of the stems and of the words that aliases name as evidence (by number of their list). Where a stem stands
 * twice the heavier counts. Stems of the highest rank are left out as far as the bytes would be more than `room`;
 * words that would need more kinds of records than a byte can number are left out too.
 */
export function writeStems(input: {
  readonly stems: readonly ContextStem[];
  readonly evidence: Iterable<readonly [string, number]>;
  readonly room: number;
}): Uint8Array {
  const entries = new Map<string, Entry>();
  for (const [text, group] of input.evidence) {
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
  const ranked = [...input.stems].sort((a, b) => a.rank - b.rank);
  for (const { folded, kind, weight, whole } of ranked) {
    const known = entries.get(folded);
    if (known && known.weight >= weight) continue;
    const groups = known?.groups ?? [];
    entries.set(folded, { kind: STEM_CLASSES.indexOf(kind), weight, flags: whole ? WHOLE_WORD : 0, groups });
  }
  const said = [...entries].filter(([text, entry]) => !isSaidAlready(text, entry, entries));
  // The most that fit, to within a few: whatever is kept, phrases need their beginnings too.
  let bytes = pack(said);
  if (bytes.length <= input.room) return bytes;
  let fewest = Math.min(FEWEST_STEMS, said.length);
  let most = said.length;
  bytes = pack(said.slice(0, fewest));
  while (most - fewest > FEW) {
    const middle = (fewest + most) >> 1;
    const tried = pack(said.slice(0, middle));
    if (tried.length > input.room) most = middle;
    else {
      fewest = middle;
      bytes = tried;
    }
  }
  return bytes;
}

/**
 * True for a stem that begins with a shorter one of the same class: the shorter finds it too. Where the longer weighs
 * more it stays; where it weighs less it would only hide the shorter, since the longest counts.
 */
function isSaidAlready(text: string, entry: Entry, entries: ReadonlyMap<string, Entry>): boolean {
  if (entry.groups.length > 0) return false;
  for (let length = text.length - 1; length > 1; length--) {
    const shorter = entries.get(text.slice(0, length));
    if (shorter && shorter.kind === entry.kind && !(shorter.flags & WHOLE_WORD) && shorter.weight >= entry.weight) {
      return true;
    }
  }
  return false;
}

function pack(stems: readonly (readonly [string, Entry])[]): Uint8Array {
  const entries = new Map(stems.map(([text, entry]) => [text, { ...entry }]));
  for (const [text] of stems) {
    for (let space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
      const beginning = text.slice(0, space);
      const entry = entries.get(beginning);
      if (entry) entry.flags |= GOES_ON;
      else entries.set(beginning, { kind: 0, weight: 0, flags: GOES_ON, groups: [] });
    }
  }
  const records = new Map<string, { readonly record: readonly number[]; readonly hashes: Set<number> }>();
  for (const [text, { kind, weight, flags, groups }] of entries) {
    const [a = 0, b = 0, c = 0] = groups;
    const record = [kind, weight, flags, a, b, c];
    const known = records.get(record.join());
    if (known) known.hashes.add(fingerprint(text));
    else if (records.size < MOST_RECORDS) records.set(record.join(), { record, hashes: new Set([fingerprint(text)]) });
  }
  const out = [records.size];
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
