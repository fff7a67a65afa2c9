import { expect, test } from 'vitest';
import { scan } from '../../../src/core/match/find-mentions.ts';
import { lexiconOf } from './small-lexicon.ts';

/** Case, names, text, expected [name, start, end]. Chinese letters: there a name may begin and end anywhere. */
const ROWS: readonly (readonly [string, readonly string[], string, readonly (readonly [number, number, number])[]])[] =
  [
    ['nothing to find', [], '甲乙', []],
    ['empty text', ['甲'], '', []],
    ['one', ['甲'], '甲', [[0, 0, 1]]],
    [
      'one, twice',
      ['甲'],
      '甲甲',
      [
        [0, 0, 1],
        [0, 1, 2],
      ],
    ],
    ['two letters', ['甲甲'], '甲甲甲', [[0, 0, 2]]],
    ['after another', ['乙'], '甲乙', [[0, 1, 2]]],
    ['longest of a prefix', ['甲', '甲乙'], '甲乙', [[1, 0, 2]]],
    ['order does not matter', ['甲乙', '甲'], '甲乙', [[0, 0, 2]]],
    [
      'longest, then the rest',
      ['甲', '甲乙', '丙'],
      '甲乙丙',
      [
        [1, 0, 2],
        [2, 2, 3],
      ],
    ],
    ['leftmost before longest', ['甲乙', '乙丙丁'], '甲乙丙丁', [[0, 0, 2]]],
    ['leftmost fails, inner found', ['甲乙丙丁', '乙丙'], '甲乙丙', [[1, 1, 3]]],
    ['falls back to the shorter', ['甲', '甲乙丙'], '甲乙丁', [[0, 0, 1]]],
    ['nested', ['甲乙丙丁', '乙', '丙丁'], '甲乙丙丁', [[0, 0, 4]]],
    [
      'suffix of another',
      ['甲乙丙', '丙'],
      '丙甲乙丙',
      [
        [1, 0, 1],
        [0, 1, 4],
      ],
    ],
    ['overlapping, leftmost taken', ['甲乙', '乙甲'], '甲乙甲', [[0, 0, 2]]],
    [
      'repeated letter',
      ['甲甲', '甲甲甲'],
      '甲甲甲甲甲',
      [
        [1, 0, 3],
        [0, 3, 5],
      ],
    ],
    [
      'words',
      ['Freedom', 'Freedom House'],
      'Freedom House Freedom',
      [
        [1, 0, 13],
        [0, 14, 21],
      ],
    ],
    ['words that stop short', ['Papua', 'Papua New Guinea'], 'Papua New Zealand', [[0, 0, 5]]],
    ['a longer word is none', ['ZTE', 'ZTE Corp'], 'ZTE Corporate', [[0, 0, 3]]],
    ['hyphen and space are one', ['Rivas Vaciamadrid'], 'Rivas-Vaciamadrid', [[0, 0, 17]]],
    [
      'white space in a short name',
      ['Da Jiang', 'D A B'],
      'Da  Jiang, D \u00a0A\n B',
      [
        [0, 0, 9],
        [1, 11, 18],
      ],
    ],
    ['spaces around a dash', ['Папуа Новая'], 'Папуа — Новая', [[0, 0, 13]]],
  ];

test.each(ROWS)('%s', (_name, names, text, expected) => {
  const { hits } = scan(text, lexiconOf(names));
  expect(hits.map(({ entity, start, end }) => [entity, start, end])).toEqual(expected);
});
