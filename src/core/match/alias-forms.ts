/** How one alias of a pack is written: its parts with their endings, the capitals it needs, the phrases it stands in. */
import type { Alias } from '../model.ts';
import { inflect } from './endings.ts';
import { foldText } from './fold.ts';
import type { Part } from './glance-writer.ts';
import {
  ABBREVIATION,
  ACCENTED,
  CASE_ALL,
  CASE_ANY,
  CASE_EACH_WORD,
  CASE_FIRST,
  INTRODUCES,
  ORDINARY,
  PERSON_NAME,
  WITH_CONTEXT,
} from './layout.ts';

/** Marks an alias as also a person's name, in `against`. */
const PERSON_RULE = '#person-name';
/** Marks an alias that is another word without its accents, in `against`; short ones are so anyway. */
const ACCENT_RULE = '#accented';
/** Marks an alias `with-context` that is an ordinary word, too, in `against`: the subject of the passage says nothing then. */
const ORDINARY_RULE = '#ordinary-word';
const SHORT_ACCENTED = 4;
/** A nasal before a consonant, in Devanagari written as a dot or as a letter: एंटिटी, एन्टिटी. */
const NASAL = /(?<=.)(\u0902|[\u0928\u092e]\u094d)(?=[\u0915-\u092d\u0936-\u0938])/;
const NASALS = ['\u0902', '\u0928\u094d', '\u092e\u094d'];

/** The flags of the alias' sense; `folded` is its text as it is compared. */
export function flagsOf(alias: Alias, folded: string): number {
  const letters = [...alias.text].filter((char) => /\p{L}/u.test(char));
  const abbreviation = alias.role === 'abbreviation';
  let flags: number = CASE_ANY;
  if (alias.case === 'exact') {
    const words = alias.text.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
    const capital = (word: string) => /^\P{L}*\p{Lu}/u.test(word);
    if (letters.length > 1 && letters.every((char) => /\p{Lu}/u.test(char))) flags = CASE_ALL;
    else if (words.length > 1 && words.every(capital)) flags = CASE_EACH_WORD;
    else if (words[0] && capital(words[0])) flags = CASE_FIRST;
  }
  const asWritten = folded.length <= SHORT_ACCENTED || alias.against?.includes(ACCENT_RULE);
  if (asWritten && /^[\x20-\x7f]+$/.test(folded) && /[^\x20-\x7f]/.test(alias.text)) flags |= ACCENTED;
  if (alias.mark === 'with-context') {
    flags |= WITH_CONTEXT;
    if (alias.against?.includes(ORDINARY_RULE)) flags |= ORDINARY;
  }
  if (abbreviation) flags |= ABBREVIATION;
  else if (alias.role !== 'ticker' && alias.role !== 'metonym' && alias.mark === 'yes') flags |= INTRODUCES;
  if (alias.against?.includes(PERSON_RULE)) flags |= PERSON_NAME;
  return flags;
}

/** True for what stands in `against` and is no word: a rule of those above. */
export function isRule(phrase: string): boolean {
  return [PERSON_RULE, ACCENT_RULE, ORDINARY_RULE].includes(phrase);
}

/** True for a demonym that is a form of a Finnish name of the same place. */
export function isFinnishForm(demonym: string, { text, lang, mark }: Alias): boolean {
  const found = lang === 'fi' && mark !== 'no' ? inflect(text, lang, false) : undefined;
  return found?.endings.some((ending) => foldText(found.stem) + ending === demonym) ?? false;
}

/** True for a phrase in which the alias stands. An abbreviation has to be a word of it: "Auburn" is a word against AU. */
export function holds(phrase: string, { text }: Alias): boolean {
  if (/^\p{Lu}{2,5}$/u.test(text) && !phrase.split(/[^\p{L}\p{N}]+/u).includes(text)) return false;
  return foldText(phrase).includes(foldText(text));
}

/** Its letters as they are compared, and sets of endings, in turn; `demonyms` of its entity are no forms of it. */
export function partsOf(alias: Alias, vendor: boolean, demonyms: readonly string[]): readonly Part[] {
  return inflectedParts(alias, vendor, demonyms).flatMap((part): readonly Part[] =>
    typeof part === 'string' && NASAL.test(part)
      ? part.split(NASAL).map((piece, i) => (i % 2 === 1 ? NASALS : piece))
      : [part],
  );
}

function inflectedParts(alias: Alias, vendor: boolean, demonyms: readonly string[]): Part[] {
  const plain = [foldText(alias.text)];
  if (alias.inflect === 'none' || alias.role === 'abbreviation' || alias.role === 'ticker') return plain;
  const lang = alias.inflect ?? alias.lang;
  const parts: Part[] = [];
  const words = alias.text.split(/([\s\p{Pd}]+)/u);
  words.forEach((word, i) => {
    const last = i === words.length - 1;
    // A firm's name of several words changes at its end only; a translated name in every word.
    const changes = (lang !== 'mul' && lang !== 'en') || last;
    const found = changes ? inflect(word, lang, vendor, last && i > 0) : undefined;
    if (found) {
      const stem = foldText(found.stem);
      const clash = words.length === 1 && found.endings.some((ending) => demonyms.includes(stem + ending));
      parts.push(stem, clash ? found.endings.filter((ending) => !demonyms.includes(stem + ending)) : found.endings);
    } else parts.push(foldText(word));
  });
  return parts;
}
