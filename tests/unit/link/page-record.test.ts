import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_RECORD_VERSION, type PageRecord, readPageRecord } from '../../../src/link/page-record.ts';

const RECORD: PageRecord = {
  version: PAGE_RECORD_VERSION,
  on: true,
  sitesOff: ['example.org'],
  look: { style: 'dotted', colour: 'text' },
  badge: true,
  off: ['huawei'],
  lexicon: 'Zm9v',
};

test('a whole record is read as it is', () => {
  expect(readPageRecord(structuredClone(RECORD))).toEqual(RECORD);
});

test.each([undefined, null, 'page', 7, [], {}, [RECORD]])('%j is no record', (stored) => {
  expect(readPageRecord(stored)).toBeUndefined();
});

test.each(Object.keys(RECORD))('without %s, or with it of another type, there is no record', (key) => {
  const { [key as keyof PageRecord]: _, ...rest } = RECORD;
  expect(readPageRecord(rest)).toBeUndefined();
  for (const wrong of [null, 3.5, {}, [7], 'x'].filter(
    (one) => typeof one !== typeof RECORD[key as keyof PageRecord] || Array.isArray(one),
  )) {
    expect(readPageRecord({ ...RECORD, [key]: wrong })).toBeUndefined();
  }
});

test('a record of another version is none', () => {
  expect(readPageRecord({ ...RECORD, version: PAGE_RECORD_VERSION + 1 })).toBeUndefined();
  expect(readPageRecord({ ...RECORD, version: String(PAGE_RECORD_VERSION) })).toBeUndefined();
});

test('whatever is stored, reading it never throws', () => {
  fc.assert(fc.property(fc.anything(), (stored) => void readPageRecord(stored)));
});
