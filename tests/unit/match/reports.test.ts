import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMentions } from '../../../src/core/match/find-mentions.ts';
import { corpusLexicon, ROOT } from './corpus-lexicon.ts';

const lexicon = await corpusLexicon();
const reports = readFileSync(`${ROOT}/tests/fixtures/reports.txt`, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('|'));
const languages = [...new Set(reports.map(([lang = '']) => lang))];

test.each(languages)('%s: Uganda is marked in reports on the subject and in no others', (lang) => {
  const own = reports.filter(([of]) => of === lang);
  const isMarked = (text: string) =>
    findMentions(text, lexicon, { lang, onePassage: true }).some(({ entity, marked }) => entity === 'uganda' && marked);
  expect(own.length).toBeGreaterThan(30);
  expect(own.filter(([, subject, text = '']) => isMarked(text) !== (subject === 'on'))).toEqual([]);
});
