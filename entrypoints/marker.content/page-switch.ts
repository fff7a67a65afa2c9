/** Joins the stored record to the annotator: starts, changes and stops it as the reader's switches say. */
import type { Glance } from '../../src/core/match/glance.ts';
import type { Questions, Verdicts } from '../../src/core/match/questions.ts';
import { isSiteOff } from '../../src/core/site-rules.ts';
import { ask } from '../../src/link/ask.ts';
import { type MarkEvents, tellCard } from '../../src/link/card-door.ts';
import { openPageDoor } from '../../src/link/page-door.ts';
import type { PageRecord } from '../../src/link/page-record.ts';
import { type Annotator, type MentionOnPage, startAnnotator } from '../../src/page/annotator.ts';
import { lookIndex } from '../../src/page/looks.ts';
import type { PageTools } from '../../src/page/tools.ts';

/** Between two counts that a page tells its toolbar, at first and at most: a message costs more than finding a name. */
const TELL_MS = 1_000;
const LONGEST_TELL_MS = 10_000;

/**
 * Gives the function that brings the page to what a record says; `glance` is the record's, where it was read already.
 * Where the record is missing or its glance unreadable nothing runs.
 */
export function pageSwitch(
  document: Document,
  tools: PageTools,
): (record: PageRecord | undefined, glance?: Glance) => void {
  const isTop = window === window.top;
  let annotator: Annotator | undefined;
  let life: AbortController | undefined;
  let lexiconText = '';
  let badge = false;
  let count = 0;
  let told = 0;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let codeAsked = false;

  function stop(): void {
    life?.abort();
    annotator = undefined;
    tellCard('ended');
    count = 0;
    clearTimeout(telling);
    telling = undefined;
    tell();
  }

  function counted(found: number): void {
    count = found;
    if (telling === undefined) keepTelling(TELL_MS);
  }

  /** A page that grows without end counts up without end: its toolbar hears of it ever more seldom. */
  function keepTelling(wait: number): void {
    const isNews = count !== told;
    tell();
    telling = isNews ? setTimeout(keepTelling, wait, Math.min(2 * wait, LONGEST_TELL_MS)) : undefined;
  }

  function tell(): void {
    if (badge && count !== told) void ask({ type: 'counted', count });
    told = count;
  }

  /** Passes on what happens to marks; the first hover in this frame, and nothing else, brings the card's code. */
  function teller<T extends keyof MarkEvents<MentionOnPage>>(name: T) {
    return (...args: Parameters<MarkEvents<MentionOnPage>[T]>): void => {
      if (tellCard(name, ...args) || codeAsked || (name !== 'resting' && name !== 'open')) return;
      codeAsked = true;
      void ask({ type: 'bring', script: 'card' }).then(({ ok }) => {
        codeAsked = ok;
      });
    };
  }

  openPageDoor({
    get off() {
      return !annotator;
    },
    mentions() {
      const counts: Record<string, number> = {};
      for (const { entity } of annotator?.mentions() ?? []) counts[entity] = (counts[entity] ?? 0) + 1;
      return Object.entries(counts).map(([entity, found]) => ({ entity, count: found }));
    },
  });

  return (record, known) => {
    if (!record?.on || (isTop && isSiteOff(location.hostname, record.sitesOff))) return stop();
    if (record.badge && !badge && count > 0) void ask({ type: 'counted', count });
    badge = record.badge;
    const look = lookIndex(record.look);
    const off = new Set(record.off);
    // A frame starts anew: only the background knows whether its tab's site is still on.
    if (isTop && annotator && lexiconText === record.lexicon) {
      annotator.setLook(look);
      annotator.setOff(off);
      return;
    }
    stop();
    const glance = known ?? tools.glanceOf(record.lexicon);
    if (!glance) return;
    lexiconText = record.lexicon;
    life = new AbortController();
    annotator = startAnnotator({
      document,
      glance,
      tools,
      off,
      look,
      judge,
      events: { resting: teller('resting'), open: teller('open'), left: teller('left'), gone: teller('gone'), counted },
      signal: life.signal,
      ...(isTop || known ? {} : { mayPaint }),
    });
  };
}

async function judge(questions: Questions): Promise<Verdicts | undefined> {
  const answer = await ask({ type: 'judge', ...questions });
  return answer.ok ? answer.value : undefined;
}

async function mayPaint(): Promise<boolean> {
  const answer = await ask({ type: 'may-paint' });
  return answer.ok && answer.value;
}
