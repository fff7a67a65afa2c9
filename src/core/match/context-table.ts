/** The table of context words: background and command line only. */
import type { ContextGroup } from './context-groups.ts';
import { foldText } from './fold.ts';
import { STEM_CLASSES, type StemClass } from './layout.ts';

export interface ContextStem {
  /** Beginning of a word, or of several, folded; whole words carry `whole`. */
  readonly folded: string;
  readonly kind: StemClass;
  /** 1 weak, 2 medium, 3 strong. */
  readonly weight: number;
  readonly whole: boolean;
  readonly languages: readonly string[];
}

/** The languages of each group, as the files name them; English is in all. */
const LANGUAGES: Readonly<Record<ContextGroup, string>> = {
  'latin-south': 'fr es pt it ca ro',
  'latin-north': 'de nl sv da no fi et',
  'latin-east': 'sr-Latn hr bs sl pl cs sk',
  'latin-far': 'hu sq lt lv tr az',
  'latin-tropic': 'vi id ms sw',
  cyrillic: 'sr-Cyrl ru uk be bg mk',
  arabic: 'ar he',
  persian: 'fa ur',
  asian: 'zh-Hans zh-Hant ja ko th',
  other: 'hi bn ta el am ka hy',
};

/** The stems of one group. */
export function stemsOfGroup({ stems }: ContextTable, group: ContextGroup): readonly ContextStem[] {
  const languages = ['en', ...LANGUAGES[group].split(' ')];
  return stems.filter((stem) => stem.languages.some((language) => languages.includes(language)));
}

export interface ContextTable {
  readonly stems: readonly ContextStem[];
}

/**
 * Reads `assets/context/*.tsv`: class, weight, languages, stems parted by commas; `=` before a stem means the whole
 * word. Lines that begin with # are comments. Throws on a line that is none of these: the files are our own.
 */
export function parseContextTable(files: readonly string[]): ContextTable {
  const stems: ContextStem[] = [];
  for (const file of files) {
    for (const [i, line] of file.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue;
      const [kind = '', weight = '', languages = '', words = ''] = line.split('\t');
      const known = STEM_CLASSES.find((one) => one === kind);
      if (!known || !/^[123]$/.test(weight) || !words.trim())
        throw new Error(`context table, line ${i + 1}: "${line.slice(0, 60)}"`);
      const tags = languages.split(' ');
      for (const word of words.split(',')) {
        const text = word.trim();
        const folded = foldText(text.replace(/^=/, ''));
        if (folded)
          stems.push({ folded, kind: known, weight: Number(weight), whole: text.startsWith('='), languages: tags });
      }
    }
  }
  return { stems };
}
