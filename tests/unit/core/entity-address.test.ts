import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATEGORY_IDS } from '../../../src/core/categories.ts';
import { readEntityAddress, writeEntityAddress } from '../../../src/core/entity-address.ts';
import { STANDING_IDS } from '../../../src/core/standing.ts';

test.each([
  ['#huawei', { entity: 'huawei', filter: {} }],
  ['huawei', { entity: 'huawei', filter: {} }],
  ['', { entity: '', filter: {} }],
  ['#huawei/some-claim', { entity: 'huawei', claim: 'some-claim', filter: {} }],
  [
    '#huawei?with=serbia&year=2019&standing=disputed&category=espionage',
    {
      entity: 'huawei',
      filter: { counterpart: 'serbia', year: '2019', standing: 'disputed', category: 'espionage' },
    },
  ],
  ['#huawei?year=soon&standing=guilty&category=x&&=', { entity: 'huawei', filter: {} }],
  ['#%E0%A4%A', { entity: '%E0%A4%A', filter: {} }],
])('%s', (hash, address) => {
  expect(readEntityAddress(hash)).toEqual(address);
});

test('what is written is read back', () => {
  const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const address = fc.record(
    {
      entity: id,
      claim: id,
      filter: fc.record(
        {
          category: fc.constantFrom(...CATEGORY_IDS),
          standing: fc.constantFrom(...STANDING_IDS),
          year: fc.stringMatching(/^\d{4}$/),
          counterpart: id,
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['entity', 'filter'] },
  );
  fc.assert(
    fc.property(address, (written) => {
      expect(readEntityAddress(writeEntityAddress(written))).toEqual(written);
    }),
  );
});
