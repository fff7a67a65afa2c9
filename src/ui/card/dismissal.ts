/** What a reader does to be rid of a card, or on the way into it. Every listener ends with the signal. */
export interface DismissalEvents {
  escape(): void;
  pressedElsewhere(): void;
  /** The pointer entered the card (true) or left it (false). Touch neither enters nor leaves. */
  pointerInside(inside: boolean): void;
  pointerMoved(point: { readonly x: number; readonly y: number }): void;
  /** Something scrolled, or the viewport changed. */
  moved(): void;
}

/** Kept from the page's own handlers while they happen inside the card: the page must not act on our clicks and keys. */
const OURS = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'wheel',
  'copy',
  'focusin',
  'focusout',
] as const;

export function watchDismissal(watched: {
  readonly window: Window;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly events: DismissalEvents;
  readonly signal: AbortSignal;
}): void {
  const { window, host, root, events, signal } = watched;
  const early = { capture: true, passive: true, signal } as const;

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // The page would otherwise see the key come up that it never saw go down.
    const onKeyUp = (up: KeyboardEvent): void => {
      if (up.key === 'Escape') up.stopImmediatePropagation();
    };
    window.addEventListener('keyup', onKeyUp, { capture: true, once: true });
    events.escape();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });

  window.addEventListener('pointerdown', (event) => event.target !== host && events.pressedElsewhere(), early);
  window.addEventListener('blur', () => isFrame(window.document.activeElement) && events.pressedElsewhere(), {
    signal,
  });
  window.addEventListener('pointermove', (event) => isMouse(event) && events.pointerMoved(event), early);
  window.addEventListener('scroll', (event) => event.target !== host && events.moved(), early);
  window.addEventListener('resize', () => events.moved(), { signal });
  window.visualViewport?.addEventListener('resize', () => events.moved(), { signal });
  window.visualViewport?.addEventListener('scroll', () => events.moved(), { signal });

  host.addEventListener('pointerenter', (event) => isMouse(event) && events.pointerInside(true), { signal });
  host.addEventListener('pointerleave', (event) => isMouse(event) && events.pointerInside(false), { signal });
  for (const type of OURS) root.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
}

/** Clicks into a frame reach only the frame; the window around it loses focus to it. */
function isFrame(element: Element | null): boolean {
  return element !== null && /^(?:iframe|frame|object|embed)$/i.test(element.localName);
}

/** A pen hovers as a mouse does. */
function isMouse(event: PointerEvent): boolean {
  return event.pointerType !== 'touch';
}
