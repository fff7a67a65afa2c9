/** Whether a name found in a text stands there as a name: its edges, its capitals, and what it is written inside of. */
import { HANGUL, IGNORABLE, LETTER, SEPARATOR, UNSPACED } from './fold.ts';
import {
  ABBREVIATION,
  ACCENTED,
  AFTER_LAM,
  CASE_ALL,
  CASE_ANY,
  CASE_EACH_WORD,
  CASE_MASK,
  PLACE,
  SENSE_BYTES,
} from './layout.ts';
import type { Lexicon } from './types.ts';

const ZERO_WIDTH_NON_JOINER = 0x200c;
const ALL_CAPS_AT_LEAST = 5;
/** How far a web address or a path is followed to either side. */
const TOKEN_REACH = 120;

// Korean particles and the words that are written onto a name: a name of two syllables counts only before one of them.
const PARTICLES =
  /^(?:은|는|이|가|을|를|의|에|에서|에게|에선|에는|에도|에서는|에서도|에서의|와|과|와의|과의|로|으로|로는|로부터|으로부터|도|만|까지|부터|보다|처럼|이나|나|란|이란|라는|이라는|라고|이라고|이며|며|이다|입니다|인데|측|측은|측이|사|제|산|판|발|행|내|내에서|주|(?:위구르|웨이우얼)?(?:자치구)?|(?:정부|당국|군|경찰|대통령|총리|의회|법원|검찰|언론|국민|시민|대사관|외교부|외무부|내무부|국방부|정보국|지부|지역|전역|출신)(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|측)?|시|시의|외|등|등의|등은|등에|에게서|께서|한테|엔|선|서|서는|여서|이라|라며)(?=$|\P{Script=Hangul})/u;
// Written onto a name they make another word: people, language, descent.
const KOREAN_OTHER = /^(?:인(?!데|지)|어(?=$|[\P{Script=Hangul}로를는가와의])|계|족|산맥|강(?=$|\P{Script=Hangul}))/u;
/** People, languages, cuisine: 塞尔维亚人, セルビア語. Not 人脸, 人工, 人权 and the like. */
const HAN_OTHER = /^(?:人(?![脸臉工权權口员員民才数數為为])|[语語籍裔族菜式河]|系(?!统|統)|料理)/;
/** Language of, people of. */
const THAI_OTHER = /(?:ภาษา|ชาว|คน)$/;
/** Goes on with the sound before it: no name ends there. */
const SMALL_KANA = /[ァィゥェォッャュョヮー]/;
const KATAKANA = /[\u30a1-\u30fa\u30fc]/;
const ARABIC_PREFIX = /^[وف]?[بكلس]?$/;
/** Hebrew in its order (and, that, in or to or from); Amharic as it comes. */
const OTHER_PREFIX = /^(?:ו?(?:כש|ש)?[בלמהכ]?|\p{Script=Ethiopic}+)$/u;
const TATWEEL = /\u0640/g;
/** Bengali "also" and "just", Amharic "and" and "also", Urdu "and": written onto a name, no part of it. */
const ENCLITIC = /^(?:[ওই](?![\p{L}\p{M}])|(?:[ናም]|اور)(?!\p{L}))/u;
/** Of a language in another alphabet, written onto a name in Latin letters: Huaweiем, Hikvisionа, Huaweiς. */
const OTHER_ENDING = /^(?:\p{Script=Cyrillic}{1,5}|\p{Script=Greek}{1,3}|\p{Script=Georgian}{1,5})(?![\p{L}\p{N}])/u;
const LATIN_LETTER = /\p{Script=Latin}/u;
const DEVANAGARI = /^\p{Script=Devanagari}/u;
const MARK = /(?![\ufe00-\ufe0f])\p{M}/u;
const LAM = /^[وف]?لل$/;
const NUMBER_BEFORE = /(?:^|[^\p{L}])[\d.,]*\d[ \u00a0]?$/u;
const MONEY = /[$€£¥]/;

