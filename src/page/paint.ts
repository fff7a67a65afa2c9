/** Our names in the document's highlight registry, and nothing else in it: other scripts use it too. */

/** The part of `CSS.highlights` that painting needs. */
export interface Registry {
  has(name: string): boolean;
  get(name: string): unknown;
  set(name: string, highlight: Highlight): unknown;
  delete(name: string): boolean;
}

export interface Painter {
  /** What is painted. */
  readonly highlight: Highlight;
  /** Paints a range with the next batch. */
  add(range: StaticRange): void;
  remove(range: StaticRange): void;
  /** Shows the marks in another look: they move to its name. */
  setLook(look: number): void;
  /** Puts our name back if the page took it out; after the third time it stays out. */
  check(): void;
  stop(): void;
}

/** A page that takes our marks out this often means it. */
const MOST_RETURNS = 3;
/** Each batch makes the browser look at the whole page again: at most one part in so many of the time goes there. */
const REST_FACTOR = 40;
const LONGEST_REST_MS = 2_000;

/**
 * Nothing stands in the registry before the first mark. `allow` is awaited before the first batch and may forbid all;
 * `painted` is called with each batch.
 */
export function createPainter(options: {
  readonly window: Window;
  readonly registry: Registry;
  readonly look: number;
  readonly allow: () => Promise<boolean> | boolean;
  readonly painted: () => void;
}): Painter {
  const { window, registry } = options;
  const highlight = new Highlight();
  let waiting = new Set<StaticRange>();
  let doomed: StaticRange[] = [];
  let name = nameOf(options.look);
  let allowed: Promise<boolean> | boolean | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restUntil = 0;
  let shown = false;
  let returns = 0;

  function check(): void {
    if (!shown || registry.has(name) || returns++ >= MOST_RETURNS) return;
    registry.set(name, highlight);
  }

  async function paint(): Promise<void> {
    allowed ??= options.allow();
    if (!(await allowed) || timer === undefined) return;
    timer = undefined;
    for (const range of waiting) highlight.add(range);
    for (const range of doomed) highlight.delete(range);
    waiting = new Set();
    doomed = [];
    if (!shown) registry.set(name, highlight);
    shown = true;
    check();
    options.painted();
    window.requestAnimationFrame((begin) => {
      window.setTimeout(() => {
        const end = performance.now();
        restUntil = end + Math.min(LONGEST_REST_MS, (end - begin) * REST_FACTOR);
      });
    });
  }

  function soon(): void {
    timer ??= setTimeout(paint, restUntil - performance.now());
  }

  return {
    highlight,
    add(range) {
      waiting.add(range);
      soon();
    },
    remove(range) {
      if (waiting.delete(range)) return;
      // What the page took away shows nothing: that can wait for the batch.
      if (range.startContainer.isConnected) highlight.delete(range);
      else doomed.push(range);
      soon();
    },
    setLook(look) {
      if (shown && registry.get(name) === highlight) registry.delete(name);
      name = nameOf(look);
      if (shown) registry.set(name, highlight);
    },
    check,
    stop() {
      clearTimeout(timer);
      timer = undefined;
      if (shown && registry.get(name) === highlight) registry.delete(name);
      shown = false;
      highlight.clear();
    },
  };
}

/** The highlight's name for a look, as the style sheets have it. */
export function nameOf(look: number): string {
  return `counterpoint-${look}`;
}
