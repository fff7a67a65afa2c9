/** What each switch of the options holds, so that readers see what they switch. Pure; computed from a pack. */
import { CATEGORY_IDS, type CategoryId } from './categories.ts';
import type { EntityKind, Pack } from './model.ts';
import { paintedEntities } from './painted.ts';
import { KINDS } from './settings.ts';

/** The settings that decide what is marked. */
export type Switches = Parameters<typeof paintedEntities>[1];

export interface SwitchCounts {
  /** Claims whose main category it is; for a kind: claims about or by an entity of the kind. */
  readonly claims: number;
  /** Entities, of those that can be marked at all, that such a claim is about or by. */
  readonly entities: number;
  /** How many entities are marked with this switch on and not with it off, all other switches as they are. */
  readonly marksDepending: number;
}

/** Counts for every category. */
export function categoryCounts(pack: Pack, switches: Switches): Readonly<Record<CategoryId, SwitchCounts>> {
  return record(CATEGORY_IDS, (category) => {
    const claims = pack.claims.filter((claim) => claim.category === category);
    const withIt = (on: boolean): Switches => ({ ...switches, categories: { ...switches.categories, [category]: on } });
    return { ...counted(pack, claims), marksDepending: difference(pack, withIt(true), withIt(false)) };
  });
}

/** Counts for every kind of entity. */
export function kindCounts(pack: Pack, switches: Switches): Readonly<Record<EntityKind, SwitchCounts>> {
  return record(KINDS, (kind) => {
    const ofKind = new Set<string>(pack.entities.flatMap((entity) => (entity.kind === kind ? [entity.id] : [])));
    const claims = pack.claims.filter((claim) => [...claim.about, ...claim.by].some((id) => ofKind.has(id)));
    const withIt = (on: boolean): Switches => ({ ...switches, kinds: { ...switches.kinds, [kind]: on } });
    const entities = pack.entities.filter((entity) => entity.kind === kind);
    return {
      ...counted({ entities }, claims),
      marksDepending: difference(pack, withIt(true), withIt(false)),
    };
  });
}

function counted(
  pack: Pick<Pack, 'entities'>,
  claims: Pack['claims'],
): { readonly claims: number; readonly entities: number } {
  const ids = new Set<string>(claims.flatMap((claim) => [...claim.about, ...claim.by]));
  return {
    claims: claims.length,
    entities: pack.entities.filter((entity) => entity.marked && ids.has(entity.id)).length,
  };
}

function difference(pack: Pack, on: Switches, off: Switches): number {
  return paintedEntities(pack, on).size - paintedEntities(pack, off).size;
}

function record<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  // Object.fromEntries forgets the key type; every key is given a value one line above.
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
