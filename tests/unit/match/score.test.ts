import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { figuresOf, readCorpus, recordedOf } from '../../../src/cli/score.ts';
import { percentages, rightDecisions, scoreCorpus } from '../../../src/cli/score-corpus.ts';
import { findMentions } from '../../../src/core/match/find-mentions.ts';
import { corpusLexicon, corpusPack, ROOT } from './corpus-lexicon.ts';

const kinds = new Map(corpusPack().entities.map((entity): [string, string] => [entity.id, entity.kind]));

/** The second is nobody's to tune on: it says what to expect of text that nobody has seen. */
test.each(['dev-mentions', 'unseen'])('no figure of %s is below the recorded one', async (name) => {
  const corpus = `${ROOT}/tests/fixtures/corpus/${name}.jsonl`;
  const gold = await readCorpus(corpus);
  const lexicon = await corpusLexicon();
  const found = new Map(
    gold.map(({ id, text, lang }) => [
      id,
      findMentions(text, lexicon, { lang, onePassage: true }).filter((mention) => mention.marked),
    ]),
  );
  const now = figuresOf(scoreCorpus(gold, found, kinds));
  const recorded: ReturnType<typeof figuresOf> = JSON.parse(readFileSync(recordedOf(corpus), 'utf8'));
  for (const key of ['precision', 'recall', 'f1', 'places', 'bodies'] as const)
    expect(now[key], key).toBeGreaterThanOrEqual(recorded[key]);
  for (const [lang, figure] of Object.entries(recorded.languages))
    expect(now.languages[lang], lang).toBeGreaterThanOrEqual(figure);
});

test('the score itself: a hit, a wrong entity, a wrong span, a forgiven full stop', () => {
  const passage = {
    id: 'p',
    lang: 'en',
    kind: 'news',
    text: 'Huawei in Serbia. ZTE Corp. in Spain',
    negatives: [],
    phenomena: ['x'],
  };
  const labelled = [
    {
      ...passage,
      mentions: [
        { start: 0, end: 6, entity: 'huawei' },
        { start: 18, end: 26, entity: 'zte' },
      ],
      suppressed: [{ start: 10, end: 16, entity: 'serbia' }],
    },
  ];
  const predicted = [
    { start: 0, end: 6, entity: 'huawei' },
    { start: 18, end: 27, entity: 'zte' },
    { start: 10, end: 16, entity: 'serbia' },
    { start: 31, end: 35, entity: 'spain' },
  ];
  const score = scoreCorpus(labelled, new Map([['p', predicted]]), kinds);
  expect(score.all).toEqual({ hit: 2, extra: 2, missed: 0 });
  expect(percentages(score.all).precision).toBe(50);
  expect(rightDecisions(score.place).left).toBe(0);
});
