import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NONE, UNREAD } from '../../../src/core/match/questions.ts';
import { readNumbered, readRequest } from '../../../src/extension/messages.ts';
import { isCardOpened, type Request } from '../../../src/link/wire.ts';

const REQUESTS: readonly Request[] = [
  { type: 'bring', script: 'marker' },
  { type: 'bring', script: 'card' },
  {
    type: 'judge',
    lang: 'en',
    path: '/',
    title: 'T',
    introduced: ['nso-group'],
    texts: ['Huawei', 'x'],
    passages: [[0, 1, NONE, UNREAD]],
  },
  { type: 'entity', entity: 'huawei', near: ['zte'] },
  { type: 'entity', entity: 'huawei', near: [], limit: 3 },
  { type: 'opened', token: 'a-b' },
  { type: 'may-paint' },
  { type: 'counted', count: 0 },
  { type: 'write-record' },
  { type: 'open-page', page: 'options', at: 'categories' },
  { type: 'open-page', page: 'entity' },
];

test.each(REQUESTS)('%j arrives as it was sent', (request) => {
  expect(readRequest(structuredClone(request))).toEqual({ ok: true, value: request });
});

test.each([
  undefined,
  'may-paint',
  { type: 'gossip' },
  { type: 'bring', script: 'https://example.org/x.js' },
  { type: 'entity', entity: 'huawei' },
  { type: 'entity', entity: 7, near: [] },
  { type: 'entity', entity: 'x'.repeat(2000), near: [] },
  { type: 'entity', entity: 'huawei', near: Array.from({ length: 1000 }, () => 'zte') },
  { type: 'entity', entity: 'huawei', near: [], limit: 0 },
  { type: 'judge', lang: 'en', path: '/', title: '', introduced: [], texts: [7], passages: [] },
  { type: 'judge', lang: 'en', path: '/', title: '', introduced: [], texts: [], passages: [[0]] },
  { type: 'judge', lang: 'en', path: '/', title: '', introduced: [], texts: [], passages: [[0.5, 0, 0, -3]] },
  { type: 'counted', count: -1 },
  { type: 'counted', count: '7' },
  { type: 'open-page', page: 'https://example.org' },
  { type: 'open-page', page: 'options', at: '../evil.html' },
])('%j is refused with what was found', (message) => {
  const read = readRequest(message);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.problems[0]?.found).toBe(JSON.stringify(message)?.slice(0, 80) ?? 'nothing');
  expect(read.problems[0]?.mend).not.toBe('');
});

test('a card that opened is told by type and token', () => {
  expect(isCardOpened({ type: 'card-opened', token: 'a' })).toBe(true);
  for (const other of [
    undefined,
    null,
    'card-opened',
    { type: 'card-opened' },
    { type: 'opened', token: 'a' },
    { type: 'card-opened', token: 1 },
  ]) {
    expect(isCardOpened(other)).toBe(false);
  }
});

test('whatever arrives, reading it never throws', () => {
  fc.assert(fc.property(fc.anything(), (message) => void readRequest(message)));
});

test('questions on a line bear a number', () => {
  expect(readNumbered([7, { type: 'may-paint' }])).toEqual([7, { type: 'may-paint' }]);
  for (const message of [undefined, 7, [], ['7', {}], [0.5, {}], { 0: 7, 1: {} }])
    expect(readNumbered(message)).toBeUndefined();
  fc.assert(fc.property(fc.anything(), (message) => void readNumbered(message)));
});
