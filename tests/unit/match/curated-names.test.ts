import { expect, test } from 'vitest';
import { readNames } from '../../../src/cli/lexicon.ts';
import { figuresOf, readCorpus } from '../../../src/cli/score.ts';
import { scoreCorpus } from '../../../src/cli/score-corpus.ts';
import { findMentions, scan } from '../../../src/core/match/find-mentions.ts';
import { corpusPack, ROOT } from './corpus-lexicon.ts';

async function curated() {
  const names = await readNames(undefined, ROOT);
  if (!names) throw new Error('the curated pack does not read');
  const here = new Map(names.pack.entities.map(({ id, kind }): [string, string] => [id, kind]));
  const shared = new Set<string>(
    corpusPack()
      .entities.map(({ id }) => id)
      .filter((id) => here.has(id)),
  );
  return { lexicon: names.lexicon, kinds: here, shared };
}

test('the curated pack knows every name that the corpus pack has for its entities', async () => {
  const { lexicon, shared } = await curated();
  expect(shared.size).toBeGreaterThan(40);
  const missing = corpusPack()
    .entities.filter(({ id }) => shared.has(id))
    .flatMap(({ id, aliases }) =>
      aliases
        .filter(({ mark, role }) => mark !== 'no' && role !== 'demonym')
        .filter(({ text }) => {
          const { hits } = scan(text, lexicon);
          return !hits.some(
            ({ start, end, entity }) => start === 0 && end === text.length && lexicon.entityIds[entity] === id,
          );
        })
        .map(({ text }) => `${id}: ${text}`),
    );
  expect(missing).toEqual([]);
});

test.each([
  ['dev-mentions', 99],
  ['unseen', 97],
])('and finds them in the passages of %s', async (name, least) => {
  const { lexicon, kinds, shared } = await curated();
  const isShared = ({ entity }: { readonly entity: string }) => shared.has(entity);
  const gold = (await readCorpus(`${ROOT}/tests/fixtures/corpus/${name}.jsonl`)).map((passage) => ({
    ...passage,
    mentions: passage.mentions.filter(isShared),
    suppressed: passage.suppressed.filter(isShared),
  }));
  const found = new Map(
    gold.map(({ id, text, lang }) => [
      id,
      findMentions(text, lexicon, { lang, onePassage: true }).filter((mention) => mention.marked && isShared(mention)),
    ]),
  );
  expect(figuresOf(scoreCorpus(gold, found, kinds)).f1).toBeGreaterThanOrEqual(least);
});
