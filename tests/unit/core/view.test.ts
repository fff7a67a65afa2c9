import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATEGORY_IDS, type CategoryId } from '../../../src/core/categories.ts';
import type { Claim, Pack } from '../../../src/core/model.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { paintedEntities } from '../../../src/core/painted.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { concerns, countOriginals, entityView, lastDate } from '../../../src/core/view.ts';

const parsed = parsePack(
  JSON.parse(readFileSync(new URL('../../fixtures/packs/valid-full.json', import.meta.url), 'utf8')),
);
if (!parsed.ok) throw new Error('the example pack does not parse');
const pack: Pack = parsed.value;
const vendor = pack.entities[0];
const [first, second] = pack.claims;
if (!vendor || !first || !second) throw new Error('the example pack is too small');

const allOn = Object.fromEntries(CATEGORY_IDS.map((id) => [id, true])) as Record<CategoryId, boolean>;
const without = (category: CategoryId) => ({ ...allOn, [category]: false });
const withClaims = (...claims: readonly Claim[]): Pack => ({ ...pack, claims: [...claims] });
const ids = (of: Pack, id: string, options: Partial<Parameters<typeof entityView>[2]> = {}) =>
  entityView(of, id, { categories: allOn, ...options })?.claims.map(({ claim }) => claim.id as string);

const claim = (id: string, change: Partial<Claim> = {}): Claim =>
  ({ ...first, id, about: [vendor.id], by: [], tier: 'core', date: '2020', events: [], ...change }) as Claim;

test('an entity that the pack lacks has no view', () => {
  expect(entityView(pack, 'no-such-name', { categories: allOn })).toBeUndefined();
});

test('counts are of all claims, whatever the list is cut to', () => {
  const view = entityView(pack, vendor.id, { categories: allOn, limit: 1 });
  const all = pack.claims.filter((one) => concerns(one, vendor.id));
  expect(view?.claims).toHaveLength(1);
  expect(view?.total).toBe(all.length);
  expect(view?.byStanding.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  expect(view?.byStanding.every(({ count }) => count > 0)).toBe(true);
});

test('a category that is off takes its claims out and says how many', () => {
  const view = entityView(pack, vendor.id, { categories: without(first.category) });
  expect(view?.claims.some(({ claim: one }) => one.category === first.category)).toBe(false);
  expect(view?.switchedOff).toBe(
    pack.claims.filter((one) => concerns(one, vendor.id) && one.category === first.category).length,
  );
  expect(view?.switchedOff).toBeGreaterThan(0);
});

test('order: names of the same passage, then about before by, core before secondary, the newest first', () => {
  const other = pack.entities[1]?.id ?? vendor.id;
  const claims = withClaims(
    claim('by-it', { about: [], by: [vendor.id], date: '2026' }),
    claim('old', { date: '2010' }),
    claim('secondary', { tier: 'secondary', date: '2025' }),
    claim('recent-event', {
      date: '2009',
      events: [{ ...(first.events[0] as Claim['events'][number]), date: '2024-03' }],
    }),
    claim('near', { about: [vendor.id, other], tier: 'secondary', date: '2001' }),
  );
  expect(ids(claims, vendor.id)).toEqual(['recent-event', 'old', 'secondary', 'near', 'by-it']);
  expect(ids(claims, vendor.id, { near: [other] })?.[0]).toBe('near');
  expect(ids(claims, vendor.id, { near: [vendor.id] })?.[0]).toBe('recent-event');
  expect(ids(claims, vendor.id, { limit: 2 })).toEqual(['recent-event', 'old']);
});

test.each([
  ['the address itself', (url: string) => url, true],
  ['another place on the page', (url: string) => `${url}#comments`, true],
  ['with a slash at its end', (url: string) => `${url}/`, true],
  ['another page', (url: string) => `${url}-2`, false],
] as const)('the page being read is one of the sources: %s', (_, address, expected) => {
  const url = first.sources[0]?.url.replace(/\/$/, '') ?? '';
  const view = entityView(withClaims(claim('one')), vendor.id, { categories: allOn, page: address(url) });
  expect(view?.claims[0]?.readingSource).toBe(expected);
});

test('reports that rest on one original count once', () => {
  const [source] = first.sources;
  if (!source) throw new Error('no source');
  const copies = ['a', 'b', 'c'].map((id) => ({
    ...source,
    id,
    origin: id === 'c' ? 'other' : 'wire',
  })) as Claim['sources'];
  expect(countOriginals({ sources: copies })).toBe(2);
  expect(countOriginals({ sources: [source] })).toBe(1);
});

test('the last date is that of the latest event, or of the claim where it is later', () => {
  const at = (date: string) => ({ ...(first.events[0] as Claim['events'][number]), date });
  expect(lastDate({ date: '2020', events: [at('2019-02'), at('2021-05-04')] })).toBe('2021-05-04');
  expect(lastDate({ date: '2022', events: [at('2021')] })).toBe('2022');
});

test('marked are entities that a claim in a category that is on concerns, of a kind that is on, not left out', () => {
  const marked = paintedEntities(pack, DEFAULT_SETTINGS);
  expect(marked.has(vendor.id)).toBe(true);
  for (const id of marked) expect(pack.claims.some((one) => concerns(one, id as typeof vendor.id))).toBe(true);
  expect(paintedEntities(pack, { ...DEFAULT_SETTINGS, mutes: [vendor.id] }).has(vendor.id)).toBe(false);
  expect(
    paintedEntities(pack, { ...DEFAULT_SETTINGS, kinds: { ...DEFAULT_SETTINGS.kinds, vendor: false } }).has(vendor.id),
  ).toBe(false);
  const allOff = Object.fromEntries(CATEGORY_IDS.map((id) => [id, false])) as Record<CategoryId, boolean>;
  expect(paintedEntities(pack, { ...DEFAULT_SETTINGS, categories: allOff }).size).toBe(0);
  const never = { ...pack, entities: pack.entities.map((entity) => ({ ...entity, marked: false })) };
  expect(paintedEntities(never, DEFAULT_SETTINGS).size).toBe(0);
});

test('an entity with claims in one category only loses its mark with it, one with others keeps it', () => {
  const claims = withClaims(claim('one', { category: 'espionage' }), claim('two', { category: 'corruption' }));
  const only = withClaims(claim('one', { category: 'espionage' }));
  const off = { ...DEFAULT_SETTINGS, categories: without('espionage') };
  expect(paintedEntities(only, off).has(vendor.id)).toBe(false);
  expect(paintedEntities(claims, off).has(vendor.id)).toBe(true);
  expect(ids(claims, vendor.id, { categories: off.categories })).toEqual(['two']);
});
