/** The background's answers about entities, sites and pages of our own. */
import { failed, ok, type Result } from '../core/result.ts';
import { isSiteOff } from '../core/site-rules.ts';
import { type EntityView, entityView } from '../core/view.ts';
import type { Requests } from '../link/wire.ts';
import { browser } from './browser.ts';
import type { Sender } from './bus.ts';
import { loadPack } from './curated.ts';
import { loadSettings } from './settings-store.ts';

/** One entity as the reader's switches leave it. */
export async function answerEntity(
  request: Requests['entity']['request'],
  sender: Sender,
): Promise<Result<EntityView>> {
  const [pack, settings] = await Promise.all([loadPack(), loadSettings()]);
  const view = entityView(pack, request.entity, {
    categories: settings.categories,
    near: request.near,
    page: sender.url,
    ...(request.limit === undefined ? {} : { limit: request.limit }),
  });
  if (view) return ok(view);
  return failed([
    {
      path: 'entity',
      found: request.entity,
      mend: 'no such entity in the pack in use; reload the page',
      level: 'error',
    },
  ]);
}

/** The site is the tab's: a frame may paint where its tab may. */
export async function mayPaint(sender: Sender): Promise<Result<boolean>> {
  const settings = await loadSettings();
  return ok(settings.on && !isSiteOff(hostOf(sender.tabUrl), settings.sitesOff));
}

export async function openPage({ page, at }: Requests['open-page']['request']): Promise<Result<null>> {
  const file = page === 'options' ? 'options.html' : 'entity.html';
  await browser.tabs.create({ url: browser.runtime.getURL(`${file}${at === undefined ? '' : `#${at}`}`) });
  return ok(null);
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}
