import { expect, test } from 'vitest';
import { lexiconFromText, lexiconToText, readLexicon } from '../../../src/core/match/codec.ts';
import { compileLexicon } from '../../../src/core/match/compile.ts';
import { entitiesOf } from './small-lexicon.ts';

const bytes = compileLexicon({ entities: entitiesOf(['Huawei', '华为', 'African Union']) });

function changed(at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
}

test.each([
  ['nothing', new Uint8Array(), 'too short'],
  ['something else', new TextEncoder().encode('<!doctype html><title>Not a lexicon at all</title>'), 'not a lexicon'],
  ['another version', changed(4, 99), 'version 99'],
  ['a truncated one', bytes.subarray(0, bytes.length - 1), `found ${bytes.length - 1}`],
  ['a longer one', Uint8Array.from([...bytes, 0]), `found ${bytes.length + 1}`],
  ['no text of ours', lexiconFromText('not base64 !'), 'too short'],
])('refuses %s', (_name, input, problem) => {
  const read = readLexicon(input);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.problem).toContain(problem);
});

test('refuses one changed byte wherever it is', () => {
  for (let at = 0; at < bytes.length; at++) expect(readLexicon(changed(at, (bytes[at] ?? 0) ^ 1)).ok).toBe(false);
});

test('reads bytes that lie inside a larger buffer', () => {
  const larger = new Uint8Array(bytes.length + 7);
  larger.set(bytes, 5);
  const read = readLexicon(larger.subarray(5, 5 + bytes.length));
  expect(read.ok && read.value.entityIds).toEqual(['e0', 'e1', 'e2']);
});

test('an empty lexicon is one', () => {
  const read = readLexicon(lexiconFromText(lexiconToText(compileLexicon({ entities: [] }))));
  expect(read.ok && read.value.entityIds).toEqual([]);
});
