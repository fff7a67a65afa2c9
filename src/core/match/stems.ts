/** Context words in a passage. Looked for only where a name was found whose decision needs them. */
import { endsWord } from './boundary.ts';
import { CLITIC, FIRST_LETTER, folding, HANGUL, IGNORABLE, JOINT, LETTER, SEPARATOR, UNSPACED } from './fold.ts';
import { GOES_ON, hashUnit, LONGEST_STEM, STEM_BYTES, STEM_HASH_BITS, WHOLE_WORD } from './layout.ts';
import { findStem, readStems, type StemTable } from './stem-codec.ts';
import type { Lexicon, Passage, StemHit } from './types.ts';

const APOSTROPHE = 0x27;
/** As many letters may be clitics before a word. */
const MOST_CLITICS = 4;
/** A sentence of a script without spaces tries every letter: its words are short. */
const LONGEST_UNSPACED = 12;

const tables = new WeakMap<Lexicon, StemTable>();
const known = new WeakMap<Passage, readonly StemHit[]>();

/** The lexicon's table of stems, read on first use. */
export function stemTable(lexicon: Lexicon): StemTable {
  let table = tables.get(lexicon);
  if (!table) {
    table = readStems(lexicon.stems);
    tables.set(lexicon, table);
  }
  return table;
}

/** The stems in a passage, longest first at each place, none overlapping another or a name. Kept with the passage. */
export function stemsIn(passage: Passage, lexicon: Lexicon): readonly StemHit[] {
  let found = known.get(passage);
  if (!found) {
    found = search(passage, lexicon);
    known.set(passage, found);
  }
  return found;
}

function search({ text, start, end, hits }: Passage, lexicon: Lexicon): readonly StemHit[] {
  const { fold, kind: kinds } = folding();
  const stems = stemTable(lexicon);
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
    let stem = -1;
    let stemEnd = 0;
    let last = -1;
    let joined = false;
    let wordEnd = 0;
    for (let at = i; at < limit; at++) {
      const unit = fold[text.charCodeAt(at)] ?? 0;
      if (unit < FIRST_LETTER) {
        if (unit === 0 || (unit === JOINT && joined)) continue;
        if (wordEnd === 0) wordEnd = at;
        if (unit === JOINT) {
          if (last < 0 || !((stems.records[last * STEM_BYTES + 2] ?? 0) & GOES_ON)) break;
          hash = hashUnit(hash, JOINT);
          joined = true;
          last = -1;
          continue;
        }
        if (unit !== APOSTROPHE) break;
      }
      joined = false;
      hash = hashUnit(hash, unit);
      last = findStem(stems, hash >>> (32 - STEM_HASH_BITS));
      if (last < 0) continue;
      const flags = stems.records[last * STEM_BYTES + 2] ?? 0;
      const says = (stems.records[last * STEM_BYTES + 1] ?? 0) > 0 || (stems.records[last * STEM_BYTES + 3] ?? 0) > 0;
      if (!says || (flags & WHOLE_WORD && !endsWord(text, { start: i, end: at + 1 }, kinds))) continue;
      stem = last;
      stemEnd = at + 1;
    }
    if (stem < 0) {
      // Nothing begins inside a word, unless its first letters may be clitics.
      if (plain === LETTER && clitics === 0 && wordEnd > i) i = wordEnd - 1;
      continue;
    }
    found.push({ start: i, end: stemEnd, stem });
    previous = (kinds[text.charCodeAt(stemEnd - 1)] ?? 0) & 3;
    i = stemEnd - 1;
    clitics = 0;
  }
  return found;
}
