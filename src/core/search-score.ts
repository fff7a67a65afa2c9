/** How well a name or a text answers the words of a query. */
import type { IndexedEntity } from './search-index.ts';

/** A query that is one whole name of an entity beats any sum of single words. */
const WHOLE_NAME_POINTS = 30;
/** Differences up to this count as equal. */
export const CLOSE = 0.01;

export interface NameScore {
  readonly text: string;
  /** How well the name answers each word of the query, 0 to 1. */
  readonly perWord: readonly number[];
  /** The same added up, before weighing. */
  readonly raw: number;
  /** Extra points where the query is that name whole. */
  readonly whole: number;
}

/** The score of one name for a query: `typed` as the reader wrote it, `joined` its folded words without spaces. */
export function nameScores(
  name: IndexedEntity['names'][number],
  query: {
    readonly hits: readonly ReadonlyMap<string, number>[];
    readonly joined: string;
    readonly typed: string;
  },
): NameScore {
  const qualities = query.hits.map((hit) => Math.max(0, ...name.words.map((word) => hit.get(word) ?? 0)));
  const covered = Math.min(1, qualities.filter((quality) => quality > 0).length / name.words.length);
  // Names in two scripts fold to the same word: the one that was typed is the one to show.
  const asTyped = name.text.toLowerCase().includes(query.typed) ? 2 * CLOSE : 0;
  return {
    text: name.text,
    perWord: qualities.map((quality) => quality * name.weight * (0.7 + 0.3 * covered)),
    raw: qualities.reduce((sum, quality) => sum + quality, 0) + asTyped,
    whole: name.words.join('') === query.joined ? WHOLE_NAME_POINTS * name.weight + asTyped : 0,
  };
}

/** One number by which names are compared. */
export function total(name: NameScore): number {
  return name.whole + name.perWord.reduce((sum, quality) => sum + quality, 0);
}

/** The best of the words that both have: quality of the match times weight of its place. */
export function bestOf(hit: ReadonlyMap<string, number>, weights: ReadonlyMap<string, number> | undefined): number {
  if (!weights) return 0;
  const [few, many] = hit.size < weights.size ? [hit, weights] : [weights, hit];
  let best = 0;
  for (const [word, value] of few) best = Math.max(best, value * (many.get(word) ?? 0));
  return best;
}

/** The sum over the query's words, or 0 where one of them is missing. */
export function sumOfBest(hits: readonly ReadonlyMap<string, number>[], weights: ReadonlyMap<string, number>): number {
  const each = hits.map((hit) => bestOf(hit, weights));
  return each.includes(0) ? 0 : each.reduce((sum, best) => sum + best, 0);
}
