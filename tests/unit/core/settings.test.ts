import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORY_IDS } from '../../../src/core/categories.ts';
import { DEFAULT_SETTINGS, KINDS, readSettings, SETTINGS_VERSION } from '../../../src/core/settings.ts';

test('with nothing stored everything is on and marks are dotted in the colour of the text', () => {
  expect(DEFAULT_SETTINGS.on).toBe(true);
  expect(DEFAULT_SETTINGS.badge).toBe(true);
  expect(Object.keys(DEFAULT_SETTINGS.categories)).toEqual([...CATEGORY_IDS]);
  expect(Object.values(DEFAULT_SETTINGS.categories).every(Boolean)).toBe(true);
  expect(Object.keys(DEFAULT_SETTINGS.kinds)).toEqual([...KINDS]);
  expect(DEFAULT_SETTINGS.look).toEqual({ style: 'dotted', colour: 'text' });
  expect([...DEFAULT_SETTINGS.sitesOff, ...DEFAULT_SETTINGS.mutes]).toEqual([]);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a word', 'on'],
  ['a number', 7],
  ['a list', [true]],
  [
    'parts of the wrong type',
    { version: 'x', on: 1, kinds: [], categories: 'all', sitesOff: {}, mutes: [4], look: 3, badge: 'no' },
  ],
] as const)('%s reads as the defaults', (_, stored) => {
  expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
});

test('one part of the wrong type costs that part alone', () => {
  const found = readSettings({
    on: false,
    mutes: ['huawei'],
    sitesOff: 'example.org',
    look: { style: 'wavy', colour: 'loud' },
  });
  expect(found).toMatchObject({ on: false, mutes: ['huawei'], sitesOff: [], look: { style: 'wavy', colour: 'text' } });
});

test('a category or kind that came later is on, one that is gone is forgotten', () => {
  const { categories, kinds } = readSettings({
    categories: { espionage: false, gossip: true },
    kinds: { place: false },
  });
  expect(categories).toEqual({ ...DEFAULT_SETTINGS.categories, espionage: false });
  expect(kinds).toEqual({ vendor: true, body: true, place: false });
});

test('whatever was stored, what is read can be stored and read again unchanged', () => {
  fc.assert(
    fc.property(
      fc.object({
        maxDepth: 3,
        key: fc.constantFrom(
          'version',
          'on',
          'kinds',
          'categories',
          'sitesOff',
          'mutes',
          'look',
          'style',
          'badge',
          'espionage',
        ),
      }),
      (stored) => {
        const once = readSettings(stored);
        expect(once.version).toBe(SETTINGS_VERSION);
        expect(readSettings(JSON.parse(JSON.stringify(once)))).toEqual(once);
      },
    ),
  );
});
