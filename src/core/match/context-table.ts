/** The table of context words: background and command line only. */
import { STEM_CLASSES, type StemClass } from './layout.ts';

export interface ContextStem {
  /** Beginning of a word, or of several; whole words carry `whole`. */
  readonly text: string;
  readonly kind: StemClass;
  /** 1 weak, 2 medium, 3 strong. */
  readonly weight: number;
  readonly whole: boolean;
}

export interface ContextTable {
  readonly stems: readonly ContextStem[];
}

export const EMPTY_CONTEXT: ContextTable = { stems: [] };

/**
 * Reads `assets/context/*.tsv`: class, weight, languages, stems parted by commas; `=` before a stem means the whole
 * word. Lines that begin with # are comments. Throws on a line that is none of these: the file is our own.
 */
export function parseContextTable(files: readonly string[]): ContextTable {
  const stems: ContextStem[] = [];
  for (const file of files) {
    for (const [i, line] of file.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue;
      const [kind = '', weight = '', , words = ''] = line.split('\t');
      const known = STEM_CLASSES.find((one) => one === kind);
      if (!known || !/^[123]$/.test(weight) || !words.trim()) throw new Error(`context table, line ${i + 1}: "${line.slice(0, 60)}"`);
      for (const word of words.split(',')) {
        const text = word.trim();
        if (text) stems.push({ text: text.replace(/^=/, ''), kind: known, weight: Number(weight), whole: text.startsWith('=') });
      }
    }
  }
  return { stems };
}
