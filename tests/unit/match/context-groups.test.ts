import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLexicon } from '../../../src/core/match/codec.ts';
import { compileContext, compileLexicon } from '../../../src/core/match/compile.ts';
import { missingContext } from '../../../src/core/match/context.ts';
import { CONTEXT_GROUPS, groupOf } from '../../../src/core/match/context-groups.ts';
import { parseContextTable, stemsOfGroup } from '../../../src/core/match/context-table.ts';
import { findMentions, scan } from '../../../src/core/match/find-mentions.ts';
import { addContext, hasContext } from '../../../src/core/match/stems.ts';
import { corpusPack, ROOT } from './corpus-lexicon.ts';

const context = parseContextTable([
  { name: 'english', text: 'subject\t3\ten\tsurveillance\n' },
  { name: 'french-italian', text: 'subject\t3\tfr\tvidéosurveil,traçage des\nsport\t2\tfr\t=but\n' },
]);
const bytes = compileContext(context, 'french-italian');
const TEXT = 'Surveillance in Serbia: the ministry says that of the four none is on.';

interface Sentence {
  readonly group: string;
  readonly lang: string;
  readonly text: string;
}

/** Five and more short sentences for most languages, with the group that is to judge them. */
const sentences = readFileSync(`${ROOT}/tests/fixtures/languages.tsv`, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line): Sentence => {
    const [group = '', lang = '', text = ''] = line.split('\t');
    return { group, lang, text };
  });

function namesOnly() {
  const read = readLexicon(compileLexicon({ entities: corpusPack().entities }));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

/** The sentences that a page with such a tag would have judged by another group, as "lang -> group: text". */
function misjudged(tagOf: (sentence: Sentence) => string, among: readonly Sentence[] = sentences): string[] {
  return among.flatMap((sentence) => {
    const group = groupOf(sentence.text, tagOf(sentence));
    return group === sentence.group ? [] : [`${sentence.lang} -> ${group}: ${sentence.text}`];
  });
}

test('every group has sentences', () => {
  expect(new Set(sentences.map(({ group }) => group))).toEqual(new Set(CONTEXT_GROUPS));
});

test('a sentence of a page that names its language is judged by that language, whatever the region', () => {
  expect(misjudged(({ lang }) => lang)).toEqual([]);
  expect(misjudged(({ lang }) => `${lang.split('-')[0]?.toUpperCase()}-XX`)).toEqual([]);
});

test('without a tag, or with that of English, one short sentence in sixteen may be misjudged', () => {
  for (const tag of ['', 'en', 'x-klingon']) {
    const wrong = misjudged(() => tag);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(sentences.length / 16);
  }
});

test('a wrong tag says nothing against another script, and less than a few words against Latin', () => {
  const latin = sentences.filter(({ text }) => /^[\p{Script=Latin}\P{L}]+$/u.test(text));
  const others = sentences.filter(({ text }) => !/\p{Script=Latin}/u.test(text));
  // Letters that Serbian and Russian, Arabic and Persian share leave a short sentence to the tag.
  for (const tag of ['en', 'de', 'es', 'vi', 'hi']) expect(misjudged(() => tag, others).length).toBeLessThanOrEqual(1);
  const three = (tag: string) =>
    misjudged(
      () => tag,
      [...new Set(latin.map(({ lang }) => lang))]
        .filter((lang) => lang !== 'en')
        .map((lang) => {
          const own = latin.filter((sentence) => sentence.lang === lang);
          return { group: own[0]?.group ?? '', lang, text: own.map(({ text }) => text).join(' ') };
        }),
    );
  for (const tag of ['en', 'de', 'es', 'vi', 'zh']) {
    expect(three(tag).length, three(tag).join('\n')).toBeLessThanOrEqual(2);
  }
});

test('English is judged by the group that the page needs anyway', () => {
  const [english = ''] = sentences.filter(({ group }) => group === 'english').map(({ text }) => text);
  expect(groupOf(english, '')).toBe('english');
  expect(groupOf(english, 'es-MX')).toBe('iberian');
  expect(groupOf(english, 'sr')).toBe('south-slavic');
  expect(groupOf(english, 'zh-TW')).toBe('chinese');
});

test.each([
  ['华为 Huawei 在塞尔维亚', '', 'chinese'],
  ['东京', 'ja', 'japanese'],
  ['Huawei の携帯電話', 'zh', 'japanese'],
  ['Полиција је рекла', 'en', 'serbian'],
  ['Уганда забрани вноса на терминали за сателитен интернет.', 'bg', 'serbian'],
  ['Police', 'fi-FI', 'nordic'],
  ['Huawei', 'zz', 'english'],
  ['1234', 'ru', 'russian'],
  ['', '', 'english'],
])('%j with the tag %j is judged by %s', (text, lang, group) => {
  expect(groupOf(text, lang)).toBe(group);
});

test('what was judged before changes nothing', () => {
  const judged = () => sentences.map(({ text, lang }, i) => groupOf(text, i % 2 ? lang : ''));
  const first = judged();
  for (const { text } of [...sentences].reverse()) groupOf(text, 'de');
  expect(judged()).toEqual(first);
});

test('a group holds the words of its file and those of English', () => {
  const folded = (group: (typeof CONTEXT_GROUPS)[number]) => stemsOfGroup(context, group).map((stem) => stem.folded);
  expect(folded('french-italian')).toEqual(['surveillance', 'videosurveil', 'tracage des', 'but']);
  expect(folded('german')).toEqual(['surveillance']);
  expect(() => parseContextTable([{ name: 'klingon', text: '' }])).toThrow('klingon');
});

test('a lexicon without the group marks no place, with it where the words say so', () => {
  const lexicon = namesOnly();
  const passage = { text: TEXT, start: 0, end: TEXT.length, ...scan(TEXT, lexicon) };
  const page = { lang: 'en', path: '', introduced: new Set<number>() };
  const marked = () => findMentions(TEXT, lexicon, { lang: 'en' }).filter((mention) => mention.marked).length;
  expect(marked()).toBe(0);
  const group = missingContext(passage, page, lexicon);
  expect(group).toBe('english');
  expect(group && addContext(lexicon, group, compileContext(context, group))).toBe(true);
  expect(missingContext(passage, page, lexicon)).toBeUndefined();
  expect(marked()).toBe(1);
});

test('names of firms need no group', () => {
  const lexicon = namesOnly();
  const text = 'Huawei and ZTE bid.';
  const passage = { text, start: 0, end: text.length, ...scan(text, lexicon) };
  expect(missingContext(passage, { lang: 'en', path: '', introduced: new Set() }, lexicon)).toBeUndefined();
});

test('damaged groups are refused wherever a byte is changed, and join nothing', () => {
  const lexicon = namesOnly();
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(addContext(lexicon, 'french-italian', changed)).toBe(false);
  }
  expect(addContext(lexicon, 'french-italian', bytes.subarray(0, -1))).toBe(false);
  expect(addContext(lexicon, 'french-italian', new Uint8Array())).toBe(false);
  expect(hasContext(lexicon, 'french-italian')).toBe(false);
});
