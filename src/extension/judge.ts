/** Judges passages of pages with the lexicon of the pack in use. */
import { lexiconFromText, lexiconOf } from '../core/match/codec.ts';
import { createJudge } from '../core/match/judge.ts';
import { ok } from '../core/result.ts';
import type { Requests } from '../link/wire.ts';
import { loadContext, loadLexicon } from './curated.ts';

type Judge = ReturnType<typeof createJudge>;

let making: Promise<Judge> | undefined;

/** The names in a page's passages, and whether each is to be marked. Rejects where the packaged lexicon is unreadable. */
export async function answerJudge(request: Requests['judge']['request']): Promise<Requests['judge']['answer']> {
  making ??= makeJudge().catch((error: unknown) => {
    making = undefined;
    throw error;
  });
  const judge = await making;
  return ok(await judge(request));
}

async function makeJudge(): Promise<Judge> {
  const lexicon = lexiconOf(await loadLexicon());
  if (!lexicon) throw new Error('lexicon.txt is not what the build writes; install the extension anew');
  return createJudge(lexicon, async (group) => lexiconFromText(await loadContext(group)));
}
