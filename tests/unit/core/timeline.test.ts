import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCuratedPack } from '../../../src/cli/curated-files.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { timelineOf } from '../../../src/core/timeline.ts';
import { testView } from '../../fixtures/views.ts';

const parsed = parsePack(await readCuratedPack(resolve(import.meta.dirname, '../../..')));
if (!parsed.ok) throw new Error('the curated pack does not parse');
const { claims } = parsed.value;

test('every claim stands in it, every event once, in the order of time', () => {
  const entries = timelineOf(claims);
  expect(new Set(entries.map(({ claim }) => claim.id)).size).toBe(claims.length);
  expect(entries.length).toBeGreaterThanOrEqual(claims.reduce((sum, claim) => sum + claim.events.length, 0));
  const dates = entries.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  for (const date of dates) expect(date).toMatch(/^\d{4}/);
});

test('an answer counts as an event unless it is one already', () => {
  const [view] = testView({ claims: 1, answers: 2 }).claims;
  if (!view) throw new Error('no test claim');
  const { claim } = view;
  const types = (of: typeof claim): readonly string[] => timelineOf([of]).map(({ type }) => type);
  expect(types(claim)).toEqual(['reported', 'answered', 'answered']);
  const told = { type: 'answered' as const, date: '2018-02', who: 'Example', what: 'Test text.', sources: ['s1'] };
  expect(types({ ...claim, events: [...claim.events, told] })).toEqual(['reported', 'answered']);
  expect(types({ ...claim, events: [] })).toEqual(['reported', 'answered', 'answered']);
});
