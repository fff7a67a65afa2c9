/** Lexicons of a few names, for tests of the search itself. */
import { readLexicon } from '../../../src/core/match/codec.ts';
import { compileLexicon } from '../../../src/core/match/compile.ts';
import type { Lexicon } from '../../../src/core/match/types.ts';
import type { Entity } from '../../../src/core/model.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';

/** One entity for each name, `e0`, `e1`, … in the order given; `alias` adds fields to each alias. */
export function entitiesOf(names: readonly string[], alias: Record<string, unknown> = {}): readonly Entity[] {
  if (names.length === 0) return [];
  const pack = parsePack({
    format: 1,
    id: 'test',
    title: 'Test',
    version: '1',
    date: '2026-11-22',
    lang: 'en',
    licence: 'CC0',
    contact: '',
    visibility: 'private',
    entities: names.map((text, i) => ({
      id: `e${i}`,
      kind: 'vendor',
      name: `E${i}`,
      what: 'A test',
      aliases: [{ text, lang: 'mul', case: 'any', mark: 'yes', inflect: 'none', ...alias }],
    })),
    claims: [],
  });
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  return pack.value.entities;
}

export function lexiconOf(names: readonly string[], alias: Record<string, unknown> = {}): Lexicon {
  const read = readLexicon(compileLexicon({ entities: entitiesOf(names, alias) }));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}
