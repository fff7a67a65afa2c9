/** The words a pack uses, and which of them a typed word may stand for. */
import Fuse from 'fuse.js';
import { isUnspaced } from './search-words.ts';

export interface Vocabulary {
  readonly words: readonly string[];
  /** Words of names: the likeliest meaning of a word with a slip. */
  readonly names: ReadonlySet<string>;
  readonly fuse: Fuse<string>;
}

/** Shorter words are too like each other for slips to be forgiven: `iran`, `iraq`. */
const SHORTEST_FORGIVEN = 5;
const PREFIX_QUALITY = 0.7;
const ENDING_QUALITY = 0.8;
const PART_QUALITY = 0.45;
const SLIP_QUALITY = 0.75;
const NAME_FIRST = 0.85;
const UNFINISHED_SLIP_QUALITY = 0.35;

/** The vocabulary of a pack. Words may repeat in the lists. */
export function vocabularyOf(found: {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}): Vocabulary {
  const words = [...new Set([...found.names, ...found.texts])];
  // Fuse.js finds what is near, generously; `slipsBetween` then decides. It looks for the typed word inside longer ones
  // too, hence `distance`: a match that starts later costs, so that "rivas" is not found inside "privacy".
  const fuse = new Fuse(words, { includeScore: true, threshold: 0.4, distance: 25, ignoreFieldNorm: true });
  return { words, names: new Set(found.names), fuse };
}

/**
 * The words that `typed` (folded) may stand for, with the quality of each match: 1 for the word itself, less for a
 * beginning, an ending, a part or a slip. `unfinished`: the reader may still be typing it.
 */
export function lookUp(
  vocabulary: Vocabulary,
  typed: string,
  options: { readonly unfinished: boolean },
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  // "EU" is a name, not the beginning of "Europe": of two letters so much may begin.
  if (typed.length <= 2 && vocabulary.names.has(typed)) return found.set(typed, 1);
  for (const word of vocabulary.words) {
    const quality = plainQuality(word, typed, vocabulary.names.has(word));
    if (quality > 0) found.set(word, quality);
  }
  const wellSpelt = [...found.values()].some((quality) => quality > ENDING_QUALITY);
  if (wellSpelt || typed.length < SHORTEST_FORGIVEN || isUnspaced(typed)) return found;

  const slips = slippedWords(vocabulary, typed, options);
  const bestName = Math.max(0, ...[...slips].map(([word, quality]) => (vocabulary.names.has(word) ? quality : 0)));
  for (const [word, quality] of slips) {
    // Who misspells a name means the name: "TicTok" is no search for "tactics".
    if (vocabulary.names.has(word) || quality > NAME_FIRST * bestName) {
      found.set(word, Math.max(quality, found.get(word) ?? 0));
    }
  }
  return found;
}

function slippedWords(
  vocabulary: Vocabulary,
  typed: string,
  options: { readonly unfinished: boolean },
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { item } of vocabulary.fuse.search(typed)) {
    const sameStart = item[0] === typed[0] ? 1 : 0.8;
    const slips = slipsBetween(item, typed);
    if (slips <= slipsForgiven(typed)) {
      found.set(item, SLIP_QUALITY * (1 - slips / typed.length) * sameStart);
    } else if (options.unfinished && sameStart === 1 && slipsBetween(item.slice(0, typed.length), typed) <= 1) {
      found.set(item, UNFINISHED_SLIP_QUALITY);
    }
  }
  return found;
}

/** Letters left out, added, mistaken, or two neighbours exchanged: optimal string alignment distance. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min(changed, exchanged, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function plainQuality(word: string, typed: string, isName: boolean): number {
  if (word === typed) return 1;
  if (isUnspaced(typed)) return word.includes(typed) ? 0.8 : 0;
  if (word.startsWith(typed)) return typed.length < 2 ? 0 : PREFIX_QUALITY + 0.25 * (typed.length / word.length);
  // An ending the vocabulary lacks: "cameras" for "camera", "Huavejem" for "Huavej".
  if (word.length >= 4 && typed.startsWith(word) && typed.length - word.length <= 2) return ENDING_QUALITY;
  if (isName && typed.length >= 4 && word.includes(typed)) return PART_QUALITY;
  return 0;
}

function slipsForgiven(typed: string): number {
  return typed.length < 8 ? 1 : typed.length < 12 ? 2 : 3;
}
