/** Choosing among an entity's claims, and which choices are left. Pure. */
import { CATEGORY_IDS, type CategoryId } from './categories.ts';
import type { Claim, EntityId } from './model.ts';
import { STANDING_IDS, type Standing } from './standing.ts';

export interface ClaimFilter {
  readonly category?: CategoryId;
  readonly standing?: Standing;
  /** Of the claim or of anything that happened in the matter. */
  readonly year?: string;
  /** Another entity that the claim is about or by. */
  readonly counterpart?: string;
}

export interface Choice<T extends string> {
  readonly value: T;
  /** Claims that are left with this choice, all other choices as they are. */
  readonly count: number;
}

export interface FilterChoices {
  readonly category: readonly Choice<CategoryId>[];
  readonly standing: readonly Choice<Standing>[];
  /** Newest first. */
  readonly year: readonly Choice<string>[];
  /** Most claims first. */
  readonly counterpart: readonly Choice<EntityId>[];
}

/** The claims that pass every filter that is set, in the order given. */
export function filterClaims<T extends { readonly claim: Claim }>(claims: readonly T[], filter: ClaimFilter): T[] {
  return claims.filter(({ claim }) => passes(claim, filter));
}

/**
 * What can be chosen for each filter so that at least one claim is left; what is chosen now is always among them.
 * `self`: the entity whose claims they are, no counterpart of itself.
 */
export function filterChoices(
  claims: readonly { readonly claim: Claim }[],
  filter: ClaimFilter,
  self: EntityId,
): FilterChoices {
  const left = (without: keyof ClaimFilter): readonly Claim[] => {
    const { [without]: _, ...others } = filter;
    return claims.flatMap(({ claim }) => (passes(claim, others) ? [claim] : []));
  };
  const category = counts(left('category'), (claim) => [claim.category]);
  const standing = counts(left('standing'), (claim) => [claim.standing]);
  const year = counts(left('year'), (claim) => [...yearsOf(claim)]);
  const counterpart = counts(left('counterpart'), (claim) => [...partiesOf(claim)].filter((id) => id !== self));
  return {
    category: CATEGORY_IDS.flatMap((value) => choice(value, category.get(value), filter.category)),
    standing: STANDING_IDS.flatMap((value) => choice(value, standing.get(value), filter.standing)),
    year: [...year].map(([value, count]) => ({ value, count })).toSorted((a, b) => (a.value < b.value ? 1 : -1)),
    counterpart: [...counterpart]
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}

function passes(claim: Claim, { category, standing, year, counterpart }: ClaimFilter): boolean {
  return (
    (category === undefined || claim.category === category) &&
    (standing === undefined || claim.standing === standing) &&
    (year === undefined || yearsOf(claim).has(year)) &&
    (counterpart === undefined || [...partiesOf(claim)].some((id) => id === counterpart))
  );
}

function yearsOf(claim: Claim): ReadonlySet<string> {
  return new Set([claim.date, ...claim.events.map((event) => event.date)].map((date) => date.slice(0, 4)));
}

function partiesOf(claim: Claim): ReadonlySet<EntityId> {
  return new Set([...claim.about, ...claim.by]);
}

function counts<T>(claims: readonly Claim[], values: (claim: Claim) => readonly T[]): ReadonlyMap<T, number> {
  const found = new Map<T, number>();
  for (const claim of claims) for (const value of values(claim)) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

function choice<T extends string>(value: T, count: number | undefined, chosen: T | undefined): readonly Choice<T>[] {
  return count !== undefined || value === chosen ? [{ value, count: count ?? 0 }] : [];
}
