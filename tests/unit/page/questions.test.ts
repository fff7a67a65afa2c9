import { expect, test } from 'vitest';
import { NONE, UNREAD } from '../../../src/core/match/questions.ts';
import { gatherQuestions } from '../../../src/page/questions.ts';

const run = (text: string) => ({ text, nodes: [], starts: [], from: 0 });

test('each text is sent once, wherever it stands', () => {
  const gathering = gatherQuestions();
  expect(gathering.isEmpty()).toBe(true);
  expect(gathering.take()).toBeUndefined();
  gathering.add(run('ZTE'));
  gathering.add(run('Serbia'), { before: 'ZTE', after: undefined, heading: 'News' });
  gathering.add(run('News'), { before: '', after: 'Serbia', heading: 'News' });
  expect(gathering.isEmpty()).toBe(false);
  expect(gathering.take()).toEqual({
    runs: [run('ZTE'), run('Serbia'), run('News')],
    questions: {
      texts: ['ZTE', 'Serbia', 'News'],
      passages: [
        [0, UNREAD, UNREAD, UNREAD],
        [1, 0, NONE, 2],
        [2, NONE, 1, 2],
      ],
    },
  });
  expect(gathering.isEmpty()).toBe(true);
  gathering.add(run('Serbia'));
  expect(gathering.take()?.questions.texts).toEqual(['Serbia']);
});

test.each([
  ['long texts', () => 'x'.repeat(16_384), 1],
  ['many texts', (i: number) => `${i}`.padStart(100), 164],
  ['the same text again and again', () => 'ZTE', 1_000],
])('a batch is full with %s', (_name, textOf, runs) => {
  const gathering = gatherQuestions();
  for (let i = 0; i < runs; i++) {
    expect(gathering.isFull()).toBe(false);
    gathering.add(run(textOf(i)));
  }
  expect(gathering.isFull()).toBe(true);
});
