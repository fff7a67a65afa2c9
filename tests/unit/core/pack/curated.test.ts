import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCuratedPack } from '../../../../src/cli/curated-files.ts';
import { standingOf } from '../../../../src/core/standing.ts';

const pack = await readCuratedPack(resolve(import.meta.dirname, '../../../..'));
/** Outcomes after which a claim may not read as it did before. */
const UNDONE = ['delisted', 'reversed', 'acquitted', 'dismissed', 'withdrawn', 'corrected'];

test('the first contents are there', () => {
  expect(pack.claims.length).toBeGreaterThanOrEqual(140);
  const ids = new Set<string>(pack.entities.map(({ id }) => id));
  for (const id of 'huawei zte hikvision dahua hytera fcc entity-list african-union addis-ababa serbia belgrade spain rivas-vaciamadrid papua-new-guinea xinjiang zhengzhou csis freedom-house finite-state voices-against-autocracy'.split(
    ' ',
  )) {
    expect(ids, id).toContain(id);
    expect(
      pack.claims.some(({ about, by }) => [...about, ...by].some((other) => other === id)),
      `a claim of ${id}`,
    ).toBe(true);
  }
});

test.each(pack.claims.map((claim) => [claim.id as string, claim] as const))(
  '%s tells its course, and its standing follows from it',
  (_id, claim) => {
    expect(claim.events.length).toBeGreaterThan(0);
    const contested = claim.contested !== undefined;
    const saidByAuthority = claim.says.some(({ authority }) => authority === true);
    expect(claim.standing).toBe(standingOf({ events: claim.events, saidByAuthority, contested }));
    const last = claim.events.findLast(
      ({ type }) => !['alleged', 'reported', 'answered', 'ruled', 'appealed'].includes(type),
    );
    if (last && UNDONE.includes(last.type)) expect(['dismissed-or-acquitted', 'withdrawn']).toContain(claim.standing);
  },
);

test('a weak source stands alone only where every source of the claim is one, and says why', () => {
  for (const claim of pack.claims) {
    const weak = claim.sources.filter(({ weak }) => weak !== undefined);
    if (weak.length === claim.sources.length) expect(claim.caveats, claim.id).toBeDefined();
  }
});

test('the four that are everywhere are never marked', () => {
  const unmarked = pack.entities.filter(({ marked }) => !marked).map(({ id }) => id as string);
  expect(unmarked.sort()).toEqual(['china', 'european-union', 'united-nations', 'united-states']);
});
