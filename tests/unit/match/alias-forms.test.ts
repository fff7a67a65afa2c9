import { expect, test } from 'vitest';
import { scan } from '../../../src/core/match/find-mentions.ts';
import { lexiconOf } from './small-lexicon.ts';

/** What is found of one alias in a text where it is written otherwise. */
test.each([
  ['a nasal as a letter', 'एंटिटी', 'hi', 'यह एन्टिटी है', 'एन्टिटी'],
  ['a nasal as a dot', 'एन्टिटी', 'hi', 'यह एंटिटी है', 'एंटिटी'],
  ['no nasal before a half-vowel', 'न्यूकटेक', 'hi', 'यह न्यूकटेक है', 'न्यूकटेक'],
  ['a long vowel', 'हिकविजन', 'hi', 'यह हीकवीजन है', 'हीकवीजन'],
  ['a long vowel in Bengali', 'হিকভিশন', 'bn', 'এই হীকভীষন', 'হীকভীষন'],
  ['Korean without its space', '프리덤 하우스', 'ko', '프리덤하우스의 보고서', '프리덤하우스'],
  ['an old form of a Han letter', '華為', 'zh-Hant', '稱華爲公司', '華爲'],
  ['geresh', "הייקוויז'ן", 'he', 'של הייקוויז׳ן', 'הייקוויז׳ן'],
  ['a colon in a ticker', 'HKG.0763', 'mul', 'ZTE (HKG:0763)', 'HKG:0763'],
  ['a double hyphen', 'リバス バシアマドリード', 'ja', 'リバス＝バシアマドリード市', 'リバス＝バシアマドリード'],
  ['letters of one sound', 'ሂውማን', 'am', 'ሂዉማን ራይትስ', 'ሂዉማን'],
])('%s', (_name, alias, lang, text, expected) => {
  const { hits } = scan(text, lexiconOf([alias], { lang, inflect: undefined }));
  expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual([expected]);
});
