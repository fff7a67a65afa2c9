/** The lexicon that the tests of recognition share: the corpus pack with all words of context. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lexiconWithContext } from '../../../src/cli/lexicon.ts';
import type { Lexicon } from '../../../src/core/match/types.ts';
import type { Pack } from '../../../src/core/model.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');

export function corpusPack(): Pack {
  const pack = parsePack(JSON.parse(readFileSync(`${ROOT}/tests/fixtures/packs/corpus.json`, 'utf8')));
  if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
  return pack.value;
}

export function corpusLexicon(): Promise<Lexicon> {
  return lexiconWithContext(corpusPack().entities, ROOT);
}
