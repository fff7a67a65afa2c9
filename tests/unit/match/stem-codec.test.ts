import { expect, test } from 'vitest';
import type { ContextStem } from '../../../src/core/match/context-table.ts';
import { FIRST_UNITS, STEM_CLASSES } from '../../../src/core/match/layout.ts';
import {
  beginsIn,
  contextStems,
  findStem,
  hashOf,
  readStems,
  type StemTable,
} from '../../../src/core/match/stem-codec.ts';
import { writeContext, writeStems } from '../../../src/core/match/stem-writer.ts';

/** Words that look like none, all different: the digits of their number as letters. */
const word = (i: number) => (i * 7919).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
const KINDS = STEM_CLASSES.slice(1, 10);
const stems = Array.from({ length: 4000 }, (_, i): ContextStem => {
  const kind = KINDS[i % KINDS.length] ?? 'subject';
  return { folded: word(i), kind, weight: 1 + (i % 3), whole: true, group: 'english' };
});

function find(table: StemTable, text: string) {
  const first = hashOf(text.slice(0, FIRST_UNITS));
  const among = beginsIn(table, first);
  return among ? findStem(table, among, first, hashOf(text)) : undefined;
}

function tableOf(bytes: Uint8Array, own?: Uint8Array): StemTable {
  const group = contextStems(bytes);
  if (!group) throw new Error('no context');
  return readStems(own ? [own, group] : [group]);
}

test.each([0, 1, 2, 15, 40, 500, 4000])('%i stems are found again with what they say', (count) => {
  const table = tableOf(writeContext(stems.slice(0, count)));
  for (const { folded, kind, weight } of stems.slice(0, count)) {
    expect(find(table, folded), folded).toMatchObject({ kind, weight });
  }
});

test('of words that are no stems one in some thousands is taken for one', () => {
  const table = tableOf(writeContext(stems));
  const others = Array.from({ length: 40_000 }, (_, i) => `${word(i % 4000)}${word(i)}`);
  const known = new Set(stems.map(({ folded }) => folded));
  const found = others.filter((text) => !known.has(text) && find(table, text));
  expect(found.length).toBeLessThan(20);
});

test('a word that is also evidence of a name says both', () => {
  const own = writeStems(
    [],
    [
      ['surveil', 3],
      ['parade', 4],
    ],
  );
  const stem: ContextStem = { folded: 'surveil', kind: 'subject', weight: 3, whole: false, group: 'english' };
  const table = tableOf(writeContext([stem]), own);
  expect(find(table, 'surveil')).toMatchObject({ kind: 'subject', weight: 3, lists: [3] });
  expect(find(table, 'parade')).toMatchObject({ weight: 0, lists: [4] });
});

test('damaged bytes are read without end or error', () => {
  const bytes = writeStems([], [['surveil', 3]]);
  for (let length = 0; length < bytes.length; length++) {
    expect(() => find(readStems([bytes.subarray(0, length)]), 'surveil')).not.toThrow();
  }
  for (const byte of [0x55, 0xff]) {
    const table = readStems([new Uint8Array(4000).fill(byte)]);
    expect(() => find(table, 'surveil')).not.toThrow();
  }
});
