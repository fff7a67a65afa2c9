/** Settings + pack -> the record that pages read, written only when new. */
import { paintedEntities } from '../core/painted.ts';
import type { Settings } from '../core/settings.ts';
import { PAGE_RECORD_KEY, PAGE_RECORD_VERSION, type PageRecord } from '../link/page-record.ts';
import { browser } from './browser.ts';
import { loadGlance, loadPack } from './curated.ts';
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
  const settings = await loadSettings();
  const record = await pageRecordFor(settings);
  const { [PAGE_RECORD_KEY]: stored } = await browser.storage.local.get(PAGE_RECORD_KEY);
  if (JSON.stringify(record) !== JSON.stringify(stored)) await browser.storage.local.set({ [PAGE_RECORD_KEY]: record });
}

async function pageRecordFor(settings: Settings): Promise<PageRecord> {
  const [pack, lexicon] = await Promise.all([loadPack(), loadGlance()]);
  const painted = paintedEntities(pack, settings);
  return {
    version: PAGE_RECORD_VERSION,
    on: settings.on && painted.size > 0,
    sitesOff: settings.sitesOff,
    look: settings.look,
    badge: settings.badge,
    off: pack.entities.map(({ id }) => id as string).filter((id) => !painted.has(id)),
    lexicon,
  };
}
