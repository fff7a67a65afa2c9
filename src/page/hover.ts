/** Whether the reader means a mark: a pointer that came to rest on it, or a tap. */
import type { Mark } from './marks.ts';

/** How long the pointer rests on a mark before its card opens. */
export const HOVER_DELAY_MS = 300;
/** A hand is never quite still: this far from where the pointer stopped is still rest, in CSS pixels. */
const STILL_PX = 4;
/** What a tap is meant for, if it lies on one. */
const PRESSABLE = 'a[href],button,input,select,label,summary,[role=button],[role=link],[onclick]';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface HoverEvents {
  /** The pointer is on a mark: its delay starts, prepare. */
  resting(mark: Mark): void;
  /** The reader means it; `at` is where the pointer is. */
  open(mark: Mark, at: Point, byTouch: boolean): void;
  /** The pointer is no longer on it. */
  left(mark: Mark): void;
}

export interface Hover {
  /** Starts to listen; once more does nothing. */
  listen(): void;
  /** The mark is gone. */
  forget(mark: Mark): void;
}

/**
 * Whether and when to open, until the signal aborts. `markAt` is asked at most once a frame, and only after a real
 * move: a scroll under a resting pointer, a pressed button, a selection or a key opens nothing.
 */
export function startHover(options: {
  readonly window: Window;
  readonly markAt: (event: MouseEvent) => Mark | undefined;
  /** Told of the innermost node under the pointer, once a frame. */
  readonly pointed: (node: Node) => void;
  /** Told of every scroll, anywhere in the page. */
  readonly scrolled: () => void;
  readonly events: HoverEvents;
  readonly guard: (work: () => void) => void;
  readonly signal: AbortSignal;
}): Hover {
  const { window, markAt, pointed, scrolled, events, guard, signal } = options;
  /** The last real move. */
  let last: PointerEvent | undefined;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Mark | undefined;
  /** The mark that was opened, or that a press, a key or a selection has spoken for: nothing more until it is left. */
  let spent: Mark | undefined;
  let restX = 0;
  let restY = 0;

  function disarm(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function open(mark: Mark, event: PointerEvent): void {
    events.open(mark, { x: event.clientX, y: event.clientY }, event.pointerType === 'touch');
  }

  function ripe(): void {
    timer = undefined;
    if (!current || !last || markAt(last) !== current) return;
    spent = current;
    open(current, last);
  }

  function look(): void {
    frame = 0;
    const mark = last && !last.buttons ? markAt(last) : undefined;
    const { clientX = 0, clientY = 0 } = last ?? {};
    const isStill = Math.hypot(clientX - restX, clientY - restY) <= STILL_PX;
    if (mark === current && isStill && timer) return;
    disarm();
    if (mark !== current) {
      if (current) events.left(current);
      spent = undefined;
      current = mark;
      if (mark) events.resting(mark);
    }
    restX = clientX;
    restY = clientY;
    if (mark && mark !== spent) timer = setTimeout(() => guard(ripe), HOVER_DELAY_MS);
  }

  const handlers: Readonly<Record<string, (event: PointerEvent) => void>> = {
    pointermove(event) {
      // After a scroll browsers repeat the last move where the pointer already was.
      const isSame =
        last?.clientX === event.clientX && last.clientY === event.clientY && last.buttons === event.buttons;
      if (isSame || event.pointerType === 'touch') return;
      last = event;
      if (!frame) pointed(event.composedPath()[0] as Node);
      frame ||= window.requestAnimationFrame(() => guard(look));
    },
    pointerout({ relatedTarget }) {
      // Out of the window, or into a frame, which keeps the pointer's moves to itself.
      if (relatedTarget && (relatedTarget as Element).localName !== 'iframe') return;
      last = undefined;
      look();
    },
    pointerdown: busy,
    keydown: busy,
    dragstart: busy,
    selectionchange() {
      if (timer && window.getSelection()?.isCollapsed === false) busy();
    },
    scroll() {
      disarm();
      scrolled();
    },
    click(event) {
      if (event.pointerType !== 'touch' || (event.composedPath()[0] as Element).closest?.(PRESSABLE)) return;
      const mark = markAt(event);
      if (mark) open(mark, event);
    },
  };

  function busy(): void {
    // A move that no frame has looked at yet came before this: the rest it begins is over already.
    if (frame) {
      window.cancelAnimationFrame(frame);
      look();
    }
    spent = current;
    disarm();
  }

  const listener = (event: Event): void => guard(() => handlers[event.type]?.(event as PointerEvent));

  signal.addEventListener('abort', () => {
    disarm();
    window.cancelAnimationFrame(frame);
  });

  return {
    listen() {
      for (const type in handlers) window.addEventListener(type, listener, { capture: true, passive: true, signal });
    },
    forget(mark) {
      if (mark !== current) return;
      disarm();
      current = undefined;
    },
  };
}
