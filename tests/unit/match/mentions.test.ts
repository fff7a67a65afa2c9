import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findMentions } from '../../../src/core/match/find-mentions.ts';
import { corpusLexicon, ROOT } from './corpus-lexicon.ts';

const lexicon = await corpusLexicon();
const written = (text: string) =>
  text.replace(/\\(n|u[0-9a-f]{4}|\\)/g, (_, code: string) =>
    code === 'n' ? '\n' : code === '\\' ? '\\' : String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
const rows = readFileSync(`${ROOT}/tests/fixtures/mentions.tsv`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.split('\t'));

test.each(rows)('%s', (_name, text = '', expected = '', lang = '') => {
  const passage = written(text);
  const marked = findMentions(passage, lexicon, { lang }).filter((mention) => mention.marked);
  expect(marked.map(({ start, end, entity }) => `${passage.slice(start, end)}=${entity}`).join('; ')).toBe(
    written(expected),
  );
});
