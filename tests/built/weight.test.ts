import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContextTable } from '../../src/cli/context-files.ts';
import { lexiconToText } from '../../src/core/match/codec.ts';
import { compileLexicon } from '../../src/core/match/compile.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import { paintedEntities } from '../../src/core/painted.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';

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

test.each(['chrome-mv3', 'firefox-mv3'])('%s: the record that a page reads stays within its limit', async (build) => {
  const pack = parsePack(JSON.parse(readFileSync(join(ROOT, '.output', build, 'pack.json'), 'utf8')));
  if (!pack.ok) throw new Error('the built pack does not read');
  const painted = paintedEntities(pack.value, DEFAULT_SETTINGS);
  const input = { entities: pack.value.entities, painted };
  const names = lexiconToText(compileLexicon({ ...input, context: { stems: [] } })).length;
  const all = lexiconToText(compileLexicon({ ...input, context: await readContextTable(ROOT) })).length;
  const aliases = pack.value.entities.reduce((sum, entity) => sum + entity.aliases.length, 0);
  console.log(
    `${build}: lexicon ${all} of ${DATA_LIMIT} bytes (${names} for ${painted.size} entities, ${aliases} aliases; ${all - names} for words of context)`,
  );
  expect(all).toBeLessThanOrEqual(DATA_LIMIT);
});
