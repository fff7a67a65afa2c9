import { expect, test } from 'vitest';
import { readLexicon } from '../../../src/core/match/codec.ts';
import { compileContext, compileLexicon } from '../../../src/core/match/compile.ts';
import { parseContextTable } from '../../../src/core/match/context-table.ts';
import { createJudge } from '../../../src/core/match/judge.ts';
import { type Asked, NONE, UNREAD } from '../../../src/core/match/questions.ts';
import { entitiesOf } from './small-lexicon.ts';

const english = compileContext(
  parseContextTable([{ name: 'english', text: 'subject\t3\ten\tsurveil\nsport\t3\ten\tfootball\n' }]),
  'english',
);

/** Huawei is e0, a vendor; Serbia e1, a place; NSO Group and its abbreviation are e2. */
function judgeOf(bring = async (): Promise<Uint8Array | undefined> => english) {
  const [huawei, serbia, nso] = entitiesOf(['Huawei', 'Serbia', 'NSO Group']);
  if (!huawei || !serbia || !nso) throw new Error('three entities');
  const [full] = nso.aliases;
  if (!full) throw new Error('an alias');
  const short = { ...full, text: 'NSO', role: 'abbreviation', mark: 'with-context', case: 'exact' } as const;
  const entities = [huawei, { ...serbia, kind: 'place' as const }, { ...nso, aliases: [full, short] }];
  const lexicon = readLexicon(compileLexicon({ entities }));
  if (!lexicon.ok) throw new Error(lexicon.problem);
  return createJudge(lexicon.value, bring);
}

const PAGE = { lang: 'en', path: '/', title: '', introduced: [] };
const ALONE: Asked = [0, UNREAD, UNREAD, UNREAD];

/** What is marked of each passage; null where what stands around it is asked for. */
async function marked(
  texts: readonly string[],
  passages: readonly Asked[] = [ALONE],
  page: { readonly title?: string; readonly introduced?: readonly string[] } = {},
  judge = judgeOf(),
): Promise<readonly (readonly string[] | null)[]> {
  const verdicts = await judge({ ...PAGE, ...page, texts, passages });
  return verdicts.passages.map(
    (found, i) =>
      found
        ?.filter((verdict) => verdict.marked)
        .map(({ start, end }) => (texts[passages[i]?.[0] ?? 0] ?? '').slice(start, end)) ?? null,
  );
}

test.each<[string, readonly string[], Asked, readonly string[] | null]>([
  ['a firm needs nothing around it', ['Huawei bid.'], ALONE, ['Huawei']],
  ['nor does a passage that says it alone', ['Surveillance in Serbia.'], ALONE, ['Serbia']],
  ['nor one that says plainly that it is something else', ['Football in Serbia.'], ALONE, []],
  ['of one that says nothing what stands around is asked for', ['Serbia has plans.'], ALONE, null],
  ['where there is nothing it is left', ['Serbia has plans.'], [0, NONE, NONE, NONE], []],
  [
    'neighbours alone do not speak for it',
    ['Serbia spends on data.', 'Surveillance.', 'Surveillance.'],
    [0, 1, 2, NONE],
    [],
  ],
  ['a vendor beside it does', ['Huawei has plans in Serbia.', 'x'], [0, NONE, 1, NONE], ['Huawei', 'Serbia']],
  ['a heading does, with a neighbour', ['Serbia has plans.', 'Surveillance'], [0, 1, NONE, 1], ['Serbia']],
  [
    'neighbours are read where they could turn the answer',
    ['Huawei has surveillance at football in Serbia.', 'News'],
    [0, UNREAD, UNREAD, 1],
    null,
  ],
  [
    'and not where they could not',
    ['Huawei has surveillance at football in Serbia.', 'Surveillance'],
    [0, UNREAD, UNREAD, 1],
    ['Huawei', 'Serbia'],
  ],
  ['a passage without names says nothing', ['Nobody.'], ALONE, []],
  ['no text at all', [], ALONE, []],
  ['places of texts that are not there', ['Serbia has plans.'], [0, 7, 8, 9], []],
])('%s', async (_name, texts, asked, expected) => {
  expect(await marked(texts, [asked])).toEqual([expected]);
});

const SENTENCE = 'Serbia has had plans of which nobody was told before last week.';

test.each<[string, string, string, string, readonly string[]]>([
  ['heading and title speak for every sentence below them', SENTENCE, 'Surveillance', 'Surveillance', ['Serbia']],
  ['not for a link or a cell', 'Serbia', 'Surveillance', 'Surveillance', []],
  ['a title alone does not', SENTENCE, 'Related', 'Surveillance', []],
  ['nor a heading', SENTENCE, 'Surveillance', 'News', []],
  ['nor where the sentence is about something else', `Football: ${SENTENCE}`, 'Surveillance', 'Surveillance', []],
  ['nor where one of them is', SENTENCE, 'Surveillance and football', 'Surveillance', []],
])('%s', async (_name, text, heading, title, expected) => {
  expect(await marked([text, heading], [[0, NONE, NONE, 1]], { title })).toEqual([expected]);
});

test('what it is told is whole words, and the rule', async () => {
  const verdicts = await judgeOf()({ ...PAGE, texts: ['Serbia is surveilling.'], passages: [ALONE] });
  expect(verdicts.passages).toEqual([
    [{ start: 0, end: 6, entity: 'e1', marked: true, why: { rule: 'subject', words: ['surveilling'] } }],
  ]);
});

test('a full name introduces its abbreviation, here and on the page before', async () => {
  const short = ['NSO denies it.', 'NSO Group denies it.'];
  expect(await marked(short, [[0, NONE, NONE, NONE]])).toEqual([[]]);
  expect(await marked(short, [ALONE, [1, UNREAD, UNREAD, UNREAD]])).toEqual([['NSO'], ['NSO Group']]);
  expect(await marked(short, [ALONE], { introduced: ['e2', 'nobody'] })).toEqual([['NSO']]);
  const verdicts = await judgeOf()({ ...PAGE, texts: short, passages: [[1, NONE, NONE, NONE]] });
  expect(verdicts.introduced).toEqual(['e2']);
});

test('words of context are brought once, and asked for again where there were none', async () => {
  let asked = 0;
  const judge = judgeOf(async () => {
    asked++;
    if (asked === 1) throw new Error('the file is not there yet');
    return asked === 2 ? new Uint8Array([1, 2, 3]) : english;
  });
  const text = ['Surveillance in Serbia.'];
  const round = () => marked(text, [[0, NONE, NONE, NONE]], {}, judge);
  expect(await round()).toEqual([[]]);
  expect(await round()).toEqual([[]]);
  expect(await round()).toEqual([['Serbia']]);
  expect(await Promise.all([round(), round()])).toEqual([[['Serbia']], [['Serbia']]]);
  expect(asked).toBe(3);
});
