/** Finders as one would write them in an afternoon, for comparison: no endings, no namesakes, no context. */
import type { Entity } from '../core/model.ts';
import type { Labelled, Span } from './score-corpus.ts';

export type Baseline = 'substring' | 'word' | 'unicode';

const EDGES: Record<Baseline, readonly [string, string]> = {
  substring: ['', ''],
  word: ['\\b', '\\b'],
  unicode: ['(?<![\\p{L}\\p{N}_])', '(?![\\p{L}\\p{N}_])'],
};

/** One expression of all names, longest first, any case; every match is a mention. */
export function naiveFinder(kind: Baseline, entities: readonly Entity[]): (passage: Labelled) => Span[] {
  const entityOf = new Map<string, string>();
  for (const { id, aliases } of entities) {
    for (const { text, mark } of aliases)
      if (mark !== 'no' && !entityOf.has(text.toLowerCase())) entityOf.set(text.toLowerCase(), id);
  }
  const names = [...entityOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const [before, after] = EDGES[kind];
  const expression = new RegExp(`${before}(?:${names.join('|')})${after}`, 'giu');
  return ({ text }) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const entity = entityOf.get(match[0].toLowerCase());
      return entity === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, entity }];
    });
}
