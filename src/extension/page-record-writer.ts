/** Settings + pack -> the record that pages read and the groups of words beside it, each written only when new. */

import { CONTEXT_GROUPS } from '../core/match/context-groups.ts';
import { paintedEntities } from '../core/painted.ts';
import type { Settings } from '../core/settings.ts';
import {
  CONTEXT_PREFIX,
  contextKey,
  PAGE_RECORD_KEY,
  PAGE_RECORD_VERSION,
  type PageRecord,
} from '../link/page-record.ts';
import { browser } from './browser.ts';
import { loadContext, loadLexicon, loadPack } from './curated.ts';
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
  const wanted: Record<string, unknown> = {
    ...(await contextTexts()),
    [PAGE_RECORD_KEY]: await pageRecordFor(settings),
  };
  const stored = await browser.storage.local.get(Object.keys(wanted));
  const isNew = ([key, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(stored[key]);
  const changed = Object.entries(wanted).filter(isNew);
  if (changed.length > 0) await browser.storage.local.set(Object.fromEntries(changed));
  const keys = await browser.storage.local.getKeys();
  const stale = keys.filter((key) => key.startsWith(CONTEXT_PREFIX) && !(key in wanted));
  if (stale.length > 0) await browser.storage.local.remove(stale);
}

/** Every group of context words under its key. */
async function contextTexts(): Promise<Record<string, string>> {
  const texts = CONTEXT_GROUPS.map(async (group) => [contextKey(group), await loadContext(group)] as const);
  return Object.fromEntries(await Promise.all(texts));
}

async function pageRecordFor(settings: Settings): Promise<PageRecord> {
  const [pack, lexicon] = await Promise.all([loadPack(), loadLexicon()]);
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
