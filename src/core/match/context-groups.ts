/**
 * Words of context are kept in groups, one for each file of `assets/context`, of which a page loads those that its
 * passages need. A group holds the words of some languages and those of English, which are met in all of them; `english`
 * holds those alone. See docs/decisions/context-groups.md.
 */
import { beginningAt, endingAt, LATIN_GROUPS, LONGEST_SIGN, ownWords, signsIn } from './latin-signs.ts';

export const CONTEXT_GROUPS = [
  ...LATIN_GROUPS,
  'serbian',
  'russian',
  'arabic',
  'persian',
  'hebrew',
  'chinese',
  'japanese',
  'indian',
  'greek',
] as const;
export type ContextGroup = (typeof CONTEXT_GROUPS)[number];

/** Language tags of each group, in the order above. */
const LANGUAGES = [
  'en',
  'es pt ca gl eu',
  'fr it oc co',
  'ro hu sq lt lv',
  'de nl af lb fy',
  'sv da no nb nn fi et is fo',
  'hr bs sl sr sh',
  'pl cs sk',
  'tr az',
  'id ms vi tl fil jv',
  'sw so',
  'bg mk',
  'ru uk be kk ky mn',
  'ar',
  'fa ur ps ckb',
  'he yi iw',
  'zh yue',
  'ja ko th lo km my',
  'hi bn ta te mr gu pa ml kn si ne',
  'el am ti ka hy',
];

const ENGLISH = 0;
/** Serbian is written in two scripts. */
const SOUTH_SLAVIC = LATIN_GROUPS.indexOf('south-slavic');
const MALAY = LATIN_GROUPS.indexOf('malay');
/** Groups of other scripts follow those of Latin; where two share a script the second is the next. */
const LATIN = LATIN_GROUPS.length;
const SERBIAN = LATIN;
const RUSSIAN = SERBIAN + 1;
const ARABIC = SERBIAN + 2;
const HEBREW = SERBIAN + 4;
const CHINESE = SERBIAN + 5;
const INDIAN = SERBIAN + 7;
const GREEK = SERBIAN + 8;

/** Letters that one of two groups has and the other has not, or hardly: Serbian and Russian, Arabic and Persian. */
const FIRST_OWN = 'ђјљњћџѓќѕъЂЈЉЊЋЏЃЌЅЪكيةىأإ';
const SECOND_OWN = 'ыэёіїєґўьЫЭЁІЇЄҐЎپچژگکیٹڈڑںھہےۓەۆ';
/** Bulgarian has hardly a letter that Russian has not. */
const BULGARIAN_WORDS = /\s(?:е|са|се|да|че|ще)\s/;
const own = new Int8Array(0x700);
for (let i = 0; i < FIRST_OWN.length; i++) own[FIRST_OWN.charCodeAt(i)] = -1;
for (let i = 0; i < SECOND_OWN.length; i++) own[SECOND_OWN.charCodeAt(i)] = 1;

/** What a sign of one group says; of two it says less, of more less still. */
const SIGN = 3;
/** So far ahead a vote is over. */
const AHEAD = 4 * SIGN;
/** A language that the page names counts as two words of it; English, which is often named wrongly, as less than one. */
const NAMED = 2 * SIGN;
const NAMED_ENGLISH = 2;
/**
 * So many words that only the language named has are enough, without a look at others; of English one, which 1 of 613
 * labelled passages in other languages has in so many letters.
 */
const AGREED = 2;
const AGREED_ENGLISH = 1;
/** As much of a passage is looked at, and as much where the page names its language. */
const FURTHEST = 400;
const FURTHEST_NAMED = 150;
/** So many letters more than Latin ones settle the script, as long as the groups that share it are told apart as well. */
const PLAINLY = 16;
const TOLD = 2;
/** Without a kana or syllable among so many, Han letters are Chinese. */
const LONGEST_HAN = 48;

const votes = new Int32Array(LATIN);
/** Letters of each script, by the number of its first group, and which of two groups they speak for. */
const letters = new Int32Array(CONTEXT_GROUPS.length);
const leaning = new Int32Array(CONTEXT_GROUPS.length);
let named: { readonly lang: string; readonly group: number } = { lang: '', group: -1 };

