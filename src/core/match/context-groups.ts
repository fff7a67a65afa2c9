/**
 * Words of context are kept in groups, of which a page loads those that its passages need. A group holds the words of
 * some languages and those of English, which are met in all of them. See docs/decisions/context-groups.md.
 */

export const CONTEXT_GROUPS = [
  'latin-south',
  'latin-north',
  'latin-east',
  'latin-far',
  'latin-tropic',
  'cyrillic',
  'arabic',
  'asian',
  'other',
  'persian',
] as const;
export type ContextGroup = (typeof CONTEXT_GROUPS)[number];

/** Words and letters that tell the five groups of Latin from one another, the last line English: it is in all. */
const LATIN_SIGNS: readonly (readonly [string, string])[] = [
  [
    'fr es pt it ca ro gl',
    'les des est dans pour une et sur au aux la el los las del por que y para con o não uma dos ao il gli della dei che è nel alla els amb și în pe cu din este ñ ¿ ¡ œ ț ș ù ò',
  ],
  [
    'de nl sv da no nb nn fi et is',
    'der die das und ist im nicht den dem mit für auf von het een van dat niet zijn voor op och att är av som inte på til ikke det er af ja on ei oli että mutta å ä ø æ ß',
  ],
  [
    'sr hr bs sl pl cs sk',
    'na je za od iz sa su koji koje nije z w nie jest jak się że przez v ve že pro při ako č ć ž đ ł ż ź ś ę ą ń ř ě ů',
  ],
  [
    'hu sq lt lv tr az',
    'az és hogy egy ez meg bir bu ile için olan və ki të në dhe për ir un kad ő ű ğ ı ş ə ė ų ā ē ī ķ ļ ņ',
  ],
  [
    'vi id ms sw so tl',
    'và của các có được yang dan dengan untuk dari di pada ini itu ya wa kwa ni katika cha ng mga ư ơ ạ đ',
  ],
  ['en', 'the of and that with from'],
];
const PERSIAN = 'پچژگکیٹڈڑںھہےۓ';
const NORTH = 1;
/** In Persian and Urdu every eighth letter and more is none of Arabic. */
const OWN_LETTERS = 12;
const SIGN = 3;
/** So far ahead a vote is over. */
const AHEAD = 4 * SIGN;
/** A language that the page names counts as much as three words of it. */
const NAMED = 3 * SIGN;
/** As much of a passage is looked at, and as much where the page names its language. */
const FURTHEST = 400;
const FURTHEST_NAMED = 150;
const LONGEST_SIGN = 5;

const signs = new Map(
  LATIN_SIGNS.flatMap(([, words], group) => words.split(' ').map((word): [string, number] => [word, group])),
);
const named = new Map<string, readonly number[]>();

/**
 * Which group the words around a name in `text` are in: by its script, for Latin by its smallest words and `lang`, the
 * page's language tag, '' if it has none. The same text and tag always give the same group.
 */
export function groupOf(text: string, lang: string): ContextGroup {
  const scripts = [0, 0, 0, 0, 0, 0];
  const votes = votesOf(lang);
  const end = Math.min(text.length, votes.some((count) => count > 0) ? FURTHEST_NAMED : FURTHEST);
  let word = 0;
  for (let i = 0; i <= end; i++) {
    const unit = i < end ? text.charCodeAt(i) : 0;
    const script = scriptOf(unit);
    if (script >= 0) {
      // A letter of a script without spaces or vowels says more than one of Latin.
      scripts[script] = (scripts[script] ?? 0) + (script === 0 ? 1 : 2);
      if (unit > 0x7f && script === 0) vote(votes, unit < 0x1ea0 ? text.charAt(i).toLowerCase() : 'ạ');
      continue;
    }
    const length = i - word;
    // Names say nothing: of words with a capital only short ones, which begin sentences, are looked up.
    if (length > 0 && (length <= LONGEST_SIGN || text.charCodeAt(word) > 0x60)) {
      if (vote(votes, text.slice(word, i).toLowerCase()) && isOver(votes)) break;
    }
    word = i + 1;
  }
  // Persian and Urdu are Arabic letters, some of which Arabic has not.
  const [latin = 0, , arabic = 0, , , persian = 0] = scripts;
  scripts[persian * OWN_LETTERS > arabic ? 5 : 2] = arabic + persian;
  const most = scripts.indexOf(Math.max(...scripts));
  if (most > 0 && latin < Math.max(...scripts)) return CONTEXT_GROUPS[most + 4] ?? 'other';
  const groups = votes.slice(0, -1);
  return CONTEXT_GROUPS[groups.indexOf(Math.max(...groups))] ?? 'latin-south';
}

function votesOf(lang: string): number[] {
  let votes = named.get(lang);
  if (!votes) {
    const tag = lang
      .slice(0, 3)
      .toLowerCase()
      .replace(/[^a-z].*/, '');
    votes = LATIN_SIGNS.map(([languages]) => (languages.split(' ').includes(tag) ? NAMED : 0));
    named.clear();
    named.set(lang, votes);
  }
  return [...votes];
}

/** Counts a word or letter; true if it said something. */
function vote(votes: number[], sign: string): boolean {
  const group = signs.get(sign);
  if (group !== undefined) votes[group] = (votes[group] ?? 0) + SIGN;
  // Doubled vowels are Dutch, Finnish and Estonian; the south hardly writes a k or, outside French, a w.
  else if (/aa|ee|ii|oo|uu|ää|[sl][sl]a$/.test(sign)) votes[NORTH] = (votes[NORTH] ?? 0) + 2;
  else if (/[kw]/.test(sign)) for (const east of [2, 3, 4]) votes[east] = (votes[east] ?? 0) + 1;
  return group !== undefined;
}

function isOver(votes: readonly number[]): boolean {
  let most = 0;
  let next = 0;
  for (const count of votes) {
    if (count > most) {
      next = most;
      most = count;
    } else if (count > next) next = count;
  }
  return most >= next + AHEAD;
}

/** 0 Latin, then the groups from `cyrillic` on; -1: no letter. */
function scriptOf(unit: number): number {
  if (unit < 0x370)
    return (unit | 32) > 0x60 && (unit | 32) < 0x7b ? 0 : unit >= 0xc0 || unit === 0xbf || unit === 0xa1 ? 0 : -1;
  if (unit < 0x400) return 4;
  if (unit < 0x530) return 1;
  if (unit < 0x590) return 4;
  if (unit < 0x900) return PERSIAN.includes(String.fromCharCode(unit)) ? 5 : 2;
  if (unit < 0xe00) return 4;
  if (unit < 0x10a0) return 3;
  if (unit < 0x1100) return 4;
  if (unit < 0x1200) return 3;
  if (unit < 0x13a0) return 4;
  if (unit < 0x1780) return -1;
  if (unit < 0x1800) return 3;
  if (unit < 0x1e00) return -1;
  if (unit < 0x2000) return unit < 0x1f00 ? 0 : 4;
  if (unit < 0x3000) return -1;
  if (unit < 0xd800) return unit < 0x3005 ? -1 : 3;
  return unit >= 0xfb1d && unit < 0xfefd ? 2 : -1;
}
