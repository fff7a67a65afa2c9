/** The table of context words: background and command line only. */
import { CONTEXT_GROUPS, type ContextGroup } from './context-groups.ts';
import { folding, foldText, UNSPACED } from './fold.ts';
import { LONGEST_STEM, LONGEST_UNSPACED, STEM_CLASSES, type StemClass } from './layout.ts';
import { inOtherAlphabet } from './serbian-letters.ts';

const ENGLISH: ContextGroup = 'english';

export interface ContextStem {
  /** Beginning of a word, or of several, folded; whole words carry `whole`. */
  readonly folded: string;
  readonly kind: StemClass;
  /** 1 weak, 2 medium, 3 strong. */
  readonly weight: number;
  readonly whole: boolean;
  /** Its file, whose words count in passages of that group alone. */
  readonly group: ContextGroup;
}

/** The stems of one group: its own and those of English, which are met in all. */
export function stemsOfGroup({ stems }: ContextTable, group: ContextGroup): readonly ContextStem[] {
  return stems.filter((stem) => stem.group === group || (stem.group === ENGLISH && isBorrowed(stem)));
}

/** English words that reports in other languages borrow: single ones that say much. A trace or an actor is its own language's. */
function isBorrowed({ folded, weight, kind }: ContextStem): boolean {
  return weight > 1 && kind !== 'trace' && !folded.includes(' ');
}

export interface ContextTable {
  readonly stems: readonly ContextStem[];
}

export interface ContextFile {
  /** Of a group, such as "german". */
  readonly name: string;
  readonly text: string;
}

/**
 * Reads `assets/context/*.tsv`, one file a group: class, weight, languages (for those who edit), stems parted by commas;
 * `=` before a stem means the whole word. Lines that begin with # are comments. Throws on a line that is none of these
 * and on a file of no group: the files are our own. What is said in Serbian is read in both its alphabets.
 */
export function parseContextTable(files: readonly ContextFile[]): ContextTable {
  const stems: ContextStem[] = [];
  const serbian: (ContextStem & { readonly stem: string })[] = [];
  for (const { name, text } of files) {
    const group = CONTEXT_GROUPS.find((one) => one === name);
    if (!group) throw new Error(`context table: no group "${name}"`);
    for (const [i, line] of text.split('\n').entries()) {
      if (!line.trim() || line.startsWith('#')) continue;
      const [kind = '', weight = '', languages = '', words = ''] = line.split('\t');
      const known = STEM_CLASSES.find((one) => one === kind);
      if (!known || !/^[123]$/.test(weight) || !words.trim())
        throw new Error(`context table ${name}, line ${i + 1}: "${line.slice(0, 60)}"`);
      for (const word of words.split(',')) {
        const stem = word.trim();
        const folded = foldText(stem.replace(/^=/, ''));
        const problem = problemOf(folded);
        if (problem) throw new Error(`context table ${name}, line ${i + 1}: "${stem}" ${problem}`);
        if (!folded) continue;
        const read = { folded, kind: known, weight: Number(weight), whole: stem.startsWith('='), group };
        stems.push(read);
        if (/^sr-/.test(languages) && known !== 'function') serbian.push({ ...read, stem: stem.replace(/^=/, '') });
      }
    }
  }
  return { stems: [...stems, ...otherAlphabet(serbian, stems)] };
}

/** The same words in the other alphabet, where that file does not say itself what they weigh. */
function otherAlphabet(
  serbian: readonly (ContextStem & { readonly stem: string })[],
  stems: readonly ContextStem[],
): ContextStem[] {
  const said = new Set(stems.map(({ group, folded }) => `${group} ${folded}`));
  return serbian.flatMap(({ stem, ...read }) => {
    const folded = foldText(inOtherAlphabet(stem) ?? '');
    const group: ContextGroup = read.group === 'serbian' ? 'south-slavic' : 'serbian';
    return folded && folded.length <= LONGEST_STEM && !said.has(`${group} ${folded}`)
      ? [{ ...read, folded, group }]
      : [];
  });
}

/** Why a stem would never be found; undefined where it may be. */
function problemOf(folded: string): string | undefined {
  const { kind } = folding(folded);
  const longest = kind[folded.charCodeAt(0)] === UNSPACED ? LONGEST_UNSPACED : LONGEST_STEM;
  if (folded.length > longest) return `is longer than ${longest} letters`;
  if (/[^\p{L}\p{M}\p{N} ']/u.test(folded)) return 'has a sign in it that ends a word';
  // A slip of the editor's pen that would speak in every table of figures.
  if (/^\d{1,2}$/.test(folded)) return 'is a number';
  return folded.endsWith(' ') ? 'ends with a space' : undefined;
}
