import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lexiconToText, readLexicon } from '../../../src/core/match/codec.ts';
import { compileGlance, compileLexicon } from '../../../src/core/match/compile.ts';
import { scan } from '../../../src/core/match/find-mentions.ts';
import { folding } from '../../../src/core/match/fold.ts';
import { BEGINS, type Glance, nextName, UNSPACED } from '../../../src/core/match/glance.ts';
import { glanceOf } from '../../../src/core/match/glance-codec.ts';
import type { Lexicon } from '../../../src/core/match/types.ts';
import type { Entity } from '../../../src/core/model.ts';
import { corpusPack, ROOT } from './corpus-lexicon.ts';
import { entitiesOf } from './small-lexicon.ts';

/** Counted with their capitals. */
const EXACT = ['NSO', 'NSO Group', 'WHO', 'Who Else', 'Serbia', 'Nor', 'Čad', '华为', 'Q'];
/** Counted however they are written. */
const ANY = [
  'whoe land',
  'Nsora Land',
  'serbian sea',
  'zt',
  'ŋ',
  '北 ㄅ',
  'e签宝',
  '- foo',
  'o boticário',
  '大华',
  'International Telecommunication Union',
  'afrik birliği',
];
const entities = [...entitiesOf(EXACT, { case: 'exact' }), ...entitiesOf(ANY)];

function readBoth(of: readonly Entity[]): { readonly lexicon: Lexicon; readonly glance: Glance } {
  const read = readLexicon(compileLexicon({ entities: of }));
  const glance = glanceOf(lexiconToText(compileGlance({ entities: of })));
  if (!read.ok || !glance) throw new Error('not to be read');
  return { lexicon: read.value, glance };
}

const { lexicon, glance } = readBoth(entities);

/** All places where a name may begin. */
function glimpsed(text: string, by: Glance): Set<number> {
  const places = new Set<number>();
  for (let at = nextName(text, 0, by); at >= 0; at = nextName(text, at + 1, by)) places.add(at);
  return places;
}

