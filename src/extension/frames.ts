/** Scripts brought into one frame of a tab when they are needed there, and word to all frames of a tab. */
import { ok, type Result } from '../core/result.ts';
import { mayPaint } from './answers.ts';
import { browser } from './browser.ts';
import type { Sender } from './bus.ts';

/** Injects `content-scripts/NAME.js` into the sender's frame, in the isolated world its content script runs in. */
export async function bringScript(sender: Sender, name: 'marker' | 'card'): Promise<Result<boolean>> {
  const may = await mayPaint(sender);
  if (sender.tabId === undefined || !may.ok || !may.value) return ok(false);
  await browser.scripting.executeScript({
    target: { tabId: sender.tabId, frameIds: [sender.frameId] },
    files: [`/content-scripts/${name}.js`],
  });
  return ok(true);
}

/** Tells every frame of the tab that the card with `token` is the one that is open now. */
export async function closeOtherCards(sender: Sender, token: string): Promise<Result<null>> {
  if (sender.tabId !== undefined) {
    await browser.tabs.sendMessage(sender.tabId, { type: 'card-opened', token }).catch(() => undefined);
  }
  return ok(null);
}
