/** The table of context words: background and command line only. */
import { foldText } from './fold.ts';
import { STEM_CLASSES, type StemClass } from './layout.ts';

export interface ContextStem {
  /** Beginning of a word, or of several, folded; whole words carry `whole`. */
  readonly folded: string;
  readonly kind: StemClass;
  /** 1 weak, 2 medium, 3 strong. */
  readonly weight: number;
  readonly whole: boolean;
  /** How soon it is left out where there is no room for all: 0 last. */
  readonly rank: number;
}

export interface ContextTable {
  readonly stems: readonly ContextStem[];
}

/** Languages whose words are the last to be left out. */
const FIRST_LANGUAGES = new Set(
  'en de fr es pt it sr-Latn sr-Cyrl hr bs ru zh-Hans zh-Hant ar tr ja ko hi sw am id vi pl uk cs nl fa he'.split(' '),
);

/** How much sooner the words of a line with `-` are left out: phrases that say seldom what others do not. */
const LATER = 5;

/**
 * Reads `assets/context/*.tsv`: class, weight, languages, stems parted by commas; `=` before a stem means the whole
 * word, `-` after the weight words that are left out before others. Lines that begin with # are comments. Throws on a line that is none of these: the file is our own.
 */
export function parseContextTable(files: readonly string[]): ContextTable {
  const stems: ContextStem[] = [];
  for (const file of files) {
    for (const [i, line] of file.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue;
      const [kind = '', weight = '', languages = '', words = ''] = line.split('\t');
      const known = STEM_CLASSES.find((one) => one === kind);
      if (!known || !/^[123]-?$/.test(weight) || !words.trim())
        throw new Error(`context table, line ${i + 1}: "${line.slice(0, 60)}"`);
      const first = languages.split(' ').some((language) => FIRST_LANGUAGES.has(language));
      const heavy = Number(weight.charAt(0));
      const rank =
        (first ? 0 : known === 'subject' ? 2 : 4) + rankOf(known, heavy) + (weight.endsWith('-') ? LATER : 0);
      for (const word of words.split(',')) {
        const text = word.trim();
        const folded = foldText(text.replace(/^=/, ''));
        if (folded) stems.push({ folded, kind: known, weight: heavy, whole: text.startsWith('='), rank });
      }
    }
  }
  return { stems };
}

/** Without words of the subject nothing is marked, so they come first; what speaks against decides less often. */
function rankOf(kind: StemClass, weight: number): number {
  if (kind === 'subject') return weight === 3 ? 0 : 1;
  if (kind === 'sport' || kind === 'person' || kind === 'function' || kind === 'office') return weight === 3 ? 1 : 2;
  return weight === 3 ? 3 : 4;
}
