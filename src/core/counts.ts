/** What each switch of the options holds, so that readers see what they switch. Pure; computed from a pack. */
import { CATEGORY_IDS, type CategoryId } from './categories.ts';
import type { Entity, EntityKind, Pack } from './model.ts';
import { KINDS } from './settings.ts';

export interface Switches {
  readonly kinds: Readonly<Record<EntityKind, boolean>>;
  readonly categories: Readonly<Record<CategoryId, boolean>>;
  readonly mutes: readonly string[];
}

export interface SwitchCounts {
  /** Claims whose main category it is; for a kind: claims about or by an entity of the kind. */
  readonly claims: number;
  /** Entities, of those that can be marked at all, that such a claim is about or by. */
  readonly entities: number;
  /** How many entities are marked with this switch on and not with it off, all other switches as they are. */
  readonly marksDepending: number;
}

/**
 * The ids of entities that may be painted: of a kind that is on, not muted, and with at least one claim about it or by
 * it in a category that is on. Entities with `marked: false` never are.
 */
export function markedEntities(pack: Pick<Pack, 'entities' | 'claims'>, switches: Switches): ReadonlySet<string> {
  const concerned = new Set<string>();
  for (const claim of pack.claims) {
    if (!switches.categories[claim.category]) continue;
    for (const id of claim.about) concerned.add(id);
    for (const id of claim.by) concerned.add(id);
  }
  const mutes = new Set(switches.mutes);
  const painted = pack.entities.filter(
    (entity) => canBeMarked(entity) && switches.kinds[entity.kind] && !mutes.has(entity.id) && concerned.has(entity.id),
  );
  return new Set(painted.map((entity) => entity.id));
}

/** Counts for every category. */
export function categoryCounts(
  pack: Pick<Pack, 'entities' | 'claims'>,
  switches: Switches,
): Readonly<Record<CategoryId, SwitchCounts>> {
  return record(CATEGORY_IDS, (category) => {
    const claims = pack.claims.filter((claim) => claim.category === category);
    const withIt = (on: boolean): Switches => ({ ...switches, categories: { ...switches.categories, [category]: on } });
    return { ...counted(pack, claims), marksDepending: difference(pack, withIt(true), withIt(false)) };
  });
}

/** Counts for every kind of entity. */
export function kindCounts(
  pack: Pick<Pack, 'entities' | 'claims'>,
  switches: Switches,
): Readonly<Record<EntityKind, SwitchCounts>> {
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

function canBeMarked(entity: Entity): boolean {
  return entity.marked;
}

function counted(
  pack: Pick<Pack, 'entities'>,
  claims: Pack['claims'],
): { readonly claims: number; readonly entities: number } {
  const ids = new Set<string>(claims.flatMap((claim) => [...claim.about, ...claim.by]));
  return {
    claims: claims.length,
    entities: pack.entities.filter((entity) => canBeMarked(entity) && ids.has(entity.id)).length,
  };
}

function difference(pack: Pick<Pack, 'entities' | 'claims'>, on: Switches, off: Switches): number {
  return markedEntities(pack, on).size - markedEntities(pack, off).size;
}

function record<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  // Object.fromEntries forgets the key type; every key is given a value one line above.
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
