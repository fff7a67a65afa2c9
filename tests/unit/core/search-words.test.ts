import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForSearch, isUnspaced, searchWords } from '../../../src/core/search-words.ts';

const WORDS: readonly (readonly [text: string, words: readonly string[]])[] = [
  ['Huawei’s cameras', ['huawei', 'cameras']],
  ["Huawei's", ['huawei']],
  ['Oʻzbekiston', ['ozbekiston']],
  ['Rivas-Vaciamadrid', ['rivas', 'vaciamadrid']],
  ['España, ŁÓDŹ, Đorđe', ['espana', 'lodz', 'djordje']],
  ['Ђорђе', ['djordje']],
  ['Хуавеј', ['huavej']],
  ['Београд', ['beograd']],
  ['Київ', ['kijiv']],
  ['Ελλάδα', ['ellada']],
  ['Straße', ['strasse']],
  ['ＺＴＥ', ['zte']],
  ['شِنجاڭ', ['شنجاڭ']],
  ['华为技术 5G', ['华为技术', '5g']],
  ['화웨이', ['화웨이']],
  ['हुआवेई', ['हुआवेई']],
  ['…', []],
];

test.each(WORDS)('%s', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test('folding is done once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = searchWords(text);
      expect(searchWords(words.join(' ')).join(' ')).toBe(words.join(' '));
      expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
    }),
  );
});

test('writing without spaces', () => {
  expect(['华为', 'かな', 'ไทย', 'huawei', '화웨이'].map(isUnspaced)).toEqual([true, true, true, false, false]);
});
