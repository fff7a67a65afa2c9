/**
 * Judges passages of a page where the lexicon and the words of context are at hand: in the background, once for all tabs.
 * A page sends the passages in which a name may stand, and gets back the names and whether each is to be marked.
 */
import { decide, missingContext } from './context.ts';
import type { ContextGroup } from './context-groups.ts';
import { introducedBy } from './find-mentions.ts';
import { passageReader } from './passage-reader.ts';
import { NONE, type Questions, UNREAD, type Verdict, type Verdicts } from './questions.ts';
import { addContext } from './stems.ts';
import type { Lexicon, PageFacts, Passage, Reason } from './types.ts';
import { wholeWord } from './whole-word.ts';

/** The bytes of a group of context words; `undefined` where there are none to be had. */
export type BringContext = (group: ContextGroup) => Promise<Uint8Array | undefined>;

function wordsOf({ text }: Passage, { words }: Reason): readonly string[] {
  return [...new Set(words.map((word) => wholeWord(text, word)))];
}

/** Gives the function that judges. A group of context words is asked for once, when the first passage needs it. */
export function createJudge(lexicon: Lexicon, bring: BringContext): (questions: Questions) => Promise<Verdicts> {
  const passageOf = passageReader(lexicon);
  const joining = new Map<ContextGroup, Promise<void>>();

  async function join(group: ContextGroup): Promise<void> {
    const bytes = await bring(group).catch(() => undefined);
    // Else it is asked for again when the next passage needs it.
    if (!bytes || !addContext(lexicon, group, bytes)) joining.delete(group);
  }

  return async ({ lang, path, title, introduced, texts, passages }) => {
    const own = passages.map(([at]) => passageOf(texts[at] ?? ''));
    const full = introducedBy(own, lexicon);
    const known = new Set(full);
    for (const id of introduced) known.add(lexicon.entityIds.indexOf(id));
    const page: PageFacts = { lang, path, introduced: known };
    for (const passage of own) {
      const group = passage.hits.length > 0 ? missingContext(passage, page, lexicon) : undefined;
      if (!group) continue;
      const joined = joining.get(group) ?? join(group);
      joining.set(group, joined);
      await joined;
    }
    const idOf = (entity: number): string => lexicon.entityIds[entity] ?? '';
    return {
      introduced: [...full].map(idOf),
      passages: own.map((passage, i) => {
        const [, before, after, heading] = passages[i] ?? [];
        let isMissed = false;
        const read = (place = NONE): Passage | undefined => {
          isMissed ||= place === UNREAD;
          const text = texts[place];
          return text ? passageOf(text) : undefined;
        };
        // Read only where a name needs it.
        const surroundings = {
          page,
          get before() {
            return read(before);
          },
          get after() {
            return read(after);
          },
          get heading() {
            return read(heading);
          },
          get title() {
            return title ? passageOf(title) : undefined;
          },
        };
        const verdicts = decide(passage, surroundings, lexicon).map(
          ({ hit: { start, end, entity }, marked, reason }): Verdict => ({
            start,
            end,
            entity: idOf(entity),
            marked,
            why: { rule: reason.rule, words: wordsOf(passage, reason) },
          }),
        );
        return isMissed ? null : verdicts;
      }),
    };
  };
}
