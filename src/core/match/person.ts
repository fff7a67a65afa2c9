/** Names of places that people bear too: Jordan, Chad, Georgia, Rivas. */
import { STEM_BYTES, STEM_CLASSES } from './layout.ts';
import { stemsIn, stemTable } from './stems.ts';
import type { Hit, Lexicon, Passage } from './types.ts';

const REACH = 40;
const WORD_BEFORE = /(\p{L}[\p{L}.'’-]*)[ \u00a0]+$/u;
const WORD_AFTER = /^[ \u00a0]+(\p{L}[\p{L}'’-]*)/u;
const NAME = /^\p{Lu}\p{Ll}/u;
const RELATION = /^, (?:my|his|her|our|mi|mein|mon) /u;

/**
 * True if a capitalised word beside the name makes a person's name of it ("Javier Rivas", "Jordan Peterson"), or a
 * title does ("Professor Chad"). Words that begin sentences or stand beside states ("In Jordan", "Jordan Telecom")
 * make none.
 */
export function looksLikePerson(passage: Passage, hit: Hit, lexicon: Lexicon): boolean {
  const { text } = passage;
  const before = text.slice(Math.max(passage.start, hit.start - REACH), hit.start);
  const previous = WORD_BEFORE.exec(before);
  if (previous?.[1]) {
    const at = hit.start - before.length + previous.index;
    const kind = classAt(passage, at, lexicon);
    if (kind === 'person') return true;
    if (NAME.test(previous[1]) && kind === 'none' && !isNamed(passage, at)) return true;
  }
  const after = text.slice(hit.end, Math.min(passage.end, hit.end + REACH));
  const next = WORD_AFTER.exec(after)?.[1];
  if (!next || !NAME.test(next)) return RELATION.test(after);
  const at = hit.end + after.indexOf(next);
  return classAt(passage, at, lexicon) === 'none' && !isNamed(passage, at);
}

/** Class of the context word that begins at `at`. */
function classAt(passage: Passage, at: number, lexicon: Lexicon): string {
  const stem = stemsIn(passage, lexicon).find((one) => one.start === at);
  return stem ? (STEM_CLASSES[stemTable(lexicon).records[stem.stem * STEM_BYTES] ?? 0] ?? 'none') : 'none';
}

function isNamed({ hits }: Passage, at: number): boolean {
  return hits.some((hit) => hit.start <= at && at < hit.end);
}
