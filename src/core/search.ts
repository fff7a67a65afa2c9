/**
 * Search over a pack's entities and claims, forgiving of spelling, script and word order.
 *
 * Each word of the query is looked up in the pack's vocabulary (as written, as the beginning of a word, and with the
 * slip or two that Fuse.js finds); an entity or claim is found if every word of the query stands somewhere in it.
 */
import type { CategoryId } from './categories.ts';
import type { Claim, Entity, EntityKind } from './model.ts';
import type { IndexedEntity, SearchIndex } from './search-index.ts';
import { bestOf, CLOSE, nameScores, sumOfBest, total } from './search-score.ts';
import { lookUp } from './search-vocabulary.ts';
import { isUnspaced, searchWords } from './search-words.ts';

export interface EntityRow {
  readonly type: 'entity';
  readonly entity: Entity;
  /** The name that matched, where it is not the one shown. */
  readonly alias?: string;
  /** Claims about it or by it in categories that are on. */
  readonly claims: number;
}

export interface ClaimRow {
  readonly type: 'claim';
  readonly claim: Claim;
  /** The entity under whose name the claim opens. */
  readonly entity: Entity;
  /** True if the claim has an answer, false if none was found. */
  readonly answered: boolean;
}

export interface SearchResult {
  /** Entities first, then claims, best first; at most `limit` of each. */
  readonly rows: readonly (EntityRow | ClaimRow)[];
  /** How many there are without the limit. */
  readonly found: { readonly entities: number; readonly claims: number };
}

export interface SearchOptions {
  /** Claims in categories that are off are neither found nor counted. */
  readonly categories: Readonly<Record<CategoryId, boolean>>;
  /** Only entities of these kinds; all where left out. */
  readonly kinds?: Readonly<Record<EntityKind, boolean>>;
  /** Most rows of each type. */
  readonly limit: number;
}

const NAME_POINTS = 10;
const WHAT_POINTS = 2;
/** Entities found only through their claims' words: a few, since the claims themselves are listed below. */
const INDIRECT_LIMIT = 3;
/** Words that carry nothing in a query that has others. */
const EMPTY_WORDS = new Set(
  'a an the of in on at by for to and or is was what who how did does de la le les el los en et du des der die das und u i na za v o'.split(
    ' ',
  ),
);

/** What is found for `query`; nothing for a query without a letter or digit. */
export function search(index: SearchIndex, query: string, options: SearchOptions): SearchResult {
  const words = queryWords(index, query);
  if (words.length === 0) return { rows: [], found: { entities: 0, claims: 0 } };
  const hits = words.map((word, at) => lookUp(index.vocabulary, word, { unfinished: at === words.length - 1 }));
  const joined = words.join('');
  const typed = query.trim().toLowerCase();

  const claimScores = index.claims.map(({ claim, words: weights }) =>
    options.categories[claim.category] ? sumOfBest(hits, weights) : 0,
  );
  const entities = index.entities
    .filter(({ entity }) => options.kinds?.[entity.kind] !== false)
    .map((candidate) => scored(candidate, { index, hits, joined, typed, claimScores, options }))
    .filter(({ score }) => score > 0)
    .toSorted(
      (a, b) => b.score - a.score || b.row.claims - a.row.claims || (a.row.entity.id < b.row.entity.id ? -1 : 1),
    );
  const direct = entities.filter(({ byName }) => byName);
  const listed = direct.length > 0 ? direct : entities.slice(0, INDIRECT_LIMIT);

  const best = listed[0]?.row.entity;
  const concernsBest = (claim: Claim): boolean => best === undefined || claim.about.includes(best.id);
  const claims = index.claims
    .flatMap(({ claim }, at) => {
      const score = (claimScores[at] ?? 0) * (claim.tier === 'core' ? 1 : 0.9) * (concernsBest(claim) ? 1 : 0.7);
      const entity = openedUnder(index, claim, best);
      return score > 0 && entity ? [{ score, claim, entity }] : [];
    })
    .toSorted(
      (a, b) => b.score - a.score || b.claim.date.localeCompare(a.claim.date) || (a.claim.id < b.claim.id ? -1 : 1),
    );

  return {
    rows: [
      ...listed.slice(0, options.limit).map(({ row }) => row),
      ...claims
        .slice(0, options.limit)
        .map(({ claim, entity }): ClaimRow => ({ type: 'claim', claim, entity, answered: 'responses' in claim })),
    ],
    found: { entities: listed.length, claims: claims.length },
  };
}

function scored(
  candidate: IndexedEntity,
  within: {
    readonly index: SearchIndex;
    readonly hits: readonly ReadonlyMap<string, number>[];
    readonly joined: string;
    readonly typed: string;
    readonly claimScores: readonly number[];
    readonly options: SearchOptions;
  },
): { readonly row: EntityRow; readonly score: number; readonly byName: boolean } {
  const { index, hits, options } = within;
  const own = candidate.claims.filter((at) => {
    const claim = index.claims[at]?.claim;
    return claim !== undefined && options.categories[claim.category];
  });
  const names = candidate.names.map((name) => nameScores(name, within));
  const best = names.reduce((a, b) => (total(b) > total(a) ? b : a));

  let score = best.whole;
  let byName = best.whole > 0;
  let complete = true;
  hits.forEach((hit, at) => {
    const name = NAME_POINTS * Math.max(...names.map(({ perWord }) => perWord[at] ?? 0));
    const what = WHAT_POINTS * bestOf(hit, candidate.what);
    const text = own.reduce((most, claim) => Math.max(most, bestOf(hit, index.claims[claim]?.words)), 0) / 4;
    if (name > 0) byName = true;
    score += Math.max(name, what, text);
    if (name + what + text === 0) complete = false;
  });
  if (!complete && best.whole === 0) score = 0;
  // Claims that hold the whole query tell apart entities that hold its words somewhere; the root keeps an entity with
  // eighty claims from standing first on every subject.
  const together = own.reduce((sum, at) => sum + (within.claimScores[at] ?? 0), 0);
  if (score > 0 && own.length > 0) score += together / Math.sqrt(own.length) / (byName ? 20 : 1);

  const shown = names[0];
  const named = shown === undefined || best.whole + best.raw > shown.whole + shown.raw + CLOSE;
  const row: EntityRow = {
    type: 'entity',
    entity: candidate.entity,
    claims: own.length,
    ...(named && best.text !== candidate.entity.name && total(best) > 0 ? { alias: best.text } : {}),
  };
  return { row, score, byName };
}

function openedUnder(index: SearchIndex, claim: Claim, best: Entity | undefined): Entity | undefined {
  if (best && claim.about.concat(claim.by).includes(best.id)) return best;
  return index.pack.entities.find((entity) => entity.id === claim.about[0]);
}

function queryWords(index: SearchIndex, query: string): readonly string[] {
  const words = searchWords(query);
  // "Tik-Tok", "hik vision": a name that was cut in two.
  const joined = words.join('');
  if (words.length > 1 && index.vocabulary.names.has(joined)) return [joined];
  const telling = words.filter((word) => !EMPTY_WORDS.has(word) || isUnspaced(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}
