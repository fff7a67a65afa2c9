import { expect, test } from 'vitest';
import { readContextTable } from '../../../src/cli/context-files.ts';
import { CONTEXT_GROUPS } from '../../../src/core/match/context-groups.ts';
import { parseContextTable, stemsOfGroup } from '../../../src/core/match/context-table.ts';
import { stemsIn, stemTable } from '../../../src/core/match/stems.ts';
import { corpusLexicon, ROOT } from './corpus-lexicon.ts';

const lexicon = await corpusLexicon();
const table = await readContextTable(ROOT);
const wordsIn = (text: string, group: (typeof CONTEXT_GROUPS)[number]): string[] =>
  stemsIn({ text, start: 0, end: text.length, hits: [] }, stemTable(lexicon, group)).map(({ start, end }) =>
    text.slice(start, end),
  );

test.each(CONTEXT_GROUPS)('every word of %s is found where it stands', (group) => {
  const lost = stemsOfGroup(table, group)
    // Small words say nothing of a passage.
    .filter(({ kind, weight }) => kind !== 'function' || weight > 1)
    .filter(({ folded }) => wordsIn(`. ${folded} .`, group).length === 0);
  expect(lost.map(({ folded }) => folded)).toEqual([]);
});

test('what was read before changes nothing: a word that said nothing says nothing, one that begins a phrase may', () => {
  const texts = ['The face was seen.', 'Face to face.', 'The facial recognition was seen.', 'The face was seen.'];
  const alone = texts.map((text) => wordsIn(text, 'english'));
  for (let i = 0; i < 3; i++) expect(texts.map((text) => wordsIn(text, 'english'))).toEqual(alone);
  expect(alone[0]).toEqual(alone[3]);
  expect(alone[2]).toContain('facial recog');
});

test.each([
  ['a class that is none', 'subjekt\t3\ten\tspy'],
  ['a weight that is none', 'subject\t4\ten\tspy'],
  ['no words', 'subject\t3\ten\t'],
  ['a full stop ends a word', 'subject\t3\ten\tt.c. card'],
  ['a hyphen at the end is a space', 'subject\t3\ten\tcyber-'],
  ['a figure that any table holds', 'subject\t3\ten\tcamera,3'],
  ['longer than a page is looked at', `subject\t3\ten\t${'a'.repeat(33)}`],
])('a line with %s is refused, and the message names it', (_name, line) => {
  expect(() => parseContextTable([{ name: 'english', text: `# words\n${line}\n` }])).toThrow(/english, line 2/);
});

test('a file of no group is refused', () => {
  expect(() => parseContextTable([{ name: 'klingon', text: '' }])).toThrow(/klingon/);
});
