import { expect, test } from 'vitest';
import { CATEGORIES, CATEGORY_IDS, categoryLabel } from '../../../src/core/categories.ts';

test('the ten categories of pack format 1, each with its own name and meaning', () => {
  expect([...CATEGORY_IDS].sort()).toEqual([
    'corruption',
    'data-governance',
    'espionage',
    'human-rights',
    'procurement-transparency',
    'sanctions-and-restrictions',
    'sanctions-evasion',
    'security-flaws',
    'surveillance-export',
    'trade-secrets',
  ]);
  expect(new Set(CATEGORIES.map(({ label }) => label)).size).toBe(10);
  for (const { id, label, means } of CATEGORIES) {
    expect(categoryLabel(id)).toBe(label);
    expect(means).toMatch(/^[A-Z].+\.$/);
  }
});
