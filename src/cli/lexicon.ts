/** A lexicon for the command line: all names of a pack, all words of context. */
import { join } from 'node:path';
import { readLexicon } from '../core/match/codec.ts';
import { compileContext, compileLexicon } from '../core/match/compile.ts';
import { CONTEXT_GROUPS } from '../core/match/context-groups.ts';
import { addContext } from '../core/match/stems.ts';
import type { Lexicon } from '../core/match/types.ts';
import type { Entity, Pack } from '../core/model.ts';
import { problemLine } from '../core/result.ts';
import { readContextTable } from './context-files.ts';
import { readPackAt } from './pack.ts';

export interface Names {
  readonly pack: Pack;
  readonly lexicon: Lexicon;
}

/**
 * Reads a pack (the curated one without a name) and compiles it. Entities without claims are found too; those that are
 * never marked are not. Says every problem on standard error and gives undefined where the pack does not read.
 */
export async function readNames(file: string | undefined, root: string): Promise<Names | undefined> {
  const path = file ?? join(root, 'assets', 'evidence');
  const pack = await readPackAt(path);
  if (!pack.ok) {
    for (const problem of pack.problems) console.error(`${path}: ${problemLine(problem)}`);
    return undefined;
  }
  const entities = pack.value.entities.filter((entity) => entity.marked);
  return { pack: pack.value, lexicon: await lexiconWithContext(entities, root) };
}

/** A lexicon of these entities that has every group of context words. */
export async function lexiconWithContext(entities: readonly Entity[], root: string): Promise<Lexicon> {
  const lexicon = readLexicon(compileLexicon({ entities }));
  if (!lexicon.ok) throw new Error(lexicon.problem);
  const context = await readContextTable(root);
  for (const group of CONTEXT_GROUPS) {
    if (!addContext(lexicon.value, group, compileContext(context, group))) throw new Error(`context group ${group}`);
  }
  return lexicon.value;
}