test.each([
  ['Serbia', 0],
  ['SERBIA', 0],
  ['in Serbia', 3],
  ['BelgradeSerbia', 8],
  ['serbia', -1],
  ['Serbi', -1],
  ['WHO.', 0],
  ['Who.', -1],
  ['who', -1],
  ['WHO\u00ad.', 0],
  ['W\u00adHO', 0],
  ['Nso', -1],
  ['Who\u00a0 \n else', 0],
  ['Who  e', -1],
  ['WHOE land', 0],
  ['a whoe-land', 2],
  ['awhoe land', -1],
  ['在whoe land', 1],
  ['בwhoe land', 1],
  ['nsora\nland', 0],
  ['zt', 0],
  ['a zt.', 2],
  ['zt\u00ad', 0],
  ['o  \n boticario', 0],
  ['o boticari', 0],
  ['o boticar', -1],
  ['čad', -1],
  ['ČAD', 0],
  ['在华为', 1],
  ['华\n  为', 0],
  ['华 为', -1],
  ['华\u200b\n为', 0],
  ['北\nㄅ', 0],
  ['e签\n宝', 0],
  ['e签\n 宝 and more', 0],
  ['as  zt', 4],
  ['nso\u00adra land', 0],
  ['at ŋ eve', 3],
  ['o', -1],
  ['华\nb', -1],
  ['Q', 0],
  ['q', -1],
  ['International Teleco', 0],
  ['International Telec', -1],
  ['\ud800Serbia', 1],
  ['', -1],
])('in %j the next name may begin at %i', (text, at) => {
  expect(nextName(text, 0, glance)).toBe(at);
});

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...EXACT, ...ANY),
      fc.constantFrom(
        'ever',
        'zt',
        'o',
        'boticário',
        'nso',
        'Who',
        'Norway',
        ' ',
        ' ',
        '\n',
        '\u00ad',
        '\u00a0',
        'is',
        '.',
        '’s',
        '-',
        '在',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('a look passes over no name that the scan finds', () => {
  fc.assert(
    fc.property(text, (words) => {
      const places = glimpsed(words, glance);
      for (const { start } of scan(words, lexicon).hits) expect(places).toContain(start);
    }),
    { numRuns: 2_000 },
  );
});

test('nor in the labelled text, where few others are glimpsed', () => {
  const corpus = readBoth(corpusPack().entities);
  const rows = readFileSync(`${ROOT}/tests/fixtures/corpus/dev-mentions.jsonl`, 'utf8').trim().split('\n');
  let found = 0;
  let looked = 0;
  for (const row of rows) {
    const { text: words } = JSON.parse(row) as { text: string };
    const places = glimpsed(words, corpus.glance);
    const { hits } = scan(words, corpus.lexicon);
    for (const { start } of hits) expect({ words, places }).toEqual({ words, places: new Set([...places, start]) });
    found += hits.length;
    looked += places.size;
  }
  expect(found).toBeGreaterThan(300);
  expect(looked).toBeLessThan(1.5 * found);
});

test('nor where a soft hyphen stands behind the third letter of each word', () => {
  const { entities: of } = corpusPack();
  const corpus = readBoth(of);
  const names = of.flatMap(({ aliases }) => aliases.map((alias) => alias.text));
  let found = 0;
  for (const name of names) {
    const words = `${name} and more`.replace(/(?<=(?<!\p{L})\p{L}{3})(?=\p{L})/gu, '\u00ad');
    const places = glimpsed(words, corpus.glance);
    for (const { start } of scan(words, corpus.lexicon).hits)
      expect({ words, places }).toEqual({ words, places: new Set([...places, start]) });
    found += places.size;
  }
  expect(found).toBeGreaterThan(names.length / 2);
});

test('in a text of many windows every name is glimpsed, also where two of them meet', () => {
  // 14 kB, 28, 63 and 84 kB.
  for (const many of [2_000, 4_000, 9_000, 12_000]) {
    const names = Array.from({ length: many }, () => 'Serbia').join(' ');
    expect(glimpsed(names, glance).size).toBe(many);
    // Another text in between.
    expect(nextName('Who Else', 0, glance)).toBe(0);
    expect(nextName(names, 7 * many - 14, glance)).toBe(7 * many - 14);
    expect(nextName(names, 1, glance)).toBe(7);
  }
  const apart = (gap: number): string => `${'é'.repeat(gap)} Who \u00ad\n else, ${'a'.repeat(40_000 - gap)} 华为`;
  for (let gap = 16_300; gap < 16_400; gap++)
    expect([...glimpsed(apart(gap), glance)]).toEqual([gap + 1, apart(gap).length - 2]);
});

test.each(['a', 'N', '华', 'و', ' ', '\u00ad', '\n', '\ud800', 'H\u00ad', '华\n', 'W \n'])(
  '%j many times',
  (letters) => {
    const words = letters.repeat(200_000);
    expect(nextName(`${words} Serbia`, 0, glance)).toBe(words.length + 1);
  },
);

const bytes = compileGlance({ entities });
const changed = (at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

test.each([
  ['nothing', ''],
  ['no base64', 'not base64 !'],
  ['a lexicon', lexiconToText(compileLexicon({ entities }))],
  ['a truncated one', lexiconToText(bytes.subarray(0, -1))],
  ['a longer one', lexiconToText(Uint8Array.from([...bytes, 0]))],
])('%s is no glance', (_name, stored) => {
  expect(glanceOf(stored)).toBeUndefined();
});

test('nor is one with a byte changed, wherever it is', () => {
  for (let at = 0; at < bytes.length; at++) expect(glanceOf(lexiconToText(changed(at)))).toBeUndefined();
});

test('where a line break counts as nothing is as the folding has it', () => {
  const { kind } = folding();
  for (let unit = 0; unit < 0x10000; unit++)
    expect([unit, UNSPACED.test(String.fromCharCode(unit))]).toEqual([unit, kind[unit] === 3]);
});

test('a name with endings in several short words has few spellings', () => {
  const [entity] = entitiesOf(['Abc Def Ghi'], { lang: 'tr', inflect: undefined });
  const text = lexiconToText(compileGlance({ entities: entity ? [entity] : [] }));
  const read = glanceOf(text);
  expect(read?.lows.length).toBeLessThanOrEqual(128);
  expect(read && nextName('Abc Def Ghi', 0, read)).toBe(0);
});

test('no name begins between two words: a run of spaces would be walked from each', () => {
  for (const text of ['- foo', '- Abc Def Ghi']) {
    const [entity] = entitiesOf([text], { lang: 'tr', inflect: undefined });
    const read = glanceOf(lexiconToText(compileGlance({ entities: entity ? [entity] : [] })));
    expect(read && (read.units[0x20] ?? 0) & BEGINS).toBe(0);
  }
});

test('of no names there is a glance that finds none', () => {
  const none = glanceOf(lexiconToText(compileGlance({ entities: [] })));
  expect(none && nextName('Serbia 华为', 0, none)).toBe(-1);
});

test('more letters than there are codes share them', () => {
  const letters = Array.from({ length: 3_000 }, (_, i) => String.fromCharCode(0x4e00 + i, 0x4e01 + i, 0x4e02 + i));
  const many = glanceOf(lexiconToText(compileGlance({ entities: entitiesOf(letters) })));
  for (const name of letters) expect(many && nextName(`甲${name}`, 0, many)).toBeLessThanOrEqual(1);
});
