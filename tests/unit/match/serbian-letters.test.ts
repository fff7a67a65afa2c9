import { expect, test } from 'vitest';
import { parseContextTable } from '../../../src/core/match/context-table.ts';
import { inOtherAlphabet } from '../../../src/core/match/serbian-letters.ts';

test.each([
  ['prepoznavanje lica', 'препознавање лица'],
  ['džeparoš', 'џепарош'],
  ['ljudska prava i njihov', 'људска права и њихов'],
  ['мобилне мреже', 'mobilne mreže'],
  ['mup-a', 'муп-а'],
])('%s is %s', (text, other) => {
  expect([inOtherAlphabet(text), inOtherAlphabet(other)]).toEqual([other, text]);
});

test('a letter that is not Serbian has no other', () => {
  expect(inOtherAlphabet('wifi')).toBeUndefined();
  expect(inOtherAlphabet('перепис ы')).toBeUndefined();
});

test('words of one alphabet are read in the other, where its file does not weigh them itself', () => {
  const { stems } = parseContextTable([
    { name: 'south-slavic', text: 'subject\t3\tsr-Latn hr\tprisluškivan,nadzor' },
    { name: 'serbian', text: 'subject\t1\tsr-Cyrl\tнадзор\nsubject\t2\tbg mk\tследене' },
  ]);
  expect(stems.map(({ group, folded, weight }) => `${group} ${folded} ${weight}`)).toEqual([
    'south-slavic prisluskivan 3',
    'south-slavic nadzor 3',
    'serbian надзор 1',
    'serbian следене 2',
    'serbian прислушкиван 3',
  ]);
});