/** What `stands` asks about a name found at [start, end), `wordStart` being where its word begins. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly wordStart: number;
  readonly sense: number;
}

/**
 * True if the name stands in the text as a name: not inside a longer word, an address, a path, an identifier or a
 * figure with its unit, with the capitals that its sense asks for.
 */
export function stands(text: string, found: Found, lexicon: Lexicon, kinds: Uint8Array): boolean {
  const { start, end, wordStart } = found;
  const flags = lexicon.senses[found.sense * SENSE_BYTES + 2] ?? 0;
  const entity =
    (lexicon.senses[found.sense * SENSE_BYTES] ?? 0) | ((lexicon.senses[found.sense * SENSE_BYTES + 1] ?? 0) << 8);
  if (!endsWord(text, found, kinds, lexicon.kinds[entity] === PLACE) && !endsAlphabet(text, end)) return false;
  const before = text.slice(wordStart, start).replace(TATWEEL, '');
  if (flags & AFTER_LAM) {
    if (!LAM.test(before)) return false;
  } else if (before && !(isArabic(before.charCodeAt(0)) ? ARABIC_PREFIX : OTHER_PREFIX).test(before)) return false;
  const name = text.slice(start, end);
  if (!hasCapitals(name, flags)) return false;
  if (flags & ACCENTED && /^[\0-\x7f]*$/.test(name)) return false;
  if (flags & ABBREVIATION) {
    if (NUMBER_BEFORE.test(text.slice(Math.max(0, start - 24), start))) return false;
    if (MONEY.test(text.charAt(end)) || MONEY.test(text.charAt(start - 1)) || /^-\d/.test(text.slice(end, end + 2)))
      return false;
  }
  return !insideToken(text, start, end);
}

/** True if a name in Latin letters ends there and an ending in another alphabet is written onto it. */
function endsAlphabet(text: string, end: number): boolean {
  const rest = text.slice(end, end + 8);
  return LATIN_LETTER.test(text.charAt(end - 1)) && (OTHER_ENDING.test(rest) || DEVANAGARI.test(rest));
}

/** True if nothing that belongs to the word follows `end`. */
export function endsWord(
  text: string,
  found: { readonly start: number; readonly end: number },
  kinds: Uint8Array,
  place = false,
): boolean {
  const { start, end } = found;
  const last = (kinds[text.charCodeAt(end - 1)] ?? 0) & 7;
  let next = end;
  while (next < text.length && kinds[text.charCodeAt(next)] === IGNORABLE) {
    if (text.charCodeAt(next) === ZERO_WIDTH_NON_JOINER && isArabic(text.charCodeAt(end - 1))) return true;
    next++;
  }
  if (place && last === UNSPACED && isTail(text, start)) return false;
  const kind = next < text.length ? (kinds[text.charCodeAt(next)] ?? 0) & 7 : SEPARATOR;
  if (kind === SEPARATOR) return true;
  const rest = text.slice(next, next + 8);
  if (last === LETTER) return kind !== LETTER || ENCLITIC.test(rest);
  if (last === HANGUL) {
    if (kind !== HANGUL) return true;
    return end - start > 2 ? !KOREAN_OTHER.test(rest) : PARTICLES.test(rest);
  }
  const kana = KATAKANA.test(text.charAt(end - 1));
  if (kana && SMALL_KANA.test(rest.charAt(0))) return false;
  return !place || (!HAN_OTHER.test(rest) && !(kana && KATAKANA.test(rest.charAt(0))));
}

/**
 * The end with what belongs to the name's last letter, accents and dots that the matcher passes over, and with an ending
 * in another alphabet.
 */
export function withEnding(text: string, end: number, kinds: Uint8Array): number {
  let at = end;
  while (kinds[text.charCodeAt(at)] === IGNORABLE && MARK.test(text.charAt(at))) at++;
  const ending = LATIN_LETTER.test(text.charAt(at - 1)) ? OTHER_ENDING.exec(text.slice(at, at + 8)) : null;
  return at + (ending?.[0].length ?? 0);
}

