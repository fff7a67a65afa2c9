import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EVENT_TYPES,
  type EventType,
  STANDING_IDS,
  STANDINGS,
  standingOf,
  standingWords,
} from '../../../src/core/standing.ts';

type Step = readonly [type: EventType, date: string];
const standing = (steps: readonly Step[], saidByAuthority = false, contested = false) =>
  standingOf({ events: steps.map(([type, date]) => ({ type, date })), saidByAuthority, contested });

test.each<readonly [string, readonly Step[], string]>([
  ['nothing but a report', [['reported', '2019']], 'reported'],
  [
    'an allegation and a denial',
    [
      ['alleged', '2019'],
      ['answered', '2020'],
    ],
    'reported',
  ],
  [
    'a listing',
    [
      ['alleged', '2018'],
      ['listed', '2019-05-16'],
    ],
    'restricted-by-law',
  ],
  ['a charge', [['charged', '2019-01']], 'charged'],
  [
    'a charge that was settled',
    [
      ['charged', '2019-01'],
      ['settled', '2021-09'],
    ],
    'settled',
  ],
  [
    'a charge that was dismissed',
    [
      ['charged', '2019-01'],
      ['dismissed', '2022-12'],
    ],
    'dismissed-or-acquitted',
  ],
  [
    'a conviction that is appealed',
    [
      ['convicted', '2020'],
      ['appealed', '2021'],
    ],
    'convicted',
  ],
  [
    'a conviction that was reversed',
    [
      ['convicted', '2020'],
      ['reversed', '2022'],
    ],
    'dismissed-or-acquitted',
  ],
  [
    'a listing that was ended',
    [
      ['listed', '2019'],
      ['delisted', '2023'],
    ],
    'dismissed-or-acquitted',
  ],
  [
    'a finding after a listing',
    [
      ['listed', '2019'],
      ['found', '2020'],
    ],
    'officially-found',
  ],
  [
    'an acquittal',
    [
      ['charged', '2019'],
      ['acquitted', '2020'],
    ],
    'dismissed-or-acquitted',
  ],
  [
    'a correction by those who said it',
    [
      ['reported', '2018'],
      ['corrected', '2019'],
    ],
    'withdrawn',
  ],
  [
    'a withdrawal',
    [
      ['listed', '2018'],
      ['withdrawn', '2019'],
    ],
    'withdrawn',
  ],
  ['a plain ruling decides nothing by its name alone', [['ruled', '2020']], 'reported'],
  [
    'events out of order',
    [
      ['settled', '2021'],
      ['charged', '2019'],
    ],
    'settled',
  ],
  [
    'two on one day: the later in the list',
    [
      ['charged', '2020-01-01'],
      ['dismissed', '2020-01-01'],
    ],
    'dismissed-or-acquitted',
  ],
  [
    'a year and a month of it: the later in the list',
    [
      ['charged', '2020-05'],
      ['settled', '2020'],
    ],
    'settled',
  ],
])('%s', (_, steps, expected) => {
  expect(standing(steps)).toBe(expected);
});

test('without a decision: contested facts before who says it', () => {
  expect(standing([], true)).toBe('alleged-by-government');
  expect(standing([], true, true)).toBe('disputed');
  expect(standing([], false, true)).toBe('disputed');
  expect(standing([['listed', '2019']], true, true)).toBe('restricted-by-law');
});

test('a denial never changes a standing', () => {
  const date = fc.integer({ min: 1990, max: 2026 }).map(String);
  const step = fc.tuple(fc.constantFrom(...EVENT_TYPES), date);
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 6 }),
      fc.boolean(),
      fc.boolean(),
      date,
      (steps, authority, contested, day) => {
        expect(standing([...steps, ['answered', day]], authority, contested)).toBe(
          standing(steps, authority, contested),
        );
      },
    ),
  );
});

test('every standing has words, and none says how likely it is', () => {
  expect(STANDING_IDS).toHaveLength(10);
  for (const { id } of STANDINGS) {
    const { label, lead } = standingWords(id);
    expect(label).toMatch(/^[A-Z]/);
    expect(`${label} ${lead}`).not.toMatch(/likely|probabl|proven|true|guilty/i);
  }
});
