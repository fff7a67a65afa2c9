/** Where marks are on the screen. The only questions we put to layout, and only when a reader looks. */
import type { Mark } from './marks.ts';

/** Frames smaller than this are counters and advertisements, in CSS pixels. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 100;
/** A start for reading that fills about one screen, in characters. */
const SCREENFUL = 3_000;

/** One rectangle for each line the range stands on; none if it is not drawn. */
export function rectsOf(range: StaticRange): DOMRect[] {
  const live = (range.startContainer.ownerDocument as Document).createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  const lines: DOMRect[] = [];
  for (const rect of live.getClientRects()) {
    const line = lines.at(-1);
    if (rect.width === 0 || rect.height === 0) continue;
    // Text in several elements gives several rectangles on a line: those that overlap by half their height are one.
    if (
      line &&
      Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top) > Math.min(line.height, rect.height) / 2
    ) {
      const left = Math.min(line.left, rect.left);
      const top = Math.min(line.top, rect.top);
      const right = Math.max(line.right, rect.right);
      lines[lines.length - 1] = new DOMRect(left, top, right - left, Math.max(line.bottom, rect.bottom) - top);
    } else {
      lines.push(rect);
    }
  }
  return lines;
}

/** True if the reader would see the mark by scrolling to it. */
export function isVisible({ range }: Mark): boolean {
  const around = range.startContainer.parentElement;
  return around?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false;
}

export function inDocumentOrder(a: Mark, b: Mark): number {
  const [first, second] = [a.range, b.range];
  if (first.startContainer === second.startContainer) return first.startOffset - second.startOffset;
  return first.startContainer.compareDocumentPosition(second.startContainer) & 4 ? -1 : 1;
}

/** Calls `work` once the window is worth reading: a page at once, a frame when it is big enough. */
export function whenBigEnough(window: Window, signal: AbortSignal, work: () => void): void {
  const isBig = (): boolean =>
    window.parent === window || (window.innerWidth >= LEAST_WIDTH && window.innerHeight >= LEAST_HEIGHT);
  if (isBig()) {
    work();
    return;
  }
  const grown = new AbortController();
  signal.addEventListener('abort', () => grown.abort(), { signal: grown.signal });
  const look = (): void => {
    if (!isBig()) return;
    grown.abort();
    work();
  };
  window.addEventListener('resize', look, { signal: grown.signal });
}

/** The part of the page in the middle of the window: the smallest element there with a screenful of text. */
export function partInView(window: Window): Element | undefined {
  const document = window.document;
  let part = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
  while (part?.parentElement && part.textContent.length < SCREENFUL) part = part.parentElement;
  return part ?? undefined;
}

/** After the next frame, when layout is clean and asking for it costs nothing; soon in a window that draws none. */
export function afterFrame(window: Window): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, 100);
    window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      window.setTimeout(resolve);
    });
  });
}
