import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isSiteOff } from '../../src/core/site-rules.ts';
import { ask } from '../../src/link/ask.ts';
import { openPageDoor } from '../../src/link/page-door.ts';
import { PAGE_RECORD_KEY, readPageRecord } from '../../src/link/page-record.ts';
import { firstLook } from '../../src/page/first-look.ts';
import { pageTools as tools } from '../../src/page/tools.ts';

/** After this there is no background to be had: the extension was removed or reloaded. */
const LONGEST_WAIT_MS = 3000;

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
    const isTop = window === window.top;
    let life: AbortController | undefined;
    let glimpsed = false;
    let bringing = false;

    /** False: there is no record, or it does not read. */
    function apply(stored: unknown): boolean {
      life?.abort();
      life = new AbortController();
      const record = readPageRecord(stored);
      const off = !record?.on || (isTop && isSiteOff(location.hostname, record.sitesOff));
      openPageDoor({ off, mentions: () => [] });
      if (off) return record !== undefined;
      const glance = tools.glanceOf(record.lexicon);
      if (!glance) return false;
      const look = glimpsed ? Promise.resolve() : firstLook(document, glance, life.signal);
      void look.then(() => {
        glimpsed = true;
        const end = () => browser.storage.onChanged.removeListener(onChanged);
        openPageDoor({ off, mentions: () => [], found: { record, glance, tools, end } });
        return bring();
      });
      return true;
    }

    /** Has the marker brought. The background may still be starting: then it is asked again, a little later each time. */
    async function bring(): Promise<void> {
      if (bringing) return;
      bringing = true;
      for (let wait = 100; wait < LONGEST_WAIT_MS; wait *= 3) {
        if ((await ask({ type: 'bring', script: 'marker' })).ok) break;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      bringing = false;
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
