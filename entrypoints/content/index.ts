import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { ask } from '../../src/link/ask.ts';
import { PAGE_RECORD_KEY, readPageRecord } from '../../src/link/page-record.ts';
import { pageSwitch } from './page-switch.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  async main() {
    if (!('highlights' in CSS) || !('highlightsFromPoint' in CSS.highlights)) return;
    try {
      const apply = pageSwitch(document);
      browser.storage.onChanged.addListener((changes, area) => {
        const change = changes[PAGE_RECORD_KEY];
        if (area === 'local' && change) apply(readPageRecord(change.newValue));
      });
      const stored = await browser.storage.local.get(PAGE_RECORD_KEY);
      if (!apply(readPageRecord(stored[PAGE_RECORD_KEY]))) await ask({ type: 'write-record' });
    } catch {
      // The extension was removed or reloaded while the page was loading: nothing was started, nothing is left.
    }
  },
});
