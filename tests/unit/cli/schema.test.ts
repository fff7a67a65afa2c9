import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { packJsonSchema } from '../../../src/cli/schema.ts';

test('the published JSON Schema is the one the format gives now (npm run -s pack -- schema writes it)', () => {
  const published = readFileSync(resolve(import.meta.dirname, '../../../assets/schema/pack-1.json'), 'utf8');
  expect(published).toBe(packJsonSchema());
});

test('it asks for a source, and for an answer or the day on which none was found', () => {
  const { properties } = JSON.parse(packJsonSchema());
  const claims = properties.claims.items.anyOf;
  expect(claims.map(({ required }: { required: string[] }) => required.includes('sources'))).toEqual([true, true]);
  expect(claims[0].required).toContain('responses');
  expect(claims[1].required).toContain('noneFound');
});
