/** What is marked in a tab, asked of its frames when somebody looks; no page sends it by itself. */
import type { PageDoor } from '../link/page-door.ts';
import { browser } from './browser.ts';

export type PageState =
  | { readonly type: 'ready'; readonly mentions: readonly { readonly entity: string; readonly count: number }[] }
  /** Marking is switched off here. */
  | { readonly type: 'off' }
  /** The browser lets no extension into this page. */
  | { readonly type: 'not-allowed' }
  /** The page was open before Counterpoint was installed or updated: it has to be loaded again. */
  | { readonly type: 'reload' };

/** The state of a tab, its frames added up, most frequent entity first. Never rejects. */
export async function mentionsInTab(tabId: number): Promise<PageState> {
  const frames = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: readDoor })
    .catch(() => undefined);
  if (!frames) return { type: 'not-allowed' };
  const top = frames.find((frame) => frame.frameId === 0)?.result as FrameReport | null | undefined;
  if (!top) return { type: 'reload' };
  if (top.off) return { type: 'off' };
  const counts = new Map<string, number>();
  for (const frame of frames) {
    const report = frame.result as FrameReport | null | undefined;
    for (const { entity, count } of report?.mentions ?? []) counts.set(entity, (counts.get(entity) ?? 0) + count);
  }
  const mentions = [...counts].map(([entity, count]) => ({ entity, count }));
  return { type: 'ready', mentions: mentions.sort((a, b) => b.count - a.count || (a.entity < b.entity ? -1 : 1)) };
}

interface FrameReport {
  readonly off: boolean;
  readonly mentions: readonly { readonly entity: string; readonly count: number }[];
}

/** Runs in the page's isolated world: it must not refer to anything outside itself. */
function readDoor(): FrameReport | null {
  const door = (globalThis as { counterpointPage?: PageDoor }).counterpointPage;
  return door ? { off: door.off, mentions: door.mentions() } : null;
}
