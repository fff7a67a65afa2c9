/** Settings + pack -> the one record that pages read, written only when it would say something new. */

import { lexiconToText } from '../core/match/codec.ts';
import { compileLexicon } from '../core/match/compile.ts';
import { paintedEntities } from '../core/painted.ts';
import type { Settings } from '../core/settings.ts';
import { PAGE_RECORD_KEY, PAGE_RECORD_VERSION, type PageRecord } from '../link/page-record.ts';
import { browser } from './browser.ts';
import { CONTEXT } from './context-table.ts';
import { loadPack } from './curated.ts';
import { loadSettings } from './settings-store.ts';

/** Writes the record for the settings as they are now; calls that come while one is under way end in one more. */
export function writePageRecord(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = write().finally(() => {
    running = undefined;
    if (again) {
      again = false;
      void writePageRecord();
    }
  });
  return running;
}

let running: Promise<void> | undefined;
let again = false;

async function write(): Promise<void> {
  const record = await pageRecordFor(await loadSettings());
  await browser.storage.local.set({ [PAGE_RECORD_KEY]: record });
}

async function pageRecordFor(settings: Settings): Promise<PageRecord> {
  const pack = await loadPack();
  const painted = paintedEntities(pack, settings);
  const lexicon = compileLexicon({ entities: pack.entities, painted, context: CONTEXT });
  return {
    version: PAGE_RECORD_VERSION,
    on: settings.on && painted.size > 0,
    sitesOff: settings.sitesOff,
    look: settings.look,
    badge: settings.badge,
    lexicon: lexiconToText(lexicon),
  };
}
