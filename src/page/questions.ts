/** Runs of text gathered until they are judged together. */
import { type Asked, NONE, type Questions, UNREAD } from '../core/match/questions.ts';
import type { Around } from './surroundings.ts';
import type { TextRun } from './text-blocks.ts';

/** UTF-16 units of one batch: each is a message, which costs a page more than the text in it. */
const WORTH_ASKING = 16_384;
/** Nor more passages at once, however often a page repeats its words. */
const MOST_PASSAGES = 1_000;

export interface Batch {
  readonly runs: readonly TextRun[];
  readonly questions: Pick<Questions, 'texts' | 'passages'>;
}

export interface Gathering {
  /** `around` only where the run was judged without it in vain. */
  add(run: TextRun, around?: Around): void;
  isFull(): boolean;
  isEmpty(): boolean;
  /** All that was gathered; what follows is another batch. `undefined` where there is nothing. */
  take(): Batch | undefined;
}

export function gatherQuestions(): Gathering {
  let runs: TextRun[] = [];
  let passages: Asked[] = [];
  let places = new Map<string, number>();
  let units = 0;

  function placeOf(text: string | undefined): number {
    if (!text) return NONE;
    const place = places.get(text) ?? places.size;
    if (place === places.size) {
      places.set(text, place);
      units += text.length;
    }
    return place;
  }

  return {
    add(run, around) {
      runs.push(run);
      const { before, after, heading } = around ?? {};
      const asked = (text: string | undefined): number => (around ? placeOf(text) : UNREAD);
      passages.push([placeOf(run.text), asked(before), asked(after), asked(heading)]);
    },
    isFull: () => units >= WORTH_ASKING || runs.length >= MOST_PASSAGES,
    isEmpty: () => runs.length === 0,
    take() {
      if (runs.length === 0) return undefined;
      const batch = { runs, questions: { texts: [...places.keys()], passages } };
      runs = [];
      passages = [];
      places = new Map();
      units = 0;
      return batch;
    },
  };
}
