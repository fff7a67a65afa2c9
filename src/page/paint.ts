/** Our names in the document's highlight registry, and nothing else in it: other scripts use it too. */
import { afterFrame, nearView } from './view.ts';

/** The part of `CSS.highlights` that painting needs. */
export interface Registry {
  has(name: string): boolean;
  get(name: string): unknown;
  set(name: string, highlight: Highlight): unknown;
  delete(name: string): boolean;
}

export interface Painter {
  /** What the browser paints now: all, or in a page that changes without rest those near the view. */
  readonly highlight: Highlight;
  /** How many are painted or would be where the reader scrolls to them. */
  count(): number;
  /** Paints a range with the next batch; `now` before the next frame, for a page that draws one anyway. */
  add(range: StaticRange, now?: boolean): void;
  remove(range: StaticRange): void;
  /** True from when the page changes without rest until it is calm again. */
  setRestless(is: boolean): void;
  /** The reader scrolled. */
  scrolled(): void;
  /** What the page changed was read. */
  flushed(): void;
  /** Shows the marks in another look: they move to its name. */
  setLook(look: number): void;
  /** Puts our name back if the page took it out; after the third time it stays out. */
  check(): void;
  stop(): void;
}

/** A page that takes our marks out this often means it. */
const MOST_RETURNS = 3;
/** Each batch makes the browser look at the whole page again: about one part in so many of the time may go there. */
const REST_FACTOR = 10;
const LONGEST_REST_MS = 2_000;
/** So long a batch may take until it is drawn, the wait for a frame and the page's own work included, and be no burden. */
const LIGHT_MS = 50;
/** In a page that changes without rest it gets none more often than this. */
const RESTLESS_REST_MS = 100;
/** What its changes move into the view without a scroll is looked for this often. */
const LOOK_MS = 1_000;
/** So few marks cost a changing page nothing. */
const FEW = 4;

/**
 * Nothing stands in the registry before the first mark. `allow` is awaited before the first batch and may forbid all;
 * `painted` is called with each batch, in a restless page with each look. In every frame in which the page changed
 * browsers work through all ranges of the registry: in a restless page only those near the view are in it.
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
  const life = new AbortController();
  /** All that are to be seen where the reader looks. */
  const wanted = new Set<StaticRange>();
  let waiting = new Set<StaticRange>();
  let doomed: StaticRange[] = [];
  let name = nameOf(options.look);
  let allowed: Promise<boolean> | boolean | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A batch was registered and no frame drawn since. */
  let drawing = false;
  let restUntil = 0;
  let shown = false;
  let returns = 0;
  let restless = false;
  /** What is near the view may be other than what was. */
  let moved = false;
  let lastLook = 0;

  function check(): void {
    if (!shown || registry.has(name) || returns++ >= MOST_RETURNS) return;
    registry.set(name, highlight);
  }

  async function paint(): Promise<void> {
    allowed ??= options.allow();
    if (!(await allowed)) return;
    if (restless && wanted.size + waiting.size > FEW) await afterFrame(window, life.signal);
    if (timer === undefined) return;
    timer = undefined;
    for (const range of waiting) wanted.add(range);
    for (const range of doomed) highlight.delete(range);
    const due = restless && moved ? wanted : waiting;
    const isAll = !restless || wanted.size <= FEW;
    const isNear = isAll ? () => true : nearView(window);
    for (const range of due) {
      const isShown = isNear(range);
      // Saying again what is so has the browser paint again.
      if (isShown === highlight.has(range)) continue;
      if (isShown) highlight.add(range);
      else highlight.delete(range);
    }
    waiting = new Set();
    doomed = [];
    show();
    const begin = performance.now();
    if (isAll || moved) options.painted();
    if (moved) lastLook = begin;
    moved = false;
    if (restless) {
      // The page draws frames anyway: what this one costs says nothing.
      restUntil = begin + RESTLESS_REST_MS;
      return;
    }
    drawing = true;
    await afterFrame(window, life.signal);
    drawing = false;
    const drawn = performance.now();
    restUntil = drawn + Math.min(LONGEST_REST_MS, Math.max(0, drawn - begin - LIGHT_MS) * REST_FACTOR);
    if (waiting.size + doomed.length > 0 || moved) soon();
  }

  function show(): void {
    if (!shown) registry.set(name, highlight);
    shown = true;
    check();
  }

  function soon(): void {
    if (!drawing && !life.signal.aborted) timer ??= setTimeout(paint, restUntil - performance.now());
  }

  /** Asks for another look at what is near the view, where that matters. */
  function look(): void {
    if (!restless || (wanted.size <= FEW && highlight.size === wanted.size)) return;
    moved = true;
    soon();
  }

  return {
    highlight,
    count: () => wanted.size,
    add(range, now = false) {
      if (now && shown) {
        wanted.add(range);
        highlight.add(range);
        return;
      }
      waiting.add(range);
      soon();
    },
    remove(range) {
      if (waiting.delete(range)) return;
      wanted.delete(range);
      // What the page took away shows nothing: that can wait for the batch.
      if (range.startContainer.isConnected) highlight.delete(range);
      else doomed.push(range);
      soon();
    },
    setRestless(is) {
      restless = is;
      if (is) return;
      for (const range of wanted) highlight.add(range);
      if (shown) options.painted();
    },
    scrolled: look,
    flushed() {
      if (performance.now() - lastLook > LOOK_MS) look();
    },
    setLook(look) {
      if (shown && registry.get(name) === highlight) registry.delete(name);
      name = nameOf(look);
      if (shown) registry.set(name, highlight);
    },
    check,
    stop() {
      life.abort();
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
