/** What our own code that runs in the same isolated world of a page sees of each other; page scripts see none of it. */
import type { Glance } from '../core/match/glance.ts';
import type { PageRecord } from './page-record.ts';

/** `Tools` is what the marker uses of the first look's code. */
export interface PageDoor<Tools = unknown> {
  /** True where the site or everything is switched off. */
  readonly off: boolean;
  /** Visible mentions by entity id. */
  mentions(): readonly { readonly entity: string; readonly count: number }[];
  /** What the first look read, for the marker that takes over. */
  readonly found?: FirstFind<Tools>;
}

export interface FirstFind<Tools> {
  readonly record: PageRecord;
  readonly glance: Glance;
  readonly tools: Tools;
  /** Ends the first look: from here on the marker listens. */
  end(): void;
}

declare global {
  var counterpointPage: PageDoor | undefined;
}

/** Shows the state of this frame; the popup reads it when somebody looks. */
export function openPageDoor(door: PageDoor): void {
  globalThis.counterpointPage = door;
}

/** What the first look left for the marker; nothing where it left nothing or another marker took it. */
export function takeOver<Tools>(): FirstFind<Tools> | undefined {
  // Both ends are ours; the property between them cannot tell.
  const found = globalThis.counterpointPage?.found as FirstFind<Tools> | undefined;
  found?.end();
  if (found) openPageDoor({ off: false, mentions: () => [] });
  return found;
}
