import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMentions } from '../../../src/core/match/find-mentions.ts';
import { corpusLexicon, ROOT } from './corpus-lexicon.ts';

const lexicon = await corpusLexicon();
const lines = readFileSync(`${ROOT}/tests/fixtures/subject-terms.txt`, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));

test.each(lines.map((line) => line.split('|')))('%s: the subject is known by each of its common terms', (...line) => {
  const [lang = '', uganda = '', ...terms] = line;
  const isMarked = (text: string) =>
    findMentions(text, lexicon, { lang }).some(({ entity, marked }) => entity === 'uganda' && marked);
  expect(terms.length).toBeGreaterThan(8);
  expect(terms.filter((term) => !isMarked(`${uganda}: ${term}.`))).toEqual([]);
  expect(isMarked(`${uganda}.`)).toBe(false);
});
