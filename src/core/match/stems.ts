/** Context words in a passage. Looked for only where a name was found whose decision needs them. */
import { endsWord } from './boundary.ts';
import type { ContextGroup } from './context-groups.ts';
import {
  CLITIC,
  FIRST_LETTER,
  type Folding,
  folding,
  HANGUL,
  IGNORABLE,
  JOINT,
  LATIN_END,
  LETTER,
  SEPARATOR,
  UNSPACED,
} from './fold.ts';
import { FIRST_UNITS, hashUnit, LONGEST_STEM, LONGEST_UNSPACED, type StemClass, WHOLE_WORD } from './layout.ts';
import {
  beginsIn,
  contextStems,
  DULL_MASK,
  findStem,
  goesOn,
  readStems,
  type StemRecord,
  type StemTable,
} from './stem-codec.ts';
import type { Lexicon, Passage, StemHit } from './types.ts';

const APOSTROPHE = 0x27;
/** As many letters may be clitics before a word. */
const MOST_CLITICS = 4;

interface Loaded {
  /** The lexicon's own words: what its aliases name as evidence. */
  readonly own: StemTable;
  readonly groups: Map<ContextGroup, StemTable>;
}

const loaded = new WeakMap<Lexicon, Loaded>();
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

/** The stems in a passage by their beginning, the longest at each place, none overlapping a name, and none another but where words are not spaced. */
export function stemsIn(passage: Passage, table: StemTable): readonly StemHit[] {
  passage.known ??= {};
  const { known } = passage;
  if (known.table !== table) {
    known.table = table;
    known.stems = undefined;
    known.weighed = undefined;
  }
  known.stems ??= search(passage, table);
  return known.stems;
}

function search({ text, start, end, hits }: Passage, table: StemTable): readonly StemHit[] {
  // The scan that found the names has filled what this text needs.
  const tables = folding('');
  const { kind: kinds } = tables;
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
    const dull = plain === LETTER ? dullEnd(text, i, end, table, tables.fold) : 0;
    if (dull > 0) {
      i = dull - 1;
      continue;
    }

    const limit = Math.min(end, hit ? hit.start : end, i + (plain === UNSPACED ? LONGEST_UNSPACED : LONGEST_STEM));
    const record = stemAt(text, i, limit, table, tables);
    if (!record) {
      if (plain === LETTER && wordHash !== 0 && !goesOn(table, hashUnit(wordHash, JOINT)))
        table.dull[wordHash & DULL_MASK] = wordHash;
      // Nothing begins inside a word, unless its first letters may be clitics.
      if (plain === LETTER && wordHash !== 0) i = wordStop - 1;
      else if (plain === LETTER && clitics === 0)
        while (i + 1 < wordEnd && kinds[text.charCodeAt(i + 1)] === LETTER) i++;
      continue;
    }
    found.push({ start: i, end: stemEnd, record, hash: stemHash });
    let stop = plain === LETTER && wordHash !== 0 && stemEnd < wordStop ? wordStop : stemEnd;
    // Where words are not spaced a weaker one may hide the beginning of one that says the subject: 社交网络 and 网络攻击.
    for (let j = i + 1; plain === UNSPACED && !saysSubject(record) && j < stop; j++) {
      const within = stemAt(text, j, Math.min(end, hit ? hit.start : end, j + LONGEST_UNSPACED), table, tables);
      if (!within || !saysSubject(within) || stemEnd <= stop) continue;
      found.push({ start: j, end: stemEnd, record: within, hash: stemHash });
      stop = stemEnd;
      break;
    }
    previous = (kinds[text.charCodeAt(stop - 1)] ?? 0) & 3;
    i = stop - 1;
    clitics = 0;
  }
  return found;
}

/** Hash of the word that `dullEnd` looked at last, 0 where it was none that may be dull; and the word's end. */
let wordHash = 0;
let wordStop = 0;

/**
 * The end of the word at `start`, where it is known to be no stem and to begin no phrase: most words of most texts are
 * met again. Else 0. Only words of Latin letters that a separator ends are known.
 */
