import { describe, expect, test } from 'vitest';
import { countryWords, dateWords, listWords } from '../../../../src/ui/parts/dates.ts';
import { openingOf } from '../../../../src/ui/parts/opening.ts';
import { webAddress } from '../../../../src/ui/parts/web-link.tsx';

describe('dateWords says what is known and no more', () => {
  test.each([
    ['2018', 'en-GB', '2018'],
    ['2018-01', 'en-GB', 'January 2018'],
    ['2026-11-22', 'en-GB', '22 November 2026'],
    ['2020-02-29', 'de', '29. Februar 2020'],
    ['2018-01', 'fr', 'janvier 2018'],
    ['some day', 'en-GB', 'some day'],
  ])('%s in %s', (date, formats, words) => {
    expect(dateWords(date, formats)).toBe(words);
  });
});

test.each([
  [['Le Monde'], 'Le Monde'],
  [['SHARE Foundation', 'EDRi'], 'SHARE Foundation and EDRi'],
  [['A', 'B', 'C'], 'A, B and C'],
])('listWords %j', (names, words) => {
  expect(listWords(names, 'en-GB')).toBe(words);
});

test('countryWords', () => {
  expect(countryWords('CN', 'en-GB')).toBe('China');
});

describe('openingOf', () => {
  const text = 'One report stands behind it. The U.S. text was read in reposts! No comment was found.';
  test.each([
    [200, text],
    [60, 'One report stands behind it.'],
    [65, 'One report stands behind it. The U.S. text was read in reposts!'],
    [5, 'One report stands behind it.'],
  ])('at most %i characters, whole sentences, at least one', (limit, opening) => {
    expect(openingOf(text, limit, 'en')).toBe(opening);
  });
});

describe('webAddress: only http and https become links', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['/relative', undefined],
    ['', undefined],
  ])('%s', (url, address) => {
    expect(webAddress(url)).toBe(address);
  });
});
