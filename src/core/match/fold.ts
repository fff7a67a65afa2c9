/**
 * How letters are compared: case, accents, width and spelling variants that one name is met in are made one.
 * Two tables over all UTF-16 units are filled as texts need them; the scan only looks up.
 */

/** What a unit is for finding where words begin and end. */
export const SEPARATOR = 0;
export const LETTER = 1;
export const HANGUL = 2;
/** Scripts written without spaces: a word may begin and end anywhere. */
export const UNSPACED = 3;
export const IGNORABLE = 4;
/** Added to LETTER: may be written together with the word that follows it (Arabic, Hebrew, Amharic). */
export const CLITIC = 8;

/** Folded units below this are separators; 0 is an ignorable one. */
export const FIRST_LETTER = 0x30;
/** White space, hyphens, dashes and middle dots between the words of a name. */
export const JOINT = 0x20;
const OTHER_SEPARATOR = 0x21;

export interface Folding {
  /** Folded unit for each unit. */
  readonly fold: Uint16Array;
  /** What each unit is, one of the constants above. */
  readonly kind: Uint8Array;
}

// Ranges "first-last" or single units, in hexadecimal, so that they stay short in the script that enters pages.
const SEPARATORS =
  '0-2f 3a-40 5b-60 7b-a9 ab-b4 b6-b9 bb-bf d7 f7 2c2-2df 37e 387 55a-55f 589-58f 5be 5c0 5c3 5c6 5f3-5f4 600-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 700-70d 964-965 970 df4 e4f e5a-e5b f04-f14 104a-104f 10fb 1360-1368 166d-166e 1680 16eb-16ed 1735-1736 17d4-17db 1800-180a 2000-200a 2010-2029 202f-205f 2070-2bff 2e00-2e7f 3000-3004 3008-3020 3030 303d-303f 30a0 30fb d800-f8ff fd3e-fd3f fe10-fe1f fe30-fe6f ff01-ff0f ff1a-ff20 ff3b-ff3e ff40 ff5b-ff65 ffe0-ffff';
const JOINTS =
  '9-d 20 2d 85 a0 b7 5be 1680 2000-200a 2010-2015 2022 2027-2028 202f 205f 2212 3000 30fb fe58 fe63 ff0d ff65';
const IGNORABLES =
  'ad 300-36f 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 610-61a 61c 640 64b-65f 670 6d6-6dc 6df-6e8 6ea-6ed 93c 9bc 180b-180e 1ab0-1aff 200b-200f 202a-202e 2060-206f 20d0-20ff fe00-fe0f feff';
const UNSPACED_SCRIPTS =
  'e01-e4e e80-eff 1000-1049 1050-109f 1780-17d3 2e80-2fdf 3005-3007 3021-302f 3041-309f 30a1-30fa 30fc-30ff 3400-9fff f900-faff ff66-ff9f';
const HANGULS = '1100-11ff 3130-318f ac00-d7a3';
/** Scripts with case or accents, folded to the small base letter: first those that most pages are written with. */
const LATIN = '41-5a aa b5 ba c0-24f';
const OTHER_CASED = '370-587 1e00-1fff';
/** Compatibility forms: folded as the letter they stand for. */
const COMPATIBLE = 'ff01-ff9f fb50-fdfb fe70-fefc';
// "variant-letter": what neither case nor decomposition unites. Turkish dotless i, Arabic and Persian letters; long vowels
// of Devanagari and Bengali, in which foreign names are written either way; an old form of a Han letter; geresh as an
// apostrophe, colons of tickers as full stops, double hyphens of Japanese names as joints.
const VARIANTS =
  '131-69 111-64 f8-6f 142-6c f0-64 127-68 3c2-3c3 2019-27 2018-27 2bc-27 ff07-27 60-27 b4-27 622-627 623-627 625-627 671-627 649-64a 6cc-64a 626-64a 624-648 6a9-643 629-647 6c1-647 6be-647 6c3-647 9df-9af 9dc-9a1 9dd-9a2 901-902 908-907 90a-909 910-90f 911-906 914-913 940-93f 942-941 945-947 948-947 949-93e 94c-94b 981-982 988-987 98a-989 9c0-9bf 9c2-9c1 9b6-9b8 9b7-9b8 7232-70ba 12c9-12cd 5f3-27 3a-2e 3d-20 30a0-20';
