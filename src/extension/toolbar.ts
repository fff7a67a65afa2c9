/** The count on the toolbar icon: the sum over a tab's frames. Browsers clear a tab's badge when it navigates. */
import { ok, type Result } from '../core/result.ts';
import { browser } from './browser.ts';
import type { Sender } from './bus.ts';
import { loadSettings } from './settings-store.ts';

const BADGE_COLOUR = '#3b4a5a';
const HIGHEST_SHOWN = 999;

/**
 * Sets the badge from one frame's count. Counts are kept per tab in session storage, since the worker may stop; frames
 * that speak at the same time are heard one after another.
 */
export function count(sender: Sender, found: number): Promise<Result<null>> {
  queue = queue.then(() => add(sender, found)).catch(() => undefined);
  return queue.then(() => ok(null));
}

let queue: Promise<unknown> = Promise.resolve();

async function add({ tabId, frameId, tabUrl }: Sender, found: number): Promise<void> {
  if (tabId === undefined) return;
  const key = `counts:${tabId}`;
  const stored = (await browser.storage.session.get(key))[key];
  const page = hash(tabUrl);
  const frames = { ...(isCounts(stored) && stored.page === page ? stored : {}), page, [frameId]: found };
  await browser.storage.session.set({ [key]: frames });
  const total = Object.entries(frames).reduce((sum, [frame, n]) => (frame === 'page' ? sum : sum + n), 0);
  await show(tabId, (await loadSettings()).badge ? total : 0);
}

/** Takes the badges off in all tabs, when the reader switches them off. */
export async function clearBadges(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(async ({ id }) => (id === undefined ? undefined : show(id, 0))));
}

export function forgetTab(tabId: number): void {
  void browser.storage.session.remove(`counts:${tabId}`);
}

async function show(tabId: number, total: number): Promise<void> {
  const text = total === 0 ? '' : total > HIGHEST_SHOWN ? `${HIGHEST_SHOWN}+` : String(total);
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
    await browser.action.setBadgeText({ tabId, text });
  } catch {
    // The tab is gone; there is no badge to set.
  }
}

function isCounts(stored: unknown): stored is Record<string, number> {
  return (
    typeof stored === 'object' && stored !== null && Object.values(stored).every((value) => typeof value === 'number')
  );
}

/** Tells one address from another without keeping it (32-bit FNV-1a). */
function hash(address: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < address.length; i++) value = Math.imul(value ^ address.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
