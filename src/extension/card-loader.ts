/** Brings the card's code into one frame: asked for when a pointer comes to rest on the first mark there. */
import { failed, ok, type Result } from '../core/result.ts';
import { browser } from './browser.ts';
import type { Sender } from './bus.ts';

const CARD_FILE = '/content-scripts/card.js';

export async function loadCard(sender: Sender): Promise<Result<null>> {
  if (sender.tabId === undefined) {
    return failed([{ path: 'load-card', found: 'no tab', mend: 'ask from a page', level: 'error' }]);
  }
  await browser.scripting.executeScript({
    target: { tabId: sender.tabId, frameIds: [sender.frameId] },
    files: [CARD_FILE],
  });
  return ok(null);
}

/** Tells every frame of the tab that the card with `token` is the one that is open now. */
export async function closeOtherCards(sender: Sender, token: string): Promise<Result<null>> {
  if (sender.tabId !== undefined) {
    await browser.tabs.sendMessage(sender.tabId, { type: 'card-opened', token }).catch(() => undefined);
  }
  return ok(null);
}
