import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Claim, Entity, Pack } from '../../../../src/core/model.ts';
import { diffPacks } from '../../../../src/core/pack/diff.ts';
import { parsePack } from '../../../../src/core/pack/parse.ts';

const parsed = parsePack(
  JSON.parse(readFileSync(new URL('../../../fixtures/packs/valid-full.json', import.meta.url), 'utf8')),
);
if (!parsed.ok) throw new Error('the example pack does not parse');
const pack: Pack = parsed.value;
const [entity] = pack.entities;
const [claim] = pack.claims;
if (!entity || !claim) throw new Error('the example pack is too small');

const withEntity = (change: Partial<Entity>): Pack => ({
  ...pack,
  entities: [{ ...entity, ...change }, ...pack.entities.slice(1)],
});
const withClaim = (change: Partial<Claim>): Pack => ({
  ...pack,
  claims: [{ ...claim, ...change } as Claim, ...pack.claims.slice(1)],
});

test('a pack does not differ from itself', () => {
  expect(diffPacks(pack, structuredClone(pack))).toEqual([]);
});

test('what came and what went, entities before claims', () => {
  const less: Pack = { ...pack, entities: pack.entities.slice(1), claims: pack.claims.slice(1) };
  expect(diffPacks(less, pack)).toEqual([
    `Added entity ${entity.id}: ${entity.name}`,
    `Added claim ${claim.id}: ${claim.summary}`,
  ]);
  expect(diffPacks(pack, less)).toEqual([
    `Removed entity ${entity.id}: ${entity.name}`,
    `Removed claim ${claim.id}: ${claim.summary}`,
  ]);
});

test.each<readonly [string, Pack, RegExp]>([
  [
    'a name',
    withEntity({ name: 'Other Networks' }),
    /^Changed entity .+: the name was ".+" and is now "Other Networks"$/,
  ],
  ['a description', withEntity({ what: 'Other.' }), /its description now reads "Other\."$/],
  ['an alias', withEntity({ aliases: entity.aliases.slice(1) }), /removed alias: /],
  ['a detail', withEntity({ notThis: ['nothing'] }), /details were edited$/],
  [
    'a standing',
    withClaim({ standing: claim.standing === 'withdrawn' ? 'reported' : 'withdrawn' }),
    /the standing was ".+" and is now "Withdrawn"$/,
  ],
  ['a summary', withClaim({ summary: 'Other words.' }), /the summary now reads "Other words\."$/],
  [
    'a category',
    withClaim({ category: claim.category === 'corruption' ? 'espionage' : 'corruption' }),
    /it moved from category .+ to corruption$/,
  ],
  ['the sources', withClaim({ sources: claim.sources.slice(1) as Claim['sources'] }), /removed source: https?:/],
  ['the course of events', withClaim({ events: claim.events.slice(1) }), /removed event: \d{4}/],
  ['the day of the last look', withClaim({ checked: '2026-11-21' }), /looked up again on 2026-11-21$/],
])('%s', (_, after, line) => {
  const lines = diffPacks(pack, after);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(line);
});

test('lines come in the order of ids, however the packs are ordered', () => {
  const turned: Pack = { ...pack, entities: [...pack.entities].reverse(), claims: [...pack.claims].reverse() };
  expect(diffPacks(pack, turned)).toEqual([]);
  const lines = diffPacks({ ...pack, entities: [], claims: [] }, turned);
  const ids = lines.map((line) => line.replace(/^Added (\w+) ([^:]+):.*$/, '$1 $2'));
  expect(ids).toEqual([
    ...pack.entities.map(({ id }) => `entity ${id}`).sort(),
    ...pack.claims.map(({ id }) => `claim ${id}`).sort(),
  ]);
});
