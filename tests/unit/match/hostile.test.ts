import { expect, test } from 'vitest';
import { findMentions, scan } from '../../../src/core/match/find-mentions.ts';
import { corpusLexicon } from './corpus-lexicon.ts';
import { lexiconOf } from './small-lexicon.ts';

const lexicon = await corpusLexicon();
const MILLION = 1_000_000;

test.each(['a', '华', '화', 'و', 'А', ' ', '\u00ad', '.', '\ud800', '-', '@', '/', '\n', 'ー'])(
  '%j a million times',
  (letter) => {
    const text = `${letter.repeat(MILLION / 2)} Huawei ${letter.repeat(MILLION / 2)}`;
    const found = scan(text, lexicon).hits.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['Huawei']);
  },
);

test('a name a hundred thousand times', () => {
  const text = 'Serbia 华为 '.repeat(100_000);
  expect(scan(text, lexicon).hits).toHaveLength(200_000);
});

test.each([
  ['Amnesty International (AI), ', 80_000],
  ['African Union (AU), ', 80_000],
  ['Huawei Technologies Group Co., Ltd, ', 40_000],
  [`Huawei${' Technologies'.repeat(20)}${' Group'.repeat(20)}, `, 4_000],
])('%j many times', (text, hits) => {
  expect(scan(text.repeat(Math.min(hits, 40_000)), lexicon).hits).toHaveLength(hits);
});

test('ten thousand names that share a beginning', () => {
  const names = Array.from(
    { length: 10_000 },
    (_, i) => `大華大華大華大華${String.fromCharCode(0x4e00 + (i % 5000))}${i < 5000 ? '' : '行'}`,
  );
  const large = lexiconOf(names);
  expect(scan(`${'大華'.repeat(20_000)}${names[9_999]}`, large).hits.map(({ entity }) => entity)).toContain(9_999);
});

test.each([
  ['lone surrogates', '\ud800Huawei\udc00 in \udfff', 'Huawei'],
  ['right-to-left override', '\u202eHuawei\u202c and \u2067ZTE\u2069', 'Huawei ZTE'],
  ['marks before, in and after', '\u200fHu\u200eawei\u200f', 'Hu\u200eawei'],
  ['emoji', '📷Huawei📷', 'Huawei'],
  ['nul', '\0Huawei\0', 'Huawei'],
])('%s', (_name, text, expected) => {
  expect(
    scan(text, lexicon)
      .hits.map(({ start, end }) => text.slice(start, end))
      .join(' '),
  ).toBe(expected);
});

test.each(['', 'x', 'zz-ZZ-nonsense-😀', '-'.repeat(5000), '\ud800'])('language tag %j', (lang) => {
  expect(findMentions('Huawei', lexicon, { lang })).toHaveLength(1);
});
