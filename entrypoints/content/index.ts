import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { lexiconFromText, readLexicon } from '../../src/core/match/codec.ts';
import { isSiteOff } from '../../src/core/site-rules.ts';
import { ask } from '../../src/link/ask.ts';
import { openPageDoor } from '../../src/link/page-door.ts';
import { PAGE_RECORD_KEY, readPageRecord } from '../../src/link/page-record.ts';
import { firstLook } from '../../src/page/first-look.ts';

/**
 * All that enters every page: reads the one stored record, looks whether a name may stand in the text, and if so has the
 * marker brought, which takes over. Nothing is added, listened to or painted here.
 */
export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  async main() {
    if (!('highlights' in CSS) || !('highlightsFromPoint' in CSS.highlights)) return;
    let life = new AbortController();

    /** False: there is no record, or it does not read. */
    function apply(stored: unknown): boolean {
      life.abort();
      life = new AbortController();
      const { signal } = life;
      const record = readPageRecord(stored);
      const off = !record?.on || (window === window.top && isSiteOff(location.hostname, record.sitesOff));
      openPageDoor({ off, mentions: () => [] });
      if (off) return record !== undefined;
      const lexicon = readLexicon(lexiconFromText(record.lexicon));
      if (!lexicon.ok) return false;
      void firstLook(document, lexicon.value, signal).then(() => {
        const found = {
          record,
          lexicon: lexicon.value,
          end: () => browser.storage.onChanged.removeListener(onChanged),
        };
        openPageDoor({ off, mentions: () => [], found });
        return ask({ type: 'bring', script: 'marker' });
      });
      return true;
    }

    function onChanged(changes: Record<string, { newValue?: unknown }>, area: string): void {
      const change = changes[PAGE_RECORD_KEY];
      if (area === 'local' && change) apply(change.newValue);
    }

    try {
      browser.storage.onChanged.addListener(onChanged);
      const stored = await browser.storage.local.get(PAGE_RECORD_KEY);
      if (!apply(stored[PAGE_RECORD_KEY])) await ask({ type: 'write-record' });
    } catch {
      // The extension was removed or reloaded while the page was loading: nothing was started, nothing is left.
    }
  },
});
