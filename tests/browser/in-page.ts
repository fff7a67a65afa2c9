/** What the tests put into a page: the annotator with a lexicon, and what it said, for the tests to read. */
import { lexiconFromText, lexiconOf } from '../../src/core/match/codec.ts';
import { glanceOf } from '../../src/core/match/glance-codec.ts';
import { createJudge } from '../../src/core/match/judge.ts';
import { readRequest } from '../../src/extension/messages.ts';
import { type Annotator, startAnnotator } from '../../src/page/annotator.ts';
import { firstLook } from '../../src/page/first-look.ts';
import { pageTools } from '../../src/page/tools.ts';

interface Run extends Annotator {
  readonly said: string[];
  readonly end: AbortController;
}

declare global {
  /** What pages hold of the names, and words of context, as base64. */
  var glance: string;
  var context: string;
  /** How often it was asked for a judgement, and about which texts; what an answer waits for; true where there is none. */
  var asked: number | undefined;
  var askedOf: readonly string[] | undefined;
  var waits: Promise<void> | undefined;
  var isAway: boolean | undefined;
}

function read<T>(what: T | undefined): T {
  if (!what) throw new Error('not to be read');
  return what;
}

function start(text: string, options: { look?: number; mayPaint?: boolean } = {}): Run {
  const said: string[] = [];
  const judge = createJudge(read(lexiconOf(text)), async () => lexiconFromText(globalThis.context));
  const end = new AbortController();
  const { mayPaint } = options;
  const annotator = startAnnotator({
    document,
    glance: read(glanceOf(globalThis.glance)),
    tools: pageTools,
    look: options.look ?? 1,
    async judge(questions) {
      globalThis.asked = (globalThis.asked ?? 0) + 1;
      globalThis.askedOf = [...(globalThis.askedOf ?? []), ...questions.texts];
      await globalThis.waits;
      // As it arrives at the background's door.
      const arrived = readRequest(JSON.parse(JSON.stringify({ type: 'judge', ...questions })));
      return globalThis.isAway || !arrived.ok || arrived.value.type !== 'judge' ? undefined : judge(arrived.value);
    },
    ...(mayPaint === undefined
      ? {}
      : {
          mayPaint: async () => {
            said.push('asked');
            return mayPaint;
          },
        }),
    events: {
      resting: ({ text }) => said.push(`resting ${text}`),
      open: ({ text }, _at, byTouch) => said.push(`open ${text}${byTouch ? ' by touch' : ''}`),
      left: ({ text }) => said.push(`left ${text}`),
      gone: ({ text }) => said.push(`gone ${text}`),
      counted: (count) => said.push(`counted ${count}`),
    },
    signal: end.signal,
  });
  return Object.assign(annotator, { said, end });
}

/** The words of every range under one of our names, read from the document as it is now; sorted. */
function painted(): string[] {
  const words: string[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('counterpoint-')) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      if (!startContainer.isConnected || !endContainer.isConnected) continue;
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      words.push(live.toString());
    }
  }
  return words.sort();
}

/** Starts the first look; `globalThis.glimpsed` says whether it has found that a name may stand in the page. */
function look(): void {
  const state = { glimpsed: false };
  void firstLook(document, read(glanceOf(globalThis.glance)), new AbortController().signal).then(() => {
    state.glimpsed = true;
  });
  Object.defineProperty(globalThis, 'glimpsed', { configurable: true, get: () => state.glimpsed });
}

Object.assign(globalThis, { start, painted, look });
