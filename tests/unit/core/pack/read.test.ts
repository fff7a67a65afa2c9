import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from '../../../../src/core/pack/read.ts';
import { problemLine } from '../../../../src/core/result.ts';

const PACKS = resolve(import.meta.dirname, '../../../fixtures/packs');
const options = { today: '2026-11-22' };
const read = (name: string) => readPack(readFileSync(join(PACKS, `${name}.json`), 'utf8'), options);

/** One fault a file: the one complaint it must give, with the place and the mend. */
const FAULTS: readonly (readonly [file: string, place: string, says: RegExp])[] = [
  ['answer-missing', 'claims[1].responses', /or `noneFound/],
  ['answer-undated', 'claims[0].responses[0].date', /"undated"/],
  ['none-found-undated', 'claims[1].noneFound.lastLooked', /add `lastLooked`/],
  ['source-missing', 'claims[1].sources', /at least one source/],
  ['statement-unsourced', 'claims.exampleton-cameras.events[1].sources', /unsourced/],
  ['summary-too-long', 'claims[1].summary', /at most 200/],
  ['date-in-future', 'claims.exampleton-cameras.events[2].date', /later than today/],
  ['date-impossible', 'claims[1].date', /no such day/],
  ['reversal-hidden', 'claims.exampleton-cameras.standing', /dismissed-or-acquitted/],
  ['alias-clash', 'entities.example-town.aliases[1].text', /one entity/],
  ['alias-too-common', 'entities.example-town.aliases[1].mark', /too common/],
  ['loaded-word', 'claims.exampleton-tender.summary', /government/],
  ['unknown-category', 'claims[1].category', /gossip|espionage/],
  ['duplicate-address', 'claims.exampleton-cameras.sources[1].url', /same address/],
  ['wording-twice', 'claims.exampleton-tender.summary', /same wording/],
  ['unknown-entity', 'claims.exampleton-tender.about[0]', /no entity/],
  ['person-without-source', 'claims.exampleton-cameras.persons[0].source', /no source/],
  ['address-not-web', 'claims[1].sources[0].url', /http/],
  ['standing-unknown', 'claims[1].standing', /reported/],
  ['contact-not-address', 'contact', /mailto/],
  ['format-unknown', 'format', /1/],
  ['field-unknown', 'claims[1].verdict', /no such field/],
  ['duplicate-id', 'claims.exampleton-cameras', /twice/],
];

test('every invalid fixture stands in the table', () => {
  const files = readdirSync(PACKS).filter((name) => name.startsWith('invalid-'));
  expect(files.sort()).toEqual(FAULTS.map(([file]) => `invalid-${file}.json`).sort());
});

test('the valid pack uses the format fully and reads without a complaint', () => {
  const pack = read('valid-full');
  expect(pack.ok ? pack.warnings : pack.problems).toEqual([]);
});

test.each(FAULTS)('%s is refused, with place and mend', (file, place, says) => {
  const pack = read(`invalid-${file}`);
  const lines = pack.ok ? [] : pack.problems.filter(({ level }) => level === 'error').map(problemLine);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(says);
  expect(lines[0]?.startsWith(`${place}: `)).toBe(true);
});

test('several faults are told at once', () => {
  const text = readFileSync(join(PACKS, 'invalid-summary-too-long.json'), 'utf8').replace(
    '"data-governance"',
    '"gossip"',
  );
  const pack = readPack(text, options);
  expect(pack.ok ? [] : pack.problems.map(({ path }) => path)).toEqual(['claims[0].category', 'claims[1].summary']);
});

test.each([
  ['', 'not JSON'],
  ['{', 'not JSON'],
  ['null', 'Object'],
  ['[]', 'Object|format'],
  ['{"format":1}', 'id'],
])('unreadable text %j is refused', (text, says) => {
  const pack = readPack(text, options);
  expect(pack.ok ? '' : pack.problems.map(problemLine).join('\n')).toMatch(new RegExp(says));
});

test('a person who is not listed is shown to the editor, and a reviewed word is not', () => {
  const pack = JSON.parse(readFileSync(join(PACKS, 'valid-full.json'), 'utf8'));
  pack.claims[1].summary = 'The Example Gazette quoted Robin Placeholder on the tender in 2023.';
  const warned = readPack(JSON.stringify(pack), options);
  expect(warned.ok && warned.warnings?.map(({ found }) => found)).toEqual(['Robin Placeholder']);
  const cleared = readPack(JSON.stringify(pack), { ...options, reviewedWords: new Set(['Robin', 'Placeholder']) });
  expect(cleared.ok && cleared.warnings).toEqual([]);
});
