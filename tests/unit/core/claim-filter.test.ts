import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCuratedPack } from '../../../src/cli/curated-files.ts';
import { type ClaimFilter, filterChoices, filterClaims } from '../../../src/core/claim-filter.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { realView } from '../../fixtures/views.ts';

const parsed = parsePack(await readCuratedPack(resolve(import.meta.dirname, '../../..')));
if (!parsed.ok) throw new Error('the curated pack does not parse');
const { claims, entity } = realView(parsed.value, 'huawei');

const FILTERS: readonly ClaimFilter[] = [
  {},
  { category: 'espionage' },
  { standing: 'disputed' },
  { year: '2019' },
  { counterpart: 'serbia' },
  { counterpart: 'serbia', year: '2021' },
  { category: 'trade-secrets', standing: 'charged' },
  { category: 'corruption', counterpart: 'serbia' },
];

test.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))('%s', (_, filter) => {
  const left = filterClaims(claims, filter);
  expect(left).toEqual(
    claims.filter(
      ({ claim }) =>
        (!filter.category || claim.category === filter.category) &&
        (!filter.standing || claim.standing === filter.standing) &&
        (!filter.counterpart || [...claim.about, ...claim.by].some((id) => id === filter.counterpart)) &&
        (!filter.year ||
          [claim.date, ...claim.events.map(({ date }) => date)].some((date) => date.startsWith(filter.year ?? ''))),
    ),
  );
  const choices = filterChoices(claims, filter, entity.id);
  for (const key of ['category', 'standing', 'year', 'counterpart'] as const) {
    for (const { value, count } of choices[key]) {
      expect(filterClaims(claims, { ...filter, [key]: value })).toHaveLength(count);
      expect(count > 0 || filter[key] === value).toBe(true);
    }
  }
});

test('an entity is no counterpart of itself; years stand newest first', () => {
  const { counterpart, year } = filterChoices(claims, {}, entity.id);
  expect(counterpart.map(({ value }) => value)).not.toContain('huawei');
  expect(counterpart.length).toBeGreaterThan(5);
  expect(year.map(({ value }) => value)).toEqual(
    year
      .map(({ value }) => value)
      .sort()
      .reverse(),
  );
});