/**
 * Which group the words around a name in `text` are in: by its script, for Latin by its smallest words and `lang`, the
 * page's language tag, '' if it has none. The same text and tag always give the same group.
 */
export function groupOf(text: string, lang: string): ContextGroup {
  if (named.lang !== lang) named = { lang, group: groupOfTag(lang) };
  const { group } = named;
  const agreed =
    group >= 0 && group < LATIN && agrees(text, ownWords(group), group === ENGLISH ? AGREED_ENGLISH : AGREED);
  return CONTEXT_GROUPS[agreed ? group : judge(text, group)] ?? 'english';
}

/** The number of a tag's group, -1 if it is in none. */
function groupOfTag(lang: string): number {
  const tag = /^[a-z]*/i.exec(lang)?.[0].toLowerCase();
  return tag ? LANGUAGES.findIndex((languages) => languages.split(' ').includes(tag)) : -1;
}

/** True if so many words that only the page's language has begin the passage: most are settled by them. */
function agrees(text: string, words: ReadonlySet<string>, enough: number): boolean {
  const end = Math.min(text.length, FURTHEST_NAMED);
  let missing = enough;
  let word = 0;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x60 ? unit < 0x2b0 : unit > 0x40 && unit < 0x5b) continue;
    if (unit > 0x2b0 && scriptOf(unit) > 0) return false;
    const length = i - word;
    if (length > 0 && length <= LONGEST_SIGN && words.has(text.slice(word, i)) && --missing === 0) return true;
    word = i + 1;
  }
  return false;
}

function judge(text: string, tag: number): number {
  votes.fill(0);
  letters.fill(0);
  leaning.fill(0);
  if (tag >= 0 && tag < LATIN) votes[tag] = tag === ENGLISH ? NAMED_ENGLISH : NAMED;
  const end = Math.min(text.length, tag >= 0 ? FURTHEST_NAMED : FURTHEST);
  let latin = 0;
  let word = 0;
  for (let i = 0; i <= end; i++) {
    const unit = i < end ? text.charCodeAt(i) : 0;
    const small = unit | 0x20;
    if (small > 0x60 && small < 0x7b && unit < 0x80) continue;
    let script = -1;
    if (unit > 0xa0) {
      script = scriptOf(unit);
      if (script === 0) {
        if (vote(unit < 0x1e00 ? signsIn(text, i, i + 1) : 1 << MALAY)) return ahead(tag);
        if (unit < 0xc0) word = i + 1;
        continue;
      }
    }
    if (i > word) {
      latin += i - word;
      if (says(text, word, i)) return ahead(tag);
    }
    word = i + 1;
    if (script > 0 && settles(script, unit, latin)) break;
  }
  return byScript(text, latin, tag) ?? ahead(tag);
}

/** Counts what a word says. Of words with a capital only short ones do, which begin sentences: names say nothing. */
function says(text: string, from: number, to: number): boolean {
  if (to - from <= LONGEST_SIGN) return !isAbbreviation(text, from, to) && vote(signsIn(text, from, to));
  return text.charCodeAt(from) > 0x60 && (vote(beginningAt(text, from)) || vote(endingAt(text, to)));
}

/** AI is no Italian "to the", UN no French "a": but where all is in capitals those are words. */
function isAbbreviation(text: string, from: number, to: number): boolean {
  const isCapital = (at: number) => text.charCodeAt(at) > 0x40 && text.charCodeAt(at) < 0x5b;
  if (to - from < 2 || !isCapital(from) || !isCapital(from + 1)) return false;
  const passage = text.slice(0, FURTHEST);
  return passage !== passage.toUpperCase();
}

