import { describe, expect, test } from 'vitest';
import { LOOK_COLOURS, LOOK_STYLES } from '../../../src/core/settings.ts';
import { sheetFor } from '../../../src/page/look-sheet.ts';
import { COLOURS, lookIndex, STYLES } from '../../../src/page/looks.ts';
import { nameOf } from '../../../src/page/paint.ts';

const looks = LOOK_STYLES.flatMap((style) => LOOK_COLOURS.map((colour) => ({ style, colour })));

test('the lists are those of the settings', () => {
  expect(STYLES).toEqual(LOOK_STYLES);
  expect(COLOURS).toEqual(LOOK_COLOURS);
});

test('every look has a number of its own, from 1', () => {
  expect(looks.map(lookIndex)).toEqual(looks.map((_look, i) => i + 1));
});

describe.each(['chromium', 'firefox'] as const)('%s', (browser) => {
  const sheet = sheetFor(browser);

  test('has a rule for every look, on screens and in forced colours', () => {
    for (const look of looks) {
      expect(sheet.split(`::highlight(${nameOf(lookIndex(look))}){`).length - 1).toBe(2);
    }
  });

  test('has the form that this browser paints', () => {
    const rules = sheet.split('\n').filter((line) => line.includes('::highlight('));
    const start = browser === 'chromium' ? ':root::highlight(' : '::highlight(';
    expect(rules.filter((rule) => !rule.startsWith(start))).toEqual([]);
  });

  test('marks nothing on paper', () => {
    expect(sheet.match(/@media[^{]*/g)).toEqual(['@media screen', '@media screen and (forced-colors:active)']);
  });

  test('lines stand out by 3 to 1 on white and on near black', () => {
    const colours = [...sheet.matchAll(/rgb\((\d+) (\d+) (\d+)\)/g)].map(([, r, g, b]) => [r, g, b].map(Number));
    expect(colours.length).toBe(3 * (LOOK_COLOURS.length - 1));
    for (const colour of colours) {
      expect(contrast(colour, [255, 255, 255]), `${colour}`).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, [18, 18, 18]), `${colour}`).toBeGreaterThanOrEqual(3);
    }
  });
});

/** Contrast as WCAG 2 defines it. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
