/** Context words in a passage. Looked for only where a name was found whose decision needs them. */
import { endsWord } from './boundary.ts';
import type { ContextGroup } from './context-groups.ts';
import { CLITIC, FIRST_LETTER, folding, HANGUL, IGNORABLE, JOINT, LETTER, SEPARATOR, UNSPACED } from './fold.ts';
import { hashUnit, LONGEST_STEM, STEM_HASH_BITS, WHOLE_WORD } from './layout.ts';
import { contextStems, findStem, goesOn, readStems, type StemRecord, type StemTable } from './stem-codec.ts';
import type { Lexicon, Passage, StemHit } from './types.ts';

const APOSTROPHE = 0x27;
/** As many letters may be clitics before a word. */
const MOST_CLITICS = 4;
/** A sentence of a script without spaces tries every letter: its words are short. */
const LONGEST_UNSPACED = 12;

interface Loaded {
  /** The lexicon's own words: what its aliases name as evidence. */
  readonly own: StemTable;
  readonly groups: Map<ContextGroup, StemTable>;
}

const loaded = new WeakMap<Lexicon, Loaded>();
const known = new WeakMap<Passage, { readonly table: StemTable; readonly stems: readonly StemHit[] }>();

function loadedOf(lexicon: Lexicon): Loaded {
  let found = loaded.get(lexicon);
  if (!found) {
    found = { own: readStems([lexicon.stems]), groups: new Map() };
    loaded.set(lexicon, found);
  }
  return found;
}

/**
 * Joins a group of context words to a lexicon, for as long as the lexicon lives. False, and nothing joined, where the
 * bytes are damaged, of another version or none.
 */
export function addContext(lexicon: Lexicon, group: ContextGroup, bytes: Uint8Array): boolean {
  const stems = contextStems(bytes);
  if (stems) loadedOf(lexicon).groups.set(group, readStems([lexicon.stems, stems]));
  return stems !== undefined;
}

export function hasContext(lexicon: Lexicon, group: ContextGroup): boolean {
  return loadedOf(lexicon).groups.has(group);
}

/** The words that speak in a passage and its surroundings; without a group, or where it is not joined, the lexicon's own alone. */
export function stemTable(lexicon: Lexicon, group: ContextGroup | undefined): StemTable {
  const { own, groups } = loadedOf(lexicon);
  return (group && groups.get(group)) ?? own;
}

/** The stems in a passage, longest first at each place, none overlapping another or a name. Kept with the passage. */
export function stemsIn(passage: Passage, table: StemTable): readonly StemHit[] {
  let found = known.get(passage);
  if (found?.table !== table) {
    found = { table, stems: search(passage, table) };
    known.set(passage, found);
  }
  return found.stems;
}

function search({ text, start, end, hits }: Passage, table: StemTable): readonly StemHit[] {
  // The scan that found the names has filled what this text needs.
  const { fold, kind: kinds } = folding('');
  const found: StemHit[] = [];
  let previous = SEPARATOR;
  let clitics = 0;
  let nextHit = 0;
  for (let i = start; i < end; i++) {
    const hit = hits[nextHit];
    if (hit && i >= hit.start) {
      i = hit.end - 1;
      previous = (kinds[text.charCodeAt(i)] ?? 0) & 3;
      nextHit++;
      continue;
    }
    const kind = kinds[text.charCodeAt(i)] ?? 0;
    if ((kind === previous && kind <= LETTER && clitics === 0) || kind === IGNORABLE) continue;
    const plain = kind & 3;
    const begins = plain !== SEPARATOR && (plain !== previous || plain === UNSPACED || plain === HANGUL || clitics > 0);
    clitics = kind & CLITIC && (begins || clitics > 0) && clitics < MOST_CLITICS ? clitics + 1 : 0;
    previous = plain;
    if (!begins) continue;

    // The word's hash grows letter by letter; each beginning of it may be a stem.
    const limit = Math.min(end, hit ? hit.start : end, i + (plain === UNSPACED ? LONGEST_UNSPACED : LONGEST_STEM));
    let hash = 0;
    let best: StemRecord | undefined;
    let stemEnd = 0;
    let joined = false;
    let wordEnd = 0;
    for (let at = i; at < limit; at++) {
      const unit = fold[text.charCodeAt(at)] ?? 0;
      if (unit < FIRST_LETTER) {
        if (unit === 0 || (unit === JOINT && joined)) continue;
        if (wordEnd === 0) wordEnd = at;
        if (unit === JOINT) {
          if (!goesOn(table, hash)) break;
          hash = hashUnit(hash, JOINT);
          joined = true;
          continue;
        }
        if (unit !== APOSTROPHE) break;
      }
      joined = false;
      hash = hashUnit(hash, unit);
      const last = findStem(table, hash >>> (32 - STEM_HASH_BITS));
      if (!last) continue;
      if (last.flags & WHOLE_WORD && !endsWord(text, { start: i, end: at + 1 }, kinds)) continue;
      // Evidence does not hide the word of context that it begins with.
      best = best && last.weight === 0 ? { ...best, lists: [...best.lists, ...last.lists] } : last;
      stemEnd = at + 1;
    }
    if (!best) {
      // Nothing begins inside a word, unless its first letters may be clitics.
      if (plain === LETTER && clitics === 0 && wordEnd > i) i = wordEnd - 1;
      continue;
    }
    found.push({ start: i, end: stemEnd, record: best });
    previous = (kinds[text.charCodeAt(stemEnd - 1)] ?? 0) & 3;
    i = stemEnd - 1;
    clitics = 0;
  }
  return found;
}
