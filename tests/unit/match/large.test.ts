import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirm, openExact } from '../../../src/core/match/large-exact.ts';
import { candidates, openFilter } from '../../../src/core/match/large-filter.ts';
import { compileLarge } from '../../../src/core/match/large-writer.ts';
import { finderOf, naive } from './large-naive.ts';

const NAMES = [
  'Huawei',
  'Papua New Guinea',
  'Papua',
  'Guinea',
  'reading',
  'New York',
  '华为',
  '大華技術',
  '화웨이',
  'Камʼянець',
  'Rivas-Vaciamadrid',
  'الاتحاد',
  'al-Karan',
  '.NET Foundation!',
];
const { find } = finderOf(NAMES);

test.each([
  ['a capital where the name has one', 'huawei HUAWEI ＨＵＡＷＥＩ', ['HUAWEI', 'ＨＵＡＷＥＩ']],
  ['any where the name has a small letter', 'Reading, reading, READING', ['Reading', 'reading', 'READING']],
  ['longest', 'Papua New  Guinea, Papua New Zealand', ['Papua New  Guinea', 'Papua']],
  ['soft hyphen, line break', 'Hua\u00adwei in New\nYork', ['Hua\u00adwei', 'New\nYork']],
  ['not inside a word', 'Huaweis xHuawei Huawei2 Papuan', []],
  ['beside other scripts', '华为Huawei手机', ['华为', 'Huawei']],
  ['no spaces', '中国的大華技術公司', ['大華技術']],
  ['Korean particles, and what is no particle', '화웨이는 화웨이인', ['화웨이']],
  ['one apostrophe for another', 'Кам’янець Камʼянець', ['Кам’янець', 'Камʼянець']],
  ['hyphen for space', 'Rivas Vaciamadrid, Al Karan', ['Rivas Vaciamadrid', 'Al Karan']],
  ['Persian ending', 'الاتحاد\u200cها', ['الاتحاد']],
  ['from the first letter of a name to its last', 'the NET Foundation.', ['NET Foundation']],
])('%s', (_name, text, expected) => {
  expect(find(text).found.map(([, start, end]) => text.slice(start, end))).toEqual(expected);
});

const UNIT = fc.constantFrom(
  ...'aAbBéÉжЖوبア华为ー가은나ʼ1'.split(''),
  ...[' ', ' ', '-', '.', '&', "'", '!', '\n', '\u00ad', '\u200c', '\ud800', '\u0301'],
);
const piece = fc.string({ unit: UNIT, minLength: 1, maxLength: 5 });

test('filter and exact names together agree with a naive search', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.array(fc.oneof(piece, fc.nat(39)), { maxLength: 12 }),
      (names, list) => {
        const text = list.map((part) => (typeof part === 'number' ? ` ${names[part] ?? ''}` : part)).join('');
        expect(finderOf(names).find(text).found).toEqual(naive(names, text));
      },
    ),
    { numRuns: 200 },
  );
});

test('names that fold alike are one, with the number of the first', () => {
  expect(finderOf(['Reading', 'reading']).find('reading Reading').found).toEqual([
    [0, 0, 7],
    [0, 8, 15],
  ]);
});

test('names that cannot be found are told', () => {
  expect(compileLarge(['Huawei', '', '…', 'Fa#ce', 'a'.repeat(257), '\u00ad', 'Ⅷ']).leftOut).toEqual([
    1, 2, 3, 4, 5, 6,
  ]);
});

/** Different words of eight letters. */
function words(count: number, seed: number): readonly string[] {
  let state = seed;
  const letter = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  };
  return [...new Set(Array.from({ length: count }, () => `X${letter()}${Array.from({ length: 6 }, letter).join('')}`))];
}

test('of 100,000 names a page holds less than half a megabyte, and each is found', () => {
  const names = words(100_000, 1).map((word, i) => (i % 2 ? word : `${word} ${words(1, i)}`));
  const { filterBytes, find } = finderOf(names);
  expect(filterBytes).toBeLessThan(500_000);
  const { found } = find(names.join(' | '));
  expect(found.map(([name]) => name)).toEqual(names.map((_, i) => i));
});

test('of words that are no names, one in sixty at most is asked for', () => {
  const names = words(20_000, 1);
  const known = new Set(names);
  const others = words(100_000, 2).filter((word) => !known.has(word));
  const { found, asked } = finderOf(names).find(others.join(' '));
  expect(found).toEqual([]);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(others.length / 60);
});

test('damaged bytes are refused in words', () => {
  const files = compileLarge(NAMES);
  for (const [open, bytes] of [
    [openFilter, files.filter],
    [openExact, files.exact],
  ] as const) {
    for (let at = 0; at < bytes.length; at += at < 100 ? 1 : 997) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(open(damaged), `byte ${at}`).toMatchObject({
        ok: false,
        problem: expect.stringMatching(/^(filter|exact)/),
      });
    }
    for (const length of [0, 1, 15, 47, 48, bytes.length - 4, bytes.length - 1])
      expect(open(bytes.slice(0, length)).ok, `${length} bytes`).toBe(false);
  }
  expect(openFilter(files.exact).ok).toBe(false);
  expect(openExact(files.filter).ok).toBe(false);
});

test('bytes may lie anywhere in their buffer', () => {
  const files = compileLarge(NAMES);
  const shifted = (bytes: Uint8Array) => {
    const room = new Uint8Array(bytes.length + 1);
    room.set(bytes, 1);
    return room.subarray(1);
  };
  const filter = openFilter(shifted(files.filter));
  const exact = openExact(shifted(files.exact));
  if (!filter.ok || !exact.ok) throw new Error('does not open');
  expect(candidates('in Papua', filter.value)).toEqual([{ start: 3, end: 8 }]);
  expect(confirm(['Papua', 'papua', 'Papu', '', '\ud800'], exact.value)).toEqual([2, -1, -1, -1, -1]);
});

test('no names, no text', () => {
  expect(finderOf([]).find('Huawei').found).toEqual([]);
  expect(find('').found).toEqual([]);
});

test.each(['a', 'X', '华', '화', 'و', ' ', '\u00ad', '.', '\ud800', '\n', 'ー', 'Papua ', 'New\u00ad', '大華'])(
  '%j a million times',
  (letter) => {
    const filler = letter.repeat(500_000 / letter.length);
    const text = `${filler} Huawei ${filler}`;
    expect(find(text).found.map(([, start, end]) => text.slice(start, end))).toContain('Huawei');
  },
);

test('ten thousand names that share a beginning', () => {
  const spaced = Array.from({ length: 5000 }, (_, i) => `New New New New New New N${i}`);
  const unspaced = Array.from({ length: 5000 }, (_, i) => `大華大華大華大華大華${String.fromCharCode(0x4e00 + i)}`);
  const shared = finderOf([...spaced, ...unspaced]);
  const text = `${'New '.repeat(50_000)}N77 ${'大華'.repeat(50_000)}。${unspaced[4999]}`;
  expect(shared.find(text).found.map(([name]) => name)).toEqual(expect.arrayContaining([77, 9999]));
});