/** Amharic syllables that sound alike, row by row of seven. */
const ROWS = '1210-1200 1280-1200 1220-1230 12d0-12a0 1340-1338';
const CLITICS = 'وفبلكساأإآובלהמשכበለከየስእንደ';
const KEPT_SEPARATORS = ".,&/+'";

/** Units that only the whole of the tables knows: neither Latin nor signs. */
const BEYOND_LATIN = /[\u0250-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe10-\uffff]/;
/** Folded units below this are Latin letters, digits or signs. */
export const LATIN_END = 0x250;

let tables: Folding | undefined;
let whole = false;

/**
 * The tables. With a text they are good for that text: all but Latin letters is filled when a text first needs it, since
 * filling costs a page more than reading it.
 */
export function folding(text?: string): Folding {
  tables ??= fillLatin();
  if (!whole && (text === undefined || BEYOND_LATIN.test(text))) {
    fillOthers(tables);
    whole = true;
  }
  return tables;
}

function fillLatin(): Folding {
  const fold = new Uint16Array(0x10000);
  const kind = new Uint8Array(0x10000).fill(LETTER);
  for (let unit = 0; unit < LATIN_END; unit++) fold[unit] = unit;
  const set = (ranges: string, type: number, value?: number) => {
    eachRange(ranges, (first, last) => {
      kind.fill(type, first, last + 1);
      if (value !== undefined) fold.fill(value, first, last + 1);
    });
  };
  set(SEPARATORS, SEPARATOR, OTHER_SEPARATOR);
  set(JOINTS, SEPARATOR, JOINT);
  for (const char of KEPT_SEPARATORS) fold[char.charCodeAt(0)] = char.charCodeAt(0);
  set(IGNORABLES, IGNORABLE, 0);
  set(UNSPACED_SCRIPTS, UNSPACED);
  set(HANGULS, HANGUL);
  for (const char of CLITICS) kind[char.charCodeAt(0)] = LETTER | CLITIC;
  foldCased({ fold, kind }, LATIN);
  foldVariants(fold);
  return { fold, kind };
}

function fillOthers({ fold, kind }: Folding): void {
  for (let unit = LATIN_END; unit < 0x10000; unit++)
    if (fold[unit] === 0 && kind[unit] !== IGNORABLE) fold[unit] = unit;
  foldCased({ fold, kind }, OTHER_CASED);
  foldVariants(fold);
  eachRange(ROWS, (row, same) => {
    for (let vowel = 0; vowel < 7; vowel++) fold[row + vowel] = same + vowel;
  });
  eachUnit(COMPATIBLE, (unit) => {
    const plain = String.fromCharCode(unit).normalize('NFKC');
    if (plain.length > 1) return;
    fold[unit] = fold[plain.charCodeAt(0)] ?? unit;
    kind[unit] = kind[plain.charCodeAt(0)] ?? LETTER;
  });
}

function foldCased({ fold, kind }: Folding, ranges: string): void {
  eachUnit(ranges, (unit) => {
    if (kind[unit] === LETTER) fold[unit] = String.fromCharCode(unit).toLowerCase().normalize('NFD').charCodeAt(0);
  });
}

function foldVariants(fold: Uint16Array): void {
  eachRange(VARIANTS, (variant, letter) => {
    fold[variant] = letter;
    // The upper case of a variant folds with it: Đ, Ø, Ł.
    const upper = String.fromCharCode(variant).toUpperCase();
    if (upper.length === 1 && letter > FIRST_LETTER) fold[upper.charCodeAt(0)] = letter;
  });
}

/** Pairs of hexadecimal numbers, the second as the first where there is one. */
function eachRange(ranges: string, visit: (first: number, last: number) => void): void {
  for (const range of ranges.split(' ')) {
    const [first = '', last = first] = range.split('-');
    visit(Number.parseInt(first, 16), Number.parseInt(last, 16));
  }
}

function eachUnit(ranges: string, visit: (unit: number) => void): void {
  eachRange(ranges, (first, last) => {
    for (let unit = first; unit <= last; unit++) visit(unit);
  });
}

/** A text as the matcher compares it: folded, ignorable units dropped, runs of joints made one. */
export function foldText(text: string): string {
  const { fold } = folding(text);
  let out = '';
  let joined = false;
  for (let i = 0; i < text.length; i++) {
    const unit = fold[text.charCodeAt(i)] ?? 0;
    if (unit === 0 || (unit === JOINT && joined)) continue;
    joined = unit === JOINT;
    out += String.fromCharCode(unit);
  }
  return out;
}
