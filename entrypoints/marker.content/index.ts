import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeOver } from '../../src/link/page-door.ts';
import { PAGE_RECORD_KEY, readPageRecord } from '../../src/link/page-record.ts';
import type { PageTools } from '../../src/page/tools.ts';
import { pageSwitch } from './page-switch.ts';

/** Built, but in no manifest: the background injects it into a frame in which a name was glimpsed. */
export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    const found = takeOver<PageTools>();
    if (!found) return;
    const apply = pageSwitch(document, found.tools);
    browser.storage.onChanged.addListener((changes, area) => {
      const change = changes[PAGE_RECORD_KEY];
      if (area === 'local' && change) apply(readPageRecord(change.newValue));
    });
    apply(found.record, found.glance);
  },
});
