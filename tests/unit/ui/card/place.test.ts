import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, facingEdge, isOnTheWay, lineAt, placeCard } from '../../../../src/ui/card/place.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const SCREEN = box(0, 0, 1280, 800);
const WORD = 20;

type Case = [
  name: string,
  lines: [Box, ...Box[]],
  options: Partial<Parameters<typeof placeCard>[0]>,
  side: string,
  corner: [left: number, top: number],
];

const CASES: readonly Case[] = [
  ['below, its text in line with the words', [box(300, 100, 60, WORD)], {}, 'below', [284, 126]],
  ['above near the lower edge', [box(300, 700, 60, WORD)], {}, 'above', [284, 94]],
  ['pushed in from the right edge', [box(1200, 100, 60, WORD)], {}, 'below', [772, 126]],
  ['pushed in from the left edge', [box(4, 100, 60, WORD)], {}, 'below', [8, 126]],
  ['right-to-left: ends where the words begin', [box(700, 100, 60, WORD)], { rtl: true }, 'below', [276, 126]],
  ['in the middle the roomier of both', [box(300, 420, 60, WORD)], { area: box(0, 0, 1280, 700) }, 'above', [284, 8]],
  ['low window: beside the words', [box(300, 120, 60, WORD)], { area: box(0, 0, 1280, 300) }, 'right', [366, 8]],
  ['low window, words at the right', [box(1000, 120, 60, WORD)], { area: box(0, 0, 1280, 300) }, 'left', [494, 8]],
  [
    'words broken over two lines: below both where it would cover the second',
    [box(900, 100, 60, WORD), box(300, 130, 80, WORD)],
    { line: box(300, 130, 80, WORD) },
    'below',
    [284, 156],
  ],
  [
    'words broken over two lines: below the first where it misses the second',
    [box(900, 100, 60, WORD), box(100, 130, 80, WORD)],
    {},
    'below',
    [772, 126],
  ],
  [
    'sheet at the lower edge',
    [box(100, 100, 60, WORD)],
    { area: box(0, 0, 360, 740), width: 360, sheet: true },
    'below',
    [0, 222],
  ],
  [
    'sheet at the upper edge',
    [box(100, 600, 60, WORD)],
    { area: box(0, 0, 360, 740), width: 360, sheet: true },
    'above',
    [0, 0],
  ],
  ['keeps its side while there is room', [box(300, 500, 60, WORD)], { keep: 'below' }, 'below', [284, 526]],
  ['gives its side up when there is none', [box(300, 660, 60, WORD)], { keep: 'below' }, 'above', [284, 54]],
];

describe('placeCard', () => {
  test.each(CASES)('%s', (_name, lines, options, side, corner) => {
    const place = placeCard({
      lines,
      line: lines[0],
      width: 500,
      height: 600,
      area: SCREEN,
      rtl: false,
      sheet: false,
      ...options,
    });
    expect([place.side, place.left, place.top]).toEqual([side, ...corner]);
  });

  const wordsOnAPage = fc
    .record({
      top: fc.integer({ min: 0, max: 660 }),
      parts: fc.array(
        fc.record({
          left: fc.integer({ min: 0, max: 1200 }),
          down: fc.integer({ min: 0, max: 120 }),
          width: fc.integer({ min: 1, max: 80 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ top, parts }) => parts.map(({ left, down, width }) => box(left, top + down, width, WORD)));

  test('covers no line of the words, and stays within what is visible', () => {
    fc.assert(
      fc.property(
        wordsOnAPage,
        fc.integer({ min: 200, max: 600 }),
        fc.integer({ min: 40, max: 2000 }),
        fc.boolean(),
        fc.boolean(),
        (lines, wide, height, rtl, sheet) => {
          const line = lines[0] ?? SCREEN;
          const width = sheet ? 1280 : wide;
          const place = placeCard({ lines, line, width, height, area: SCREEN, rtl, sheet });
          const card = box(place.left, place.top, width, Math.min(height, place.maxHeight));
          const covers = (other: Box) =>
            other.left < card.right && other.right > card.left && other.top < card.bottom && other.bottom > card.top;
          expect(lines.filter(covers)).toEqual([]);
          expect(card.left >= 0 && card.top >= 0 && card.right <= 1280 && card.bottom <= 800).toBe(true);
          expect(place.maxHeight).toBeGreaterThanOrEqual(Math.min(height, 200));
        },
      ),
    );
  });

  test('where lines stand at both ends of the screen, only the one under the pointer stays free', () => {
    const lines = [box(0, 775, 40, WORD), box(0, 0, 40, WORD)] as const;
    const place = placeCard({ lines, line: lines[0], width: 1280, height: 600, area: SCREEN, rtl: false, sheet: true });
    expect([place.side, place.top + Math.min(600, place.maxHeight) <= 775]).toEqual(['above', true]);
  });
});

describe('lineAt', () => {
  const lines: [Box, Box] = [box(900, 100, 60, WORD), box(300, 130, 80, WORD)];
  test.each([
    ['no point', null, 0],
    ['in the first', { x: 930, y: 110 }, 0],
    ['in the second', { x: 310, y: 140 }, 1],
    ['nearer to the second', { x: 400, y: 125 }, 1],
  ] as const)('%s', (_name, point, index) => {
    expect(lineAt(lines, point)).toBe(lines[index]);
  });
});

describe('isOnTheWay', () => {
  const word = box(300, 100, 60, WORD);
  const card = box(284, 126, 500, 400);
  test.each([
    ['on the lower edge of the words', 310, 120, true],
    ['on the words, which is not yet on the way', 310, 110, false],
    ['in the gap below them', 330, 123, true],
    ['in the card', 700, 500, true],
    ['in the gap, on the slope to the far corner', 480, 124, true],
    ['beside the words on their own line', 420, 105, false],
    ['above the words', 320, 90, false],
    ['in the gap, outside the slope', 760, 121, false],
  ] as const)('%s', (_name, x, y, expected) => {
    expect(isOnTheWay({ x, y }, facingEdge(word, 'below'), card)).toBe(expected);
  });

  test('every point between a point of the words and a point of the card is on the way', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, share, (a, b, c, d, t) => {
        const from = { x: word.left + a * 60, y: word.top + b * WORD };
        const to = { x: card.left + c * 500, y: card.top + d * 400 };
        const at = { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
        const slack = (b: Box): Box => ({
          left: b.left - 1e-6,
          top: b.top - 1e-6,
          right: b.right + 1e-6,
          bottom: b.bottom + 1e-6,
        });
        expect(isOnTheWay(at, slack(word), slack(card))).toBe(true);
      }),
    );
  });
});
