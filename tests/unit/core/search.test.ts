import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCuratedPack } from '../../../src/cli/curated-files.ts';
import { CATEGORY_IDS, type CategoryId } from '../../../src/core/categories.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';
import { type EntityRow, search } from '../../../src/core/search.ts';
import { buildIndex } from '../../../src/core/search-index.ts';

const parsed = parsePack(await readCuratedPack(resolve(import.meta.dirname, '../../..')));
if (!parsed.ok) throw new Error('the curated pack does not parse');
const pack = parsed.value;
const index = buildIndex(pack);
const ALL_ON = switches(() => true);

function switches(on: (id: CategoryId) => boolean): Record<CategoryId, boolean> {
  return Object.fromEntries(CATEGORY_IDS.map((id) => [id, on(id)])) as Record<CategoryId, boolean>;
}

function find(query: string, categories = ALL_ON) {
  return search(index, query, { categories, limit: 200 });
}

function entityRows(query: string, categories = ALL_ON): readonly EntityRow[] {
  return find(query, categories).rows.filter((row) => row.type === 'entity');
}

const FIRST: readonly (readonly [query: string, entity: string, alias?: string])[] = [
  ['Huawei', 'huawei'],
  ['HUAWEI', 'huawei'],
  ['huawei’s', 'huawei'],
  ['huawai', 'huawei'],
  ['huwaei', 'huawei'],
  ['uawei', 'huawei'],
  ['huaw', 'huawei'],
  ['Huavej', 'huawei', 'Huavej'],
  ['Хуавеј', 'huawei', 'Хуавеј'],
  ['Хуавејем', 'huawei'],
  ['华为', 'huawei', '华为'],
  ['هواوي', 'huawei', 'هواوي'],
  ['화웨이', 'huawei', '화웨이'],
  ['cameras Belgrade', 'belgrade'],
  ['Belgrade cameras', 'belgrade'],
  ['kamere Beograd', 'belgrade'],
  ['belgrde camra', 'belgrade'],
  ['Београд', 'belgrade', 'Београд'],
  ['beograd', 'belgrade', 'Beograd'],
  ['rivas', 'rivas-vaciamadrid', 'Rivas'],
  ['rivas vaciamadrid', 'rivas-vaciamadrid'],
  ['hik vision', 'hikvision'],
  ['hikvsion', 'hikvision'],
  ['hikvsi', 'hikvision'],
  ['海康威视', 'hikvision', '海康威视'],
  ['Tik-Tok', 'bytedance', 'TikTok'],
  ['TicTok', 'bytedance'],
  ['african union', 'african-union'],
  ['الاتحاد الأفريقي', 'african-union'],
  ['AU', 'african-union', 'AU'],
  ['EU', 'european-union', 'EU'],
  ['fcc', 'fcc', 'FCC'],
  ['entity list', 'entity-list'],
  ['papau new guinae', 'papua-new-guinea'],
  ['Addis', 'addis-ababa'],
  ['serbai', 'serbia'],
  ['Србија', 'serbia', 'Србија'],
  ['huawei serbia', 'serbia'],
  ['espana', 'spain', 'España'],
  ['xijiang', 'xinjiang'],
  ['uyghur', 'xinjiang'],
  ['data centre papua', 'papua-new-guinea'],
  ['what is the ZTE', 'zte'],
  ['voices against', 'voices-against-autocracy'],
];

describe('the right entity first', () => {
  test.each(FIRST.map((row) => [row[0], row] as const))('%s', (query, [, entity, alias]) => {
    const [first] = entityRows(query);
    expect(first?.entity.id).toBe(entity);
    if (alias !== undefined) expect(first?.alias).toBe(alias);
  });

  test('every name of every entity finds that entity: one in six of them', () => {
    const missed = pack.entities.flatMap((entity, at) =>
      [entity.name, ...entity.aliases.map(({ text }) => text).filter((_, i) => i % 6 === at % 6)].filter(
        (name) => !entityRows(name).some((row) => row.entity.id === entity.id),
      ),
    );
    expect(missed).toEqual([]);
    // A thousand searches, on a machine that may have other work.
  }, 30_000);
});

describe('claims', () => {
  test('a claim is found only if every word of the query stands in it', () => {
    const { rows } = find('microphones Addis');
    const claims = rows.filter((row) => row.type === 'claim');
    expect(claims.length).toBeGreaterThan(0);
    for (const { claim } of claims) expect(JSON.stringify(claim)).toMatch(/microphone/i);
    expect(find('microphones Belgrade').found.claims).toBe(0);
  });

  test('a row tells whether the claim has an answer, and opens under an entity it concerns', () => {
    const rows = find('huawei').rows.filter((row) => row.type === 'claim');
    expect(rows.some((row) => row.answered)).toBe(true);
    for (const { claim, entity, answered } of rows) {
      expect(answered).toBe('responses' in claim);
      expect([...claim.about, ...claim.by]).toContain(entity.id);
    }
  });

  test('what only claims say brings the entities they concern', () => {
    expect(entityRows('spyware Greece')[0]?.entity.id).toBe('intellexa');
    expect(entityRows('microphones').length).toBeGreaterThan(0);
  });

  test('names are not found inside other words', () => {
    const summaries = find('rivas').rows.flatMap((row) => (row.type === 'claim' ? [row.claim.about] : []));
    for (const about of summaries) expect(about).toContain('rivas-vaciamadrid');
  });
});

describe('switches', () => {
  test('claims in categories that are off are neither found nor counted', () => {
    const categories = switches((id) => id !== 'espionage');
    const all = find('huawei');
    const fewer = find('huawei', categories);
    const spying = pack.claims.filter(
      (claim) => claim.category === 'espionage' && claim.about.includes(row().entity.id),
    );
    expect(spying.length).toBeGreaterThan(0);
    expect(fewer.found.claims).toBeLessThan(all.found.claims);
    expect(fewer.rows.some((found) => found.type === 'claim' && found.claim.category === 'espionage')).toBe(false);
    expect(row(categories).claims).toBe(row().claims - spying.length);

    function row(on = ALL_ON): EntityRow {
      const [first] = entityRows('huawei', on);
      if (!first) throw new Error('Huawei was not found');
      return first;
    }
  });

  test('with everything off a name is still found, without claims', () => {
    const result = find(
      'huawei',
      switches(() => false),
    );
    expect(result.found).toEqual({ entities: entityRows('huawei').length, claims: 0 });
    expect(result.rows[0]).toMatchObject({ type: 'entity', claims: 0 });
  });

  test('kinds and limit', () => {
    const kinds = { vendor: false, body: true, place: true };
    const result = search(index, 'huawei', { categories: ALL_ON, kinds, limit: 3 });
    const rows = result.rows.flatMap((row) => (row.type === 'entity' ? [row.entity.kind] : []));
    expect(rows).not.toContain('vendor');
    expect(result.rows.filter((row) => row.type === 'claim').length).toBe(3);
    expect(result.found.claims).toBeGreaterThan(3);
  });
});

test.each(['', '   ', '…', '?!', '\u200b'])('nothing to look for: %j', (query) => {
  expect(find(query)).toEqual({ rows: [], found: { entities: 0, claims: 0 } });
});

test.each(['zzzz', 'seneca', 'routers kill switch', 'Ω≈ç√ qqq'])('nothing found: %s', (query) => {
  expect(find(query).rows).toEqual([]);
});

test('any text at all is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
      const { rows, found } = find(query);
      expect(rows.length).toBeLessThanOrEqual(found.entities + found.claims);
    }),
    { numRuns: 100 },
  );
});
