/** Work in slices, so that no task of ours is felt. */

/** Longest slice. A step between two looks at the clock takes a fraction of a millisecond. */
const SLICE_MS = 6;

export interface Pace {
  /** True once the slice is used up: then `rest` is due. */
  isDue(): boolean;
  /** Lets the page work and paint, and in a background tab waits until it is looked at. Rejects once the work is over. */
  rest(): Promise<void>;
  /** Waits for what others do. Their time is not ours. Rejects once the work is over. */
  outside<T>(work: Promise<T>): Promise<T>;
  begin(): void;
  /** Milliseconds of work since `begin`. */
  spentMs(): number;
}

/** Settles in a later task. Rejects once the signal aborts, and leaves no timer. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    function end(): void {
      clearTimeout(timer);
      reject(signal.reason);
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', end);
  });
}

export function createPace(document: Document, signal: AbortSignal): Pace {
  let begin = 0;
  let spent = 0;
  return {
    isDue: () => performance.now() - begin > SLICE_MS,
    async rest() {
      spent += performance.now() - begin;
      // A timer, not a promise or a message: the page's own tasks and its next frame go first.
      await pause(0, signal);
      while (document.visibilityState === 'hidden' && !signal.aborted) {
        await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { once: true, signal }));
      }
      signal.throwIfAborted();
      begin = performance.now();
    },
    async outside(work) {
      spent += performance.now() - begin;
      const done = await work;
      signal.throwIfAborted();
      begin = performance.now();
      return done;
    },
    begin() {
      begin = performance.now();
      spent = 0;
    },
    spentMs: () => spent + performance.now() - begin,
  };
}
