/** Whether the reader means a mark: a pointer that came to rest on it, or a tap. */
import type { Mark } from './marks.ts';

/** How long the pointer rests on a mark before its card opens. */
export const HOVER_DELAY_MS = 300;
/** A hand is never quite still: this far from where the pointer stopped is still rest, in CSS pixels. */
const STILL_PX = 4;
/** What a tap is meant for, if it lies on one. */
const PRESSABLE = 'a[href],button,input,select,textarea,label,summary,[role=button],[role=link],[onclick]';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface HoverEvents {
  /** The pointer is on a mark: its delay starts. */
  resting(mark: Mark): void;
  /** The reader means this mark. */
  open(mark: Mark, at: Point, byTouch: boolean): void;
  /** The pointer is no longer on it. */
  left(mark: Mark): void;
}

/**
 * Listens until the signal aborts. `markAt` is asked at most once a frame, and only after a real move: a scroll under a
 * resting pointer, a pressed button, a selection or a key opens nothing.
 */
export function startHover(options: {
  readonly window: Window;
  readonly markAt: (event: MouseEvent) => Mark | undefined;
  readonly events: HoverEvents;
  readonly guard: (work: () => void) => void;
  readonly signal: AbortSignal;
}): { listen(): void; forget(mark: Mark): void } {
  const { window, markAt, events, guard, signal } = options;
  let last: PointerEvent | undefined;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Mark | undefined;
  /** Where the pointer came to rest. */
  let restX = 0;
  let restY = 0;
  /** The mark that a press, a key or a selection has spoken for: it opens nothing until the pointer has left it. */
  let spent: Mark | undefined;

  function disarm(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function arm(mark: Mark): void {
    disarm();
    timer = setTimeout(() => guard(() => ripe(mark)), HOVER_DELAY_MS);
  }

  function ripe(mark: Mark): void {
    timer = undefined;
    if (mark !== current || !last || markAt(last) !== mark) return;
    spent = mark;
    events.open(mark, pointOf(last), false);
  }

  function leave(): void {
    disarm();
    spent = undefined;
    const mark = current;
    current = undefined;
    if (mark) events.left(mark);
  }

  function look(): void {
    frame = 0;
    if (!last) return;
    const mark = last.buttons ? undefined : markAt(last);
    const moved = Math.hypot(last.clientX - restX, last.clientY - restY) > STILL_PX;
    if (mark !== current) {
      if (current) leave();
      current = mark;
      if (mark) events.resting(mark);
    } else if (!moved && timer !== undefined) {
      return;
    }
    restX = last.clientX;
    restY = last.clientY;
    if (mark && mark !== spent) arm(mark);
  }

  function moved(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    // After a scroll browsers repeat the last move where the pointer already was.
    if (last && last.clientX === event.clientX && last.clientY === event.clientY && last.buttons === event.buttons)
      return;
    last = event;
    frame ||= window.requestAnimationFrame(() => guard(look));
  }

  /** The reader is doing something else: what is under the pointer now stays closed until it is left. */
  function busy(): void {
    if (timer !== undefined) spent = current;
    disarm();
  }

  function tapped(event: PointerEvent): void {
    if (event.pointerType !== 'touch') return;
    const target = event.composedPath()[0] as Element | undefined;
    if (target?.closest?.(PRESSABLE)) return;
    const mark = markAt(event);
    if (mark) events.open(mark, pointOf(event), true);
  }

  /** Out of the window, or into a frame, which keeps the pointer's moves to itself. */
  function away({ relatedTarget }: PointerEvent): void {
    if (relatedTarget && (relatedTarget as Element).localName !== 'iframe') return;
    last = undefined;
    leave();
  }

  function pressed(): void {
    disarm();
    spent = current;
  }

  function selected(): void {
    if (window.getSelection()?.isCollapsed === false) busy();
  }

  function listen(): void {
    const on = (type: string, handle: (event: never) => void): void =>
      window.addEventListener(type, guarded(handle), { capture: true, passive: true, signal });
    on('pointermove', moved);
    on('pointerdown', pressed);
    on('click', tapped);
    on('pointerout', away);
    on('scroll', disarm);
    on('keydown', busy);
    on('dragstart', busy);
    on('selectionchange', selected);
    on('blur', disarm);
  }

  /** One listener for each handler, so that listening again after the page threw all listeners out adds none twice. */
  const made = new Map<unknown, (event: Event) => void>();
  function guarded(handle: (event: never) => void): (event: Event) => void {
    const known = made.get(handle);
    if (known) return known;
    const listener = (event: Event): void => guard(() => handle(event as never));
    made.set(handle, listener);
    return listener;
  }

  signal.addEventListener('abort', () => {
    disarm();
    window.cancelAnimationFrame(frame);
  });

  return {
    listen,
    forget(mark) {
      if (mark === current) {
        disarm();
        current = undefined;
      }
    },
  };
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}
