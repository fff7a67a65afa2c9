import { expect, test } from 'vitest';
import { readLexicon } from '../../../src/core/match/codec.ts';
import { compileContext, compileLexicon } from '../../../src/core/match/compile.ts';
import { missingContext } from '../../../src/core/match/context.ts';
import { groupOf } from '../../../src/core/match/context-groups.ts';
import { parseContextTable } from '../../../src/core/match/context-table.ts';
import { findMentions, scan } from '../../../src/core/match/find-mentions.ts';
import { addContext, hasContext } from '../../../src/core/match/stems.ts';
import { corpusPack } from './corpus-lexicon.ts';

const context = parseContextTable(['subject\t3\ten\tsurveillance\nsubject\t3\tfr\tvidéosurveil\n']);
const bytes = compileContext(context, 'latin-south');
const TEXT = 'Surveillance in Serbia: the ministry says that of the four none is on.';

function namesOnly() {
  const read = readLexicon(compileLexicon({ entities: corpusPack().entities }));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

test.each([
  ['Die Polizei und das Ministerium', '', 'latin-north'],
  ['La policía y el ministerio de los datos', '', 'latin-south'],
  ['Policija je rekla da nije snimala građane', '', 'latin-east'],
  ['Polis bir kamera ile izledi ve kaydetti', '', 'latin-far'],
  ['Polisi yang merekam warga dengan kamera', '', 'latin-tropic'],
  ['Police', 'fi-FI', 'latin-north'],
  ['Полиција је рекла', 'en', 'cyrillic'],
  ['华为 Huawei 在塞尔维亚', '', 'asian'],
  ['الشرطة في صربيا', '', 'arabic'],
  ['پلیس صربستان گفت که', '', 'persian'],
  ['Η αστυνομία της Σερβίας', '', 'other'],
  ['', '', 'latin-south'],
])('%j with the tag %j is judged by %s', (text, lang, group) => {
  expect(groupOf(text, lang)).toBe(group);
});

test('a lexicon without the group marks no place, with it where the words say so', () => {
  const lexicon = namesOnly();
  const passage = { text: TEXT, start: 0, end: TEXT.length, ...scan(TEXT, lexicon) };
  const page = { lang: 'en', path: '', introduced: new Set<number>() };
  const marked = () => findMentions(TEXT, lexicon, { lang: 'en' }).filter((mention) => mention.marked).length;
  expect(marked()).toBe(0);
  const group = missingContext(passage, page, lexicon);
  expect(group).toBe('latin-south');
  expect(group && addContext(lexicon, group, bytes)).toBe(true);
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
    expect(addContext(lexicon, 'latin-south', changed)).toBe(false);
  }
  expect(addContext(lexicon, 'latin-south', bytes.subarray(0, -1))).toBe(false);
  expect(addContext(lexicon, 'latin-south', new Uint8Array())).toBe(false);
  expect(hasContext(lexicon, 'latin-south')).toBe(false);
});
