import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCuratedPack } from '../../../src/cli/curated-files.ts';
import { CATEGORY_IDS } from '../../../src/core/categories.ts';
import { categoryCounts, kindCounts, type Switches } from '../../../src/core/counts.ts';
import { whyNothingIsMarked } from '../../../src/core/nothing-marked.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { paintedEntities } from '../../../src/core/painted.ts';
import { DEFAULT_SETTINGS, KINDS } from '../../../src/core/settings.ts';
import { entityView } from '../../../src/core/view.ts';

const parsed = parsePack(await readCuratedPack(resolve(import.meta.dirname, '../../..')));
if (!parsed.ok) throw new Error('the curated pack does not parse');
const pack = parsed.value;

const switches = fc.record({
  kinds: fc.record(Object.fromEntries(KINDS.map((kind) => [kind, fc.boolean()]))),
  categories: fc.record(Object.fromEntries(CATEGORY_IDS.map((id) => [id, fc.boolean()]))),
  mutes: fc.subarray(pack.entities.map(({ id }) => id as string)),
}) as fc.Arbitrary<Switches>;

test('an entity is marked if its kind is on, it is not muted, and a claim in a category that is on concerns it', () => {
  fc.assert(
    fc.property(switches, (chosen) => {
      const marked = paintedEntities(pack, chosen);
      for (const entity of pack.entities) {
        const view = entityView(pack, entity.id, { categories: chosen.categories });
        const expected =
          entity.marked && chosen.kinds[entity.kind] && !chosen.mutes.includes(entity.id) && (view?.total ?? 0) > 0;
        expect(marked.has(entity.id)).toBe(expected);
      }
    }),
    { numRuns: 20 },
  );
});

test('a category tells how many entities hang on it alone, whether it is on or off', () => {
  fc.assert(
    fc.property(switches, fc.constantFrom(...CATEGORY_IDS), (chosen, category) => {
      const other = { ...chosen, categories: { ...chosen.categories, [category]: !chosen.categories[category] } };
      const change = Math.abs(paintedEntities(pack, chosen).size - paintedEntities(pack, other).size);
      expect(categoryCounts(pack, chosen)[category].marksDepending).toBe(change);
      expect(categoryCounts(pack, other)[category].marksDepending).toBe(change);
    }),
    { numRuns: 20 },
  );
});

test('claims and entities of a switch do not depend on the switches', () => {
  const all = categoryCounts(pack, DEFAULT_SETTINGS);
  expect(CATEGORY_IDS.reduce((sum, id) => sum + all[id].claims, 0)).toBe(pack.claims.length);
  fc.assert(
    fc.property(switches, (chosen) => {
      for (const id of CATEGORY_IDS) {
        const { claims, entities } = categoryCounts(pack, chosen)[id];
        expect({ claims, entities }).toEqual({ claims: all[id].claims, entities: all[id].entities });
      }
    }),
    { numRuns: 5 },
  );
  const markable = pack.entities.filter(({ id, marked }) => marked && hasClaim(id)).length;
  const kinds = kindCounts(pack, DEFAULT_SETTINGS);
  expect(KINDS.reduce((sum, kind) => sum + kinds[kind].entities, 0)).toBe(markable);
  expect(KINDS.reduce((sum, kind) => sum + kinds[kind].marksDepending, 0)).toBe(markable);
});

test('why nothing is marked', () => {
  const off = <K extends string>(keys: readonly K[]): Record<K, boolean> =>
    Object.fromEntries(keys.map((key) => [key, false])) as Record<K, boolean>;
  const all = pack.entities.map(({ id }) => id as string);
  const cases = [
    [{}, '', undefined],
    [{}, 'news.example.org', undefined],
    [{ sitesOff: ['example.org'] }, 'news.example.org', 'site-off'],
    [{ sitesOff: ['example.org'] }, 'example.com', undefined],
    [{ on: false, sitesOff: ['example.org'] }, 'example.org', 'everywhere-off'],
    [{ categories: off(CATEGORY_IDS) }, 'example.org', 'categories-off'],
    [{ kinds: off(KINDS) }, 'example.org', 'kinds-off'],
    [{ mutes: all }, 'example.org', 'switches'],
  ] as const;
  for (const [change, host, why] of cases) {
    const settings = { ...DEFAULT_SETTINGS, ...change } as typeof DEFAULT_SETTINGS;
    expect([change, whyNothingIsMarked(pack, settings, host)]).toEqual([change, why]);
  }
});

function hasClaim(id: (typeof pack.entities)[number]['id']): boolean {
  return pack.claims.some((claim) => [...claim.about, ...claim.by].includes(id));
}
