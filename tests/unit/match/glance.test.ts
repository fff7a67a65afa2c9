import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLexicon } from '../../../src/core/match/codec.ts';
import { compileLexicon } from '../../../src/core/match/compile.ts';
import { scan } from '../../../src/core/match/find-mentions.ts';
import { nextName } from '../../../src/core/match/glance.ts';
import type { Lexicon } from '../../../src/core/match/types.ts';
import { entitiesOf } from './small-lexicon.ts';

const NAMES = ['NSO', 'NSO Group', 'WHO', 'Who Else', 'Serbia', 'Nor', 'Čad', '华为'];
/** Some with the same beginnings may be written small: only they let small letters past the first filters. */
const SMALL = ['whoe land', 'nsora land', 'serbian sea'];

function fresh(): Lexicon {
  const entities = [...entitiesOf(NAMES, { case: 'exact' }), ...entitiesOf(SMALL)];
  const read = readLexicon(compileLexicon({ entities }));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

const text = fc
  .array(
    fc.constantFrom(
      ...NAMES,
      ...SMALL,
      'ever',
      'nso',
      'who',
      'Who',
      'serbia',
      'Norway',
      ' ',
      ' ',
      '\n',
      '\u00ad',
      'is',
      '.',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

test.each([
  ['Who.', 'WHO.'],
  ['Nso.', 'NSO.'],
])('"%s" read before hides no "%s"', (before, after) => {
  const lexicon = fresh();
  expect(nextName(before, 0, lexicon)).toBe(-1);
  expect(nextName(after, 0, lexicon)).toBe(0);
});

test('what was read before changes no look', () => {
  const used = fresh();
  fc.assert(
    fc.property(text, (words) => {
      expect(nextName(words, 0, used)).toBe(nextName(words, 0, fresh()));
    }),
    { numRuns: 500 },
  );
});

test('a look passes over no name that the scan finds', () => {
  const lexicon = fresh();
  fc.assert(
    fc.property(text, (words) => {
      const first = scan(words, lexicon).hits[0]?.start;
      if (first === undefined) return;
      const glimpsed = nextName(words, 0, lexicon);
      expect(glimpsed).toBeGreaterThanOrEqual(0);
      expect(glimpsed).toBeLessThanOrEqual(first);
    }),
    { numRuns: 500 },
  );
});