/**
 * True where what stands before makes another word of a place: a word in katakana begins where the script changes
 * (マリ in ソマリ is no country), a language and its people are no place.
 */
function isTail(text: string, start: number): boolean {
  if (KATAKANA.test(text.charAt(start)) && KATAKANA.test(text.charAt(start - 1))) return true;
  return THAI_OTHER.test(text.slice(Math.max(0, start - 4), start));
}

function isArabic(unit: number): boolean {
  return unit >= 0x600 && unit < 0x780;
}

/** True if the name is written with the capitals that its sense asks for. */
export function hasCapitals(name: string, flags: number): boolean {
  const rule = flags & CASE_MASK;
  if (rule === CASE_ANY) return true;
  if (rule === CASE_ALL) return name === name.toUpperCase();
  const capital = (word: string) => /^\P{L}*\p{Lu}/u.test(word) || !/\p{Ll}/u.test(word);
  if (!(rule === CASE_EACH_WORD ? name.split(/[\s\p{Pd}]+/u).every(capital) : capital(name))) return false;
  const letters = name.replace(/\P{L}/gu, '');
  return letters.length >= ALL_CAPS_AT_LEAST || !/\p{Lu}/u.test(letters.slice(1)) || letters !== letters.toUpperCase();
}

/** Underscores that tie the name to a letter or figure: an identifier. Others emphasise, in text that is typed. */
const TIED_BEFORE = /[\p{L}\p{N}]_+$/u;
const TIED_BEHIND = /^_+[\p{L}\p{N}]/u;
const TIE_REACH = 4;

const TOKEN = /[\w.~:/?#@!$&*+=%\\`-]/;

/** True inside a web or mail address, a path, a file name, a host name, an identifier or code. */
function insideToken(text: string, start: number, end: number): boolean {
  if (TIED_BEFORE.test(text.slice(Math.max(0, start - TIE_REACH), start))) return true;
  if (TIED_BEHIND.test(text.slice(end, end + TIE_REACH))) return true;
  if (!TOKEN.test(text.charAt(start - 1)) && !TOKEN.test(text.charAt(end))) return false;
  let from = start;
  while (from > 0 && start - from < TOKEN_REACH && TOKEN.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < TOKEN_REACH && TOKEN.test(text.charAt(to))) to++;
  const token = text.slice(from, to).replace(/[.:!?,*]+$/, '');
  const before = text.slice(from, start);
  const after = text.slice(end, from + token.length);
  if (/:\/\/|^www\.|\\|`/.test(token)) return true;
  if (/[\w.+-]@[\w-]/.test(token) && !/^@/.test(token)) return true;
  if (/[=%~]/.test(token)) return true;
  // "name.com", "name.yaml"; but "Huawei.The" lacks only its space.
  if (/^\.[a-z0-9]{2,}/.test(after) || /^[\w-]*\.[a-z]{2,4}(?:\/|$)/.test(after)) return true;
  if (/(?:^|[^.])\.$/.test(before) && /[a-z0-9-]\.$/.test(before) && /^\p{Ll}/u.test(text.slice(start))) return true;
  if (before.includes('/') || after.startsWith('/')) {
    if (
      /^[~.]?\/.*\//.test(token) ||
      /\.[a-z]{2,4}(?:\/|$)/.test(token) ||
      /^\/\p{Ll}/u.test(before.slice(-1) + text.charAt(start))
    )
      return /^[~.]?\//.test(token) || /\.[a-z]/.test(token);
  }
  if (/[?&#][\w-]+$/.test(before) || (before.endsWith('#') && before.length > 1 && /\w#$/.test(before))) return true;
  // A package or a command: "huawei-client", "py-huawei", "_huawei"; an ending after a hyphen is short.
  if (/^[a-z0-9]+$/.test(text.slice(start, end)) && (/^-[a-z]{4,}/.test(after) || /(?:[a-z0-9]-|_)$/.test(before)))
    return true;
  return false;
}
