/** Joins the stored record to the annotator: starts, changes and stops it as the reader's switches say. */
import { lexiconFromText, readLexicon } from '../../src/core/match/codec.ts';
import { isSiteOff } from '../../src/core/site-rules.ts';
import { ask } from '../../src/link/ask.ts';
import { openPageDoor } from '../../src/link/page-door.ts';
import type { PageRecord } from '../../src/link/page-record.ts';
import { type Annotator, startAnnotator } from '../../src/page/annotator.ts';
import { lookIndex } from '../../src/page/looks.ts';
import { cardOpener } from './card-opener.ts';

export interface PageSwitch {
  /** Brings the page to what the record says. False: the record is missing or its lexicon unreadable; nothing runs. */
  apply(record: PageRecord | undefined): boolean;
}

export function pageSwitch(document: Document): PageSwitch {
  const isTop = window === window.top;
  let annotator: Annotator | undefined;
  let life = new AbortController();
  let lexicon = '';
  let badge = false;
  let count = 0;

  function stop(): void {
    life.abort();
    annotator = undefined;
    lexicon = '';
    counted(0);
  }

  function counted(found: number): void {
    const told = count;
    count = found;
    if (badge && found !== told) void ask({ type: 'counted', count: found });
  }

  openPageDoor({
    get off() {
      return annotator === undefined;
    },
    mentions() {
      const counts = new Map<string, number>();
      for (const { entity } of annotator?.mentions() ?? []) counts.set(entity, (counts.get(entity) ?? 0) + 1);
      return [...counts].map(([entity, found]) => ({ entity, count: found }));
    },
  });

  return {
    apply(record) {
      if (!record) {
        stop();
        return false;
      }
      const badgeBefore = badge;
      badge = record.badge;
      if (!record.on || (isTop && isSiteOff(location.hostname, record.sitesOff))) {
        stop();
        return true;
      }
      const look = lookIndex(record.look);
      if (annotator && lexicon === record.lexicon && isTop) {
        annotator.setLook(look);
        if (badge && !badgeBefore) void ask({ type: 'counted', count });
        return true;
      }
      const read = readLexicon(lexiconFromText(record.lexicon));
      if (!read.ok) {
        stop();
        return false;
      }
      life.abort();
      life = new AbortController();
      lexicon = record.lexicon;
      const cards = cardOpener(document, life.signal);
      annotator = startAnnotator({
        document,
        lexicon: read.value,
        look,
        events: { ...cards, counted },
        signal: life.signal,
        ...(isTop ? {} : { mayPaint }),
      });
      return true;
    },
  };
}

async function mayPaint(): Promise<boolean> {
  const answer = await ask({ type: 'may-paint' });
  return answer.ok && answer.value;
}
