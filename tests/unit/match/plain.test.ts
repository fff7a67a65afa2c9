import { expect, test } from 'vitest';
import { scan } from '../../../src/core/match/find-mentions.ts';
import { plainHits } from '../../../src/core/match/plain.ts';
import { corpusLexicon } from './corpus-lexicon.ts';

const lexicon = await corpusLexicon();

/** A text node, and the names that are sure whatever stands around it; `null` where what stands around may matter. */
const CASES: readonly (readonly [string, string, readonly string[] | null])[] = [
  ['a vendor far from both edges', 'The council of the town bought Hikvision cameras last year.', ['Hikvision']],
  ['no name', 'The council of the town bought cameras last year.', []],
  ['near the beginning a longer name may have begun', 'of Hikvision cameras in the whole of the town', null],
  ['at the end a longer name may go on', 'The council of the town bought from Hikvision', null],
  ['and behind a space at the end', 'The council of the town bought from Hikvision ', null],
  ['behind it only what may belong to an address', 'The council of the town bought from Hikvision.', null],
  ['a place is judged by what stands around', 'The council of the town bought cameras in Serbia last year.', null],
  ['an abbreviation is, too', 'The council of the town has read a report on the NSO of last year.', null],
];

test.each(CASES)('%s', (_name, text, expected) => {
  const hits = plainHits({ text, ...scan(text, lexicon) }, lexicon);
  expect(hits?.map(({ start, end }) => text.slice(start, end)) ?? null).toEqual(expected);
});
