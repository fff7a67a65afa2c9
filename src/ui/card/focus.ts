/** The element that has the focus, in open shadow roots too; null where it is the document itself. */
export function deepestFocus(document: Document): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === document.body || focused === document.documentElement ? null : focused;
}

/** Gives the focus back without moving the page. */
export function restoreFocus(element: Element | null): void {
  if (element?.isConnected && 'focus' in element && typeof element.focus === 'function') {
    element.focus({ preventScroll: true });
  }
}

/**
 * The card stands last in the document, far from its words: tabbing out of either end closes it, and the focus is back
 * where it was, instead of in the browser's own bars.
 */
export function handleTab(event: KeyboardEvent, root: ShadowRoot, panel: HTMLElement, leave: () => void): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...panel.querySelectorAll<HTMLElement>('a[href], button, summary')].filter((stop) =>
    stop.checkVisibility(),
  );
  const end = event.shiftKey ? stops[0] : stops.at(-1);
  const atEnd = root.activeElement === end || (event.shiftKey && root.activeElement === panel);
  if (!atEnd) return;
  event.preventDefault();
  leave();
}
