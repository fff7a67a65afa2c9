import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CONTEXT } from '../../src/cli/context-files.ts';
import { readCuratedPack } from '../../src/cli/curated-files.ts';
import { lexiconToText } from '../../src/core/match/codec.ts';
import { compileLexicon } from '../../src/core/match/compile.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Bytes of code and of data that enter a page. */
const CODE_LIMIT = 15_000;
const DATA_LIMIT = 40_000;

test.each(['chrome-mv3', 'firefox-mv3'])('%s: the content script is small', (build) => {
  const { size } = statSync(join(ROOT, '.output', build, 'content-scripts', 'content.js'));
  console.log(`${build}: content script ${size} bytes of ${CODE_LIMIT}`);
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(CODE_LIMIT);
});
