/** Where marks are on the screen: the only questions we put to style and layout, and only when a reader looks. */
import type { Mark } from './marks.ts';

/** Frames smaller than this are counters and advertisements, in CSS pixels. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 100;
/** One rectangle for each line the range stands on; none if it is not drawn. */
export function rectsOf(range: StaticRange): DOMRect[] {
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const lines: DOMRect[] = [];
  for (const { left, top, right, bottom } of live.getClientRects()) {
    if (left === right) continue;
    const line = lines.at(-1);
    // Text in several elements gives several rectangles on a line: those whose middle lies in the last one belong to it.
    const isSame = line && (top + bottom) / 2 > line.top && (top + bottom) / 2 < line.bottom;
    const x = isSame ? Math.min(left, line.left) : left;
    const y = isSame ? Math.min(top, line.top) : top;
    const width = (isSame ? Math.max(right, line.right) : right) - x;
    const height = (isSame ? Math.max(bottom, line.bottom) : bottom) - y;
    lines.splice(isSame ? -1 : lines.length, 1, new DOMRect(x, y, width, height));
  }
  return lines;
}

/** True if the reader would see the mark by scrolling to it. */
export function isVisible({ range }: Mark): boolean {
  const visible = { opacityProperty: true, visibilityProperty: true };
  return range.startContainer.parentElement?.checkVisibility(visible) ?? false;
}

export function inDocumentOrder({ range: a }: Mark, { range: b }: Mark): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  return a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** Calls `work` once the window is worth reading: a page at once, a frame when it is big enough. */
export function whenBigEnough(window: Window, signal: AbortSignal, work: () => void): void {
  const isSmall = (): boolean =>
    window.parent !== window && (window.innerWidth < LEAST_WIDTH || window.innerHeight < LEAST_HEIGHT);
  function look(): void {
    if (isSmall()) return;
    window.removeEventListener('resize', look);
    work();
  }
  window.addEventListener('resize', look, { signal });
  look();
}

/** A window that draws no frame in this time draws none for now. */
const LONGEST_FRAME_MS = 200;

/**
 * Settles in a task of its own behind the next frame, when asking for layout costs nothing; false where none is drawn, or
 * once the signal aborts. An observer tells, not `requestAnimationFrame`: that would run us in the frame itself.
 */
export function afterFrame({ document }: Window, signal: AbortSignal): Promise<boolean> {
  return new Promise((settle) => {
    const end = (drawn: boolean) => () => {
      observer.disconnect();
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      settle(drawn);
    };
    const stop = end(false);
    const observer = new IntersectionObserver(end(true));
    const timer = setTimeout(stop, LONGEST_FRAME_MS);
    signal.addEventListener('abort', stop);
    if (signal.aborted || !document.documentElement) stop();
    else observer.observe(document.documentElement);
  });
}

/** An element at the top of the window, if that is scrolled: else reading begins there anyway. Waits for a frame. */
export async function elementInView(window: Window, signal: AbortSignal): Promise<Element | undefined> {
  if (!(await afterFrame(window, signal)) || window.scrollY <= 0) return undefined;
  return window.document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 4) ?? undefined;
}

/** Half a window above and below counts as near: scrolling finds the marks there before they are seen. */
const NEAR = 0.5;

/** Tells of each range whether the element it begins in is drawn in the window or near it, as things stand now. */
export function nearView({ innerHeight }: Window): (range: StaticRange) => boolean {
  const reach = innerHeight * NEAR;
  let element: Element | null = null;
  let isNear = false;
  return ({ startContainer: { parentElement } }) => {
    if (parentElement === element) return isNear;
    element = parentElement;
    const rect = element?.getBoundingClientRect();
    isNear = rect !== undefined && rect.bottom > -reach && rect.top < innerHeight + reach;
    return isNear;
  };
}
