/** Which entities are marked under given settings (see docs: a mark without a card would be an empty promise). */
import type { Pack } from './model.ts';
import type { Settings } from './settings.ts';

/**
 * Ids of the entities to mark: of a kind that is on, not muted, not a mere counterpart, and with at least one claim
 * about them or by them in a category that is on.
 */
export function paintedEntities(pack: Pack, settings: Pick<Settings, 'kinds' | 'categories' | 'mutes'>): Set<string> {
  const claimed = new Set<string>();
  for (const claim of pack.claims) {
    if (!settings.categories[claim.category]) continue;
    for (const id of claim.about) claimed.add(id);
    for (const id of claim.by) claimed.add(id);
  }
  const painted = pack.entities.filter(
    ({ id, kind, marked }) => marked && settings.kinds[kind] && claimed.has(id) && !settings.mutes.includes(id),
  );
  return new Set(painted.map(({ id }) => id));
}
