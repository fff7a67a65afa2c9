import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CONTEXT_GROUPS } from '../../src/core/match/context-groups.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Bytes of code and of data that enter a page. */
const CODE_LIMIT = 15_000;
const DATA_LIMIT = 40_000;

const sizeOf = (build: string, script: string) =>
  statSync(join(ROOT, '.output', build, 'content-scripts', script)).size;

test.each(['chrome-mv3', 'firefox-mv3'])('%s: what enters every page stays within its limit', (build) => {
  const size = sizeOf(build, 'content.js');
  console.log(`${build}: content script ${size} of ${CODE_LIMIT} bytes enter every page`);
  console.log(
    `${build}: marker ${sizeOf(build, 'marker.js')} bytes, where a name is glimpsed; card ${sizeOf(build, 'card.js')} bytes, on the first hover`,
  );
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(CODE_LIMIT);
});

test.each(['chrome-mv3', 'firefox-mv3'])('%s: what a page reads stays within its limit', (build) => {
  const charactersOf = (file: string) => statSync(join(ROOT, '.output', build, file)).size;
  const names = charactersOf('glance.txt');
  const groups = CONTEXT_GROUPS.map((group) => charactersOf(`context-${group}.txt`));
  const words = groups.reduce((sum, size) => sum + size, 0);
  console.log(`${build}: names ${names} of ${DATA_LIMIT} characters enter every page`);
  console.log(`${build}: lexicon ${charactersOf('lexicon.txt')} characters, read by the background alone`);
  console.log(
    `${build}: words of context ${words} characters in ${groups.length} groups, read by the background alone`,
  );
  for (const size of groups) expect(size).toBeGreaterThan(1000);
  expect(names).toBeGreaterThan(1000);
  expect(names).toBeLessThanOrEqual(DATA_LIMIT);
});

test.each(['content.js', 'marker.js'])('%s is compiled at once', (script) => {
  const code = readFileSync(join(ROOT, '.output', 'chrome-mv3', 'content-scripts', script), 'utf8');
  // Chromium reads it at the beginning alone.
  expect(code).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
});
