/** Why nothing can be marked, from the reader's own switches: popup and toolbar say it in words. */
import type { Pack } from './model.ts';
import { paintedEntities } from './painted.ts';
import type { Settings } from './settings.ts';
import { isSiteOff } from './site-rules.ts';

/** `switches`: what is still on together leaves no name, for instance one category and a kind it says nothing about. */
export type NothingMarked = 'everywhere-off' | 'site-off' | 'categories-off' | 'kinds-off' | 'switches';

/** The reason, the most general first; `undefined` where something can be marked. `host`: of the page, '' for none. */
export function whyNothingIsMarked(pack: Pack, settings: Settings, host: string): NothingMarked | undefined {
  if (!settings.on) return 'everywhere-off';
  if (Object.values(settings.categories).every((on) => !on)) return 'categories-off';
  if (Object.values(settings.kinds).every((on) => !on)) return 'kinds-off';
  if (isSiteOff(host, settings.sitesOff)) return 'site-off';
  return paintedEntities(pack, settings).size === 0 ? 'switches' : undefined;
}
