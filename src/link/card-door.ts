/**
 * Where the card's code, injected on the first hover, meets the content script that is already in the page. Both run
 * in one isolated world: page scripts see neither this property nor what goes through it.
 */
import type { Result } from '../core/result.ts';
import type { EntityView } from '../core/view.ts';

export interface CardOptions {
  readonly document: Document;
  /** The words on the page: the card's name until the entity is known. */
  readonly text: string;
  /** Where the mark's lines are now, in viewport coordinates; empty when the words are gone. */
  readonly anchor: () => readonly DOMRect[];
  /** Where the pointer rests; null when no pointer opened the card. */
  readonly point: { readonly x: number; readonly y: number } | null;
  /** The open modal dialog or full screen the mark lies in; null: the card stands directly under the root element. */
  readonly dialog: Element | null;
  /** Opened by key or touch: focus moves into the card. */
  readonly takeFocus: boolean;
  /** Without `limit`: as many claims as a first screen shows. */
  readonly load: (limit?: number) => Promise<Result<EntityView>>;
  readonly openPage: (page: 'options' | 'entity', at?: string) => void;
  /** Why the words are marked: the matcher's rule, the words that spoke for it, the pack's title where it is known. */
  readonly why: { readonly rule: string; readonly words: readonly string[]; readonly pack?: string };
  /** Called once, however the card closes. */
  readonly onClose: () => void;
}

export interface CardHandle {
  /** Takes the card out of the page; a second call does nothing. */
  close(): void;
  /** Starts the grace after which the card closes unless the pointer is on its way into it. */
  pointerLeftMark(): void;
  /** Ends the grace. */
  pointerOnMark(): void;
}

export type OpenCard = (options: CardOptions) => CardHandle;

interface Door {
  open?: OpenCard;
  readonly waiting: ((open: OpenCard) => void)[];
}

declare global {
  var counterpointCard: Door | undefined;
}

function door(): Door {
  globalThis.counterpointCard ??= { waiting: [] };
  return globalThis.counterpointCard;
}

/** Called by the card's code once it runs. */
export function announceCard(open: OpenCard): void {
  const here = door();
  here.open = open;
  for (const tell of here.waiting.splice(0)) tell(open);
}

/** Settles when the card's code runs in this frame: at once if it does already, never if it is not injected. */
export function whenCardReady(): Promise<OpenCard> {
  const here = door();
  if (here.open) return Promise.resolve(here.open);
  return new Promise((resolve) => here.waiting.push(resolve));
}
