import { expect, test } from 'vitest';
import { lexiconFromText, lexiconToText, readLexicon } from '../../../src/core/match/codec.ts';
import { compileLexicon } from '../../../src/core/match/compile.ts';
import { findMentions } from '../../../src/core/match/find-mentions.ts';
import type { Entity } from '../../../src/core/model.ts';
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

test('names whose endings are one set too many for the bytes are found all the same', () => {
  // A demonym takes its ending out of the set: two of them make a set that no other name has.
  const endings = 'ban ben nak nek ra re rol tol hoz hez nal nel val vel ert ig ul'.split(' ');
  const pairs = endings.flatMap((one, i) => endings.slice(i + 1).map((other) => [one, other]));
  const letters = 'bcdfghklmnprstvz';
  const names = pairs.map((_, i) => `Testo${letters[i >> 4]}${letters[i & 15]}o`);
  const entities = entitiesOf(names, { lang: 'hu', inflect: undefined }).map((entity, i): Entity => {
    const demonyms = entity.aliases.flatMap((alias) =>
      (pairs[i] ?? []).map((ending) => ({ ...alias, text: alias.text + ending, role: 'demonym' as const })),
    );
    return { ...entity, aliases: [...entity.aliases, ...demonyms] };
  });
  const read = readLexicon(compileLexicon({ entities }));
  if (!read.ok) throw new Error(read.problem);
  const missed = names.filter((name) => findMentions(`in ${name}at`, read.value, { lang: 'hu' }).length !== 1);
  expect(missed).toEqual([]);
  expect(names.length).toBeGreaterThan(128);
});
