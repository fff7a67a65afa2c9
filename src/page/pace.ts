/** Work in slices, so that no task of ours is felt. */

/** Longest slice. A step between two looks at the clock takes a fraction of a millisecond. */
const SLICE_MS = 6;

export interface Pace {
  /** True once the slice is used up: then `rest` is due. */
  isDue(): boolean;
  /** Lets the page work and paint, and in a background tab waits until it is looked at. */
  rest(): Promise<void>;
  /** Milliseconds of work since the last call. */
  spentMs(): number;
}

/** `between` runs at the end of each slice. */
export function createPace(document: Document, between: () => void): Pace {
  let begin = performance.now();
  let spent = 0;

  function cut(): void {
    spent += performance.now() - begin;
  }

  return {
    isDue: () => performance.now() - begin > SLICE_MS,
    async rest() {
      between();
      cut();
      // A timer, not a promise or a message: the page's own tasks and its next frame go first.
      await new Promise((resolve) => setTimeout(resolve));
      await untilVisible(document);
      begin = performance.now();
    },
    spentMs() {
      cut();
      begin = performance.now();
      const total = spent;
      spent = 0;
      return total;
    },
  };
}

/** Resolves when somebody can see the page; at once if so now. */
export function untilVisible(document: Document): Promise<void> {
  if (document.visibilityState !== 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(untilVisible(document)), { once: true });
  });
}
