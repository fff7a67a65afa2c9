/** The words of a claim and how much each says about it, by where it stands. */
import { categoryLabel } from './categories.ts';
import type { Claim, Entity } from './model.ts';
import { searchWords } from './search-words.ts';
import { standingWords } from './standing.ts';

const SUMMARY = 4;
const NAMES = 4;
const SAYERS = 3;
const LABELS = 2;
const TEXT = 1;

/** Every folded word of the claim, its answers and its sources' publishers, with the weight of its best place. */
export function wordsOfClaim(claim: Claim, entities: ReadonlyMap<string, Entity>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (weight: number, ...texts: readonly (string | undefined)[]): void => {
    for (const text of texts) {
      for (const word of searchWords(text ?? '')) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    }
  };
  add(SUMMARY, claim.summary);
  for (const id of [...claim.about, ...claim.by]) {
    const entity = entities.get(id);
    if (entity) add(NAMES, entity.name, ...entity.aliases.map((alias) => alias.text));
  }
  add(SAYERS, claim.place, claim.date, ...claim.says.map((party) => party.name));
  add(LABELS, categoryLabel(claim.category), standingWords(claim.standing).label);
  add(TEXT, claim.detail, claim.caveats, claim.contested?.summary, claim.pending);
  if ('responses' in claim) for (const { by, summary } of claim.responses) add(TEXT, by.name, summary);
  for (const event of claim.events) add(TEXT, event.who, event.what);
  for (const source of claim.sources) add(TEXT, source.publisher);
  return weights;
}
