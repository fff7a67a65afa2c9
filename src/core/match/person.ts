/** Names of places inside other names: of people (Jordan, Chad, Rivas) and of firms (Vodafone Egypt). */
import { PLACE } from './layout.ts';
import type { StemTable } from './stem-codec.ts';
import { classAt } from './stems.ts';
import type { Hit, Lexicon, Passage } from './types.ts';

const REACH = 40;
const TITLE_REACH = 80;
const WORD_BEFORE = /(\p{L}[\p{L}.'’-]*)[ \u00a0]+$/u;
const WORD_AFTER = /^[ \u00a0]+(\p{L}[\p{L}'’-]*)/u;
const NAME = /^\p{Lu}\p{Ll}/u;
const NAME_BEGINS = /^\p{Lu}/u;
const RELATION = /^, (?:my|his|her|our|mi|mein|mon) /u;

/**
 * True if a capitalised word beside the name makes a person's name of it ("Javier Rivas", "Jordan Peterson"), or a
 * title does ("Professor Chad"). Words that begin sentences or stand beside states ("In Jordan", "Jordan Telecom")
 * make none.
 */
export function looksLikePerson(passage: Passage, hit: Hit, table: StemTable): boolean {
  const { text } = passage;
  // Asked only where a neighbour is capitalised: it reads far around.
  const isTitled = () =>
    isTitle(text.slice(Math.max(passage.start, hit.start - TITLE_REACH), Math.min(passage.end, hit.end + TITLE_REACH)));
  const before = text.slice(Math.max(passage.start, hit.start - REACH), hit.start);
  const previous = WORD_BEFORE.exec(before);
  if (previous?.[1]) {
    const at = hit.start - before.length + previous.index;
    const kind = classAt(passage, at, table);
    if (kind === 'person') return true;
    if (NAME.test(previous[1]) && kind === 'none' && !isNamed(passage, at) && !isTitled()) return true;
  }
  const after = text.slice(hit.end, Math.min(passage.end, hit.end + REACH));
  const next = WORD_AFTER.exec(after)?.[1];
  if (!next || !NAME.test(next) || isTitled()) return RELATION.test(after);
  const at = hit.end + after.indexOf(next);
  return classAt(passage, at, table) === 'none' && !isNamed(passage, at);
}

/**
 * True for a place that ends the name of a firm or an organisation: after a name of the lexicon ("Huawei Kenya",
 * "Amnesty International Hungary") or a known brand ("Vodafone Egypt"), with nothing but a space between.
 */
export function endsFirmName(passage: Passage, hit: Hit, lexicon: Lexicon, table: StemTable): boolean {
  const { text, start, hits } = passage;
  let end = hit.start;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end === hit.start) return false;
  if (hits.some((one) => one.end === end && lexicon.kinds[one.entity] !== PLACE)) return true;
  let at = end;
  while (at > Math.max(start, end - REACH) && isNamePart(text.charAt(at - 1))) at--;
  return NAME_BEGINS.test(text.slice(at, end)) && classAt(passage, at, table) === 'brand';
}

/** English words that directly behind a state's name make the name of a paper or a firm. */
const CALLED =
  /^[ \u00a0](?:Times|Herald|Tribune|Gazette|Observer|Chronicle|Insight|Independent|Today|Daily|Airways|Airlines|Telecom|Power|Breweries)(?![\p{L}\p{N}-])/u;

/** True for a place that begins the name of a medium or a firm: "Nigeria Today", "The Jordan Times". */
export function beginsFirmName({ text, start, end }: Passage, hit: Hit): boolean {
  const after = CALLED.exec(text.slice(hit.end, Math.min(end, hit.end + REACH)));
  if (!after) return false;
  return !isTitle(text.slice(Math.max(start, hit.start - TITLE_REACH), Math.min(end, hit.end + TITLE_REACH)));
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0;
}

function isNamePart(char: string): boolean {
  return /[\p{L}.'’-]/u.test(char);
}

/** True where most words are capitalised, as in headlines: there a capital says nothing. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7;
}

function isNamed({ hits }: Passage, at: number): boolean {
  return hits.some((hit) => hit.start <= at && at < hit.end);
}
