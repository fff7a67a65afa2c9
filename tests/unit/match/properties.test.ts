import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lexiconFromText, lexiconToText, readLexicon } from '../../../src/core/match/codec.ts';
import { compileLexicon } from '../../../src/core/match/compile.ts';
import { findMentions, scan } from '../../../src/core/match/find-mentions.ts';
import { corpusLexicon } from './corpus-lexicon.ts';
import { entitiesOf, lexiconOf } from './small-lexicon.ts';

const HAN = '甲乙丙丁';
const han = fc.string({ unit: fc.constantFrom(...HAN), minLength: 1, maxLength: 12 });
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));

/** At each place the longest name that stands there; the search goes on behind it. */
function naive(
  text: string,
  names: readonly string[],
  stands: (start: number, end: number) => boolean,
): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (let at = 0; at < text.length; ) {
    let best = -1;
    names.forEach((name, i) => {
      if (text.startsWith(name, at) && stands(at, at + name.length) && name.length > (names[best]?.length ?? 0))
        best = i;
    });
    const length = names[best]?.length ?? 0;
    if (best >= 0) found.push([best, at, at + length]);
    at += Math.max(1, length);
  }
  return found;
}

test('agrees with a naive search where names may stand anywhere', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(han, { maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...HAN, ' '), maxLength: 60 }),
      (names, text) => {
        const { hits } = scan(text, lexiconOf(names));
        expect(hits.map(({ entity, start, end }) => [entity, start, end])).toEqual(naive(text, names, () => true));
      },
    ),
    { numRuns: 300 },
  );
});

test('agrees with a naive search where names are words', () => {
  fc.assert(
    fc.property(fc.uniqueArray(words, { maxLength: 12 }), fc.array(word, { maxLength: 30 }), (names, list) => {
      const text = list.join(' ');
      const edge = (at: number) => at === 0 || at === text.length || text[at] === ' ' || text[at - 1] === ' ';
      const { hits } = scan(text, lexiconOf(names));
      expect(hits.map(({ entity, start, end }) => [entity, start, end])).toEqual(
        naive(text, names, (start, end) => edge(start) && edge(end)),
      );
    }),
    { numRuns: 300 },
  );
});

test('long names that share much are told apart', () => {
  const base = 'Ministry of Public Security of the Northern Province';
  const names = Array.from({ length: 400 }, (_, i) => `${base} ${i.toString(36)} Department ${(i * 7919) % 1009}`);
  const lexicon = lexiconOf(names);
  names.forEach((name, i) => {
    expect(scan(`The ${name} said`, lexicon).hits.map(({ entity }) => entity)).toEqual([i]);
    expect(scan(`The ${name.replace('Department', 'Departmant')} said`, lexicon).hits).toEqual([]);
  });
});

test('bytes, text and bytes again give the same finder', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(words, { minLength: 1, maxLength: 8 }),
      fc.array(word, { maxLength: 20 }),
      (names, list) => {
        const bytes = compileLexicon({ entities: entitiesOf(names) });
        const again = lexiconFromText(lexiconToText(bytes));
        expect(again).toEqual(bytes);
        const [one, two] = [readLexicon(bytes), readLexicon(again)];
        if (!one.ok || !two.ok) throw new Error('does not read');
        expect(scan(list.join(' '), two.value)).toEqual(scan(list.join(' '), one.value));
      },
    ),
    { numRuns: 100 },
  );
});

test('any text gives sorted mentions that do not overlap and lie in it', async () => {
  const lexicon = await corpusLexicon();
  const names = [
    'Huawei',
    'Srbije',
    'Africa',
    'الاتحاد',
    '华为',
    'AU',
    'New Guinea',
    '화웨이',
    'Guinea',
    '\u00ad',
    '\u200f',
    '\u2029',
    '\n',
    '-',
    "'",
    '.com',
    '@',
  ];
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...names, ' ')), { maxLength: 40 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(text, (passage) => {
      let last = 0;
      for (const { start, end } of findMentions(passage, lexicon)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(passage.length);
        last = end;
      }
    }),
    { numRuns: 500 },
  );
});

test('two letters are found whatever follows', () => {
  // More names than the filter has frequent letters, so that rare ones and collisions occur.
  const names = Array.from({ length: 3000 }, (_, i) =>
    String.fromCharCode(0x4e00 + ((i * 37) % 5000), 0x4e00 + ((i * 101) % 4999)),
  );
  const lexicon = lexiconOf([...new Set(names)]);
  for (const [i, name] of [...new Set(names)].entries()) {
    for (const next of [')', '，', 'a', '국', 'с', ''])
      expect(scan(`${name}${next}`, lexicon).hits[0]?.entity, name).toBe(i);
  }
});
