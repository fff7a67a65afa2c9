/** What a page's content script shows to our own code that runs in the same isolated world (the popup asks through it). */
const DOOR = 'counterpointPage';

export interface PageDoor {
  /** True where the site or everything is switched off. */
  readonly off: boolean;
  /** Visible mentions by entity id. */
  mentions(): readonly { readonly entity: string; readonly count: number }[];
}

export function openPageDoor(door: PageDoor): void {
  Object.assign(globalThis, { [DOOR]: door });
}
