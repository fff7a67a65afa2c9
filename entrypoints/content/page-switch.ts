/** Joins the stored record to the annotator: starts, changes and stops it as the reader's switches say. */
import { lexiconFromText, readLexicon } from '../../src/core/match/codec.ts';
import { isSiteOff } from '../../src/core/site-rules.ts';
import { ask } from '../../src/link/ask.ts';
import { type MarkEvents, tellCard } from '../../src/link/card-door.ts';
import { openPageDoor } from '../../src/link/page-door.ts';
import type { PageRecord } from '../../src/link/page-record.ts';
import { type Annotator, type MentionOnPage, startAnnotator } from '../../src/page/annotator.ts';
import { lookIndex } from '../../src/page/looks.ts';

/**
 * Gives the function that brings the page to what a record says. It returns false where the record is missing or its
 * lexicon unreadable: then nothing runs.
 */
export function pageSwitch(document: Document): (record: PageRecord | undefined) => boolean {
  const isTop = window === window.top;
  let annotator: Annotator | undefined;
  let life = new AbortController();
  let lexicon = '';
  let badge = false;
  let count = 0;
  let codeAsked = false;

  function stop(): void {
    life.abort();
    annotator = undefined;
    tellCard('ended');
    counted(0);
  }

  function counted(found: number): void {
    const told = count;
    count = found;
    if (badge && found !== told) void ask({ type: 'counted', count: found });
  }

  /** Passes on what happens to marks; the first hover in this frame brings the card's code. */
  function teller<T extends keyof MarkEvents<MentionOnPage>>(name: T) {
    return (...args: Parameters<MarkEvents<MentionOnPage>[T]>): void => {
      if (tellCard(name, ...args) || codeAsked) return;
      codeAsked = true;
      void ask({ type: 'load-card' }).then(({ ok }) => {
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

  return (record) => {
    if (!record?.on || (isTop && isSiteOff(location.hostname, record.sitesOff))) {
      stop();
      return record !== undefined;
    }
    if (record.badge && !badge && count > 0) void ask({ type: 'counted', count });
    badge = record.badge;
    const look = lookIndex(record.look);
    // A frame starts anew: only the background knows whether its tab's site is still on.
    if (isTop && annotator && lexicon === record.lexicon) {
      annotator.setLook(look);
      return true;
    }
    stop();
    const read = readLexicon(lexiconFromText(record.lexicon));
    if (!read.ok) return false;
    lexicon = record.lexicon;
    life = new AbortController();
    annotator = startAnnotator({
      document,
      lexicon: read.value,
      look,
      events: { resting: teller('resting'), open: teller('open'), left: teller('left'), gone: teller('gone'), counted },
      signal: life.signal,
      ...(isTop ? {} : { mayPaint }),
    });
    return true;
  };
}

async function mayPaint(): Promise<boolean> {
  const answer = await ask({ type: 'may-paint' });
  return answer.ok && answer.value;
}
