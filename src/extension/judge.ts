/** Judges passages of pages with the lexicon of the pack in use. */
import { lexiconFromText, readLexicon } from '../core/match/codec.ts';
import { createJudge } from '../core/match/judge.ts';
import { ok } from '../core/result.ts';
import type { Requests } from '../link/wire.ts';
import { loadContext, loadLexicon } from './curated.ts';

type Judge = ReturnType<typeof createJudge>;

let making: Promise<Judge> | undefined;

export async function answerJudge(request: Requests['judge']['request']): Promise<Requests['judge']['answer']> {
  making ??= makeJudge().catch((error: unknown) => {
    making = undefined;
    throw error;
  });
  const judge = await making;
  return ok(await judge(request));
}

async function makeJudge(): Promise<Judge> {
  const lexicon = readLexicon(lexiconFromText(await loadLexicon()));
  if (!lexicon.ok) throw new Error(lexicon.problem);
  return createJudge(lexicon.value, async (group) => lexiconFromText(await loadContext(group)));
}