/** Counts a sign for its groups, a bit for each; true if one of them is so far ahead that the vote is over. */
function vote(groups: number): boolean {
  if (groups === 0) return false;
  const two = groups & (groups - 1);
  const weight = two === 0 ? SIGN : (two & (two - 1)) === 0 ? SIGN - 1 : 1;
  let most = 0;
  for (let left = groups; left !== 0; left &= left - 1) {
    const group = 31 - Math.clz32(left & -left);
    const count = (votes[group] ?? 0) + weight;
    votes[group] = count;
    if (count > most) most = count;
  }
  if (most < AHEAD) return false;
  let near = 0;
  for (let group = 0; group < LATIN; group++) if ((votes[group] ?? 0) > most - AHEAD) near++;
  return near === 1;
}

/** English text may be judged by any group: best by the one that the page's language needs anyway. */
function ahead(tag: number): number {
  let best = ENGLISH;
  for (let group = 1; group < LATIN; group++) if ((votes[group] ?? 0) > (votes[best] ?? 0)) best = group;
  return best === ENGLISH && tag >= 0 ? tag : best;
}

/** Counts a letter of another script; true once its group is plain. */
function settles(script: number, unit: number, latin: number): boolean {
  const count = (letters[script] ?? 0) + 1;
  const lean = (leaning[script] ?? 0) + leanOf(unit);
  letters[script] = count;
  leaning[script] = lean;
  if (count < latin + PLAINLY) return false;
  if (script === CHINESE) return lean >= TOLD || count >= LONGEST_HAN;
  return (script !== SERBIAN && script !== ARABIC) || lean >= TOLD || lean <= -TOLD;
}

/** The group of the script that most letters are of, undefined for Latin. */
function byScript(text: string, latin: number, tag: number): number | undefined {
  let script = SERBIAN;
  for (let group = script; group < letters.length; group++) {
    if ((letters[group] ?? 0) > (letters[script] ?? 0)) script = group;
  }
  const count = letters[script] ?? 0;
  // A letter of a script without spaces or vowels says more than one of Latin.
  if (2 * count <= latin) return undefined;
  const shared = script === SERBIAN || script === ARABIC || script === CHINESE;
  if (!shared) return script;
  const lean = leaning[script] ?? 0;
  if (lean !== 0) return lean > 0 ? script + 1 : script;
  if ((tag === script || tag === script + 1) && (script !== CHINESE || count < LONGEST_HAN)) return tag;
  return script === SERBIAN && tag !== SOUTH_SLAVIC && !BULGARIAN_WORDS.test(text) ? RUSSIAN : script;
}

/** Which of two groups a letter speaks for: -1 the first of its script, 1 the second, 0 neither. */
function leanOf(unit: number): number {
  if (unit < 0x700) return own[unit] ?? 0;
  // Of all that is written in the far East Chinese has Han letters, and like others brackets and the dot between names.
  const isSign = (unit >= 0x3000 && unit < 0x3041) || unit === 0x30fb;
  return !isSign && (unit < 0x3100 || (unit >= 0xac00 && unit < 0xd800)) ? 1 : 0;
}

/** 0 Latin, else the number of the script's first group; -1: no letter. */
function scriptOf(unit: number): number {
  if (unit < 0x370) return unit >= 0xc0 ? (unit < 0x2b0 ? 0 : -1) : unit === 0xa1 || unit === 0xbf ? 0 : -1;
  if (unit < 0x400) return GREEK;
  if (unit < 0x530) return SERBIAN;
  if (unit < 0x590) return GREEK;
  if (unit < 0x600) return HEBREW;
  if (unit < 0x900) return ARABIC;
  if (unit < 0xe00) return INDIAN;
  if (unit < 0x10a0) return CHINESE;
  if (unit < 0x1100) return GREEK;
  if (unit < 0x1200) return CHINESE;
  if (unit < 0x13a0) return GREEK;
  if (unit < 0x1e00) return unit >= 0x1780 && unit < 0x1800 ? CHINESE : -1;
  if (unit < 0x2000) return unit < 0x1f00 ? 0 : GREEK;
  if (unit < 0x3005) return -1;
  if (unit < 0xd800) return CHINESE;
  if (unit < 0xfb1d || unit > 0xfefc) return -1;
  return unit < 0xfb50 ? HEBREW : ARABIC;
}