function dullEnd(text: string, start: number, end: number, { dull }: StemTable, fold: Uint16Array): number {
  let hash = 0;
  let at = start;
  let unit = 0;
  for (; at < end; at++) {
    unit = fold[text.charCodeAt(at)] ?? 0;
    if (!isLatin(unit)) break;
    hash = hashUnit(hash, unit);
  }
  wordHash = at < end && (unit === 0 || unit === APOSTROPHE || unit >= FIRST_LETTER) ? 0 : hash;
  wordStop = at;
  return wordHash !== 0 && dull[hash & DULL_MASK] === hash ? at : 0;
}

/** Where the stem that `stemAt` found last ends, its hash, and where the word ends that it looked at; 0 where it saw no end. */
let stemEnd = 0;
let stemHash = 0;
let wordEnd = 0;

/** The longest stem that begins at `start`, where a word begins, and ends before `limit`. */
function stemAt(
  text: string,
  start: number,
  limit: number,
  table: StemTable,
  { fold, kind: kinds }: Folding,
  withSmall = false,
): StemRecord | undefined {
  let hash = 0;
  /** As it was after the first units: all that begins with them stands together. */
  let first = 0;
  let among = 0;
  let best: StemRecord | undefined;
  let joined = false;
  let units = 0;
  wordEnd = 0;
  for (let at = start; at < limit; at++) {
    const unit = fold[text.charCodeAt(at)] ?? 0;
    if (unit < FIRST_LETTER) {
      if (unit === 0 || (unit === JOINT && joined)) continue;
      if (wordEnd === 0) wordEnd = at;
      if (unit === JOINT) {
        hash = hashUnit(hash, JOINT);
        among = goesOn(table, hash) & (units < FIRST_UNITS ? -1 : among);
        if (!among) break;
        joined = true;
        if (++units > FIRST_UNITS) continue;
        first = hash;
        if (units === FIRST_UNITS) among &= beginsIn(table, hash);
        if (!among) break;
        continue;
      }
      if (unit !== APOSTROPHE) break;
    }
    joined = false;
    // The hash grows letter by letter; each beginning of the word may be a stem.
    hash = hashUnit(hash, unit);
    if (++units <= FIRST_UNITS) {
      first = hash;
      // One or two Latin letters are a stem only as a whole word.
      if (units < FIRST_UNITS && isLatin(unit) && isLatin(fold[text.charCodeAt(at + 1)] ?? 0)) continue;
      among = beginsIn(table, hash);
      if (!among) {
        if (units === FIRST_UNITS) break;
        continue;
      }
    }
    const stem = findStem(table, among, first, hash);
    if (!stem || (!withSmall && isSmallWord(stem))) continue;
    if (stem.flags & WHOLE_WORD && !endsWord(text, { start, end: at + 1 }, kinds)) continue;
    // Evidence does not hide the word of context that it begins with, nor does a longer word of context hide evidence.
    if (best === undefined || (best.lists.length === 0 && stem.weight > 0)) best = stem;
    else best = { ...(stem.weight === 0 ? best : stem), lists: [...best.lists, ...stem.lists] };
    stemEnd = at + 1;
    stemHash = hash;
  }
  return best;
}

function isLatin(unit: number): boolean {
  return unit >= FIRST_LETTER && unit < LATIN_END;
}

function saysSubject({ kind, weight }: StemRecord): boolean {
  return kind === 'subject' && weight > 1;
}

/** "In", "the": they tell that a capital beside a name is none of a person, and nothing else. */
function isSmallWord({ kind, weight, lists }: StemRecord): boolean {
  return kind === 'function' && weight === 1 && lists.length === 0;
}

/** Class of the context word that begins at `at`, 'none' if none does. */
export function classAt(passage: Passage, at: number, table: StemTable): StemClass {
  return wordAt(passage, at, table, true)?.kind ?? 'none';
}

/** True if a word of evidence of the list begins at `at`, though it be a name or hold one. */
export function speaksAt(passage: Passage, at: number, table: StemTable, list: number): boolean {
  return wordAt(passage, at, table)?.lists.includes(list) ?? false;
}

function wordAt({ text, end }: Passage, at: number, table: StemTable, withSmall = false): StemRecord | undefined {
  return stemAt(text, at, Math.min(end, at + LONGEST_STEM), table, folding(''), withSmall);
}
