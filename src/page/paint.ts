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

/** Nothing stands in the registry before the first mark. */
export function createPainter(registry: Registry, look: number): Painter {
  const highlight = new Highlight();
  let name = nameOf(look);
  let shown = false;
  let returns = 0;
  return {
    highlight,
    add(range) {
      highlight.add(range);
      if (shown) return;
      shown = true;
      registry.set(name, highlight);
    },
    remove(range) {
      highlight.delete(range);
    },
    setLook(next) {
      const wasOurs = registry.get(name) === highlight;
      if (wasOurs) registry.delete(name);
      name = nameOf(next);
      if (wasOurs) registry.set(name, highlight);
    },
    check() {
      if (!shown || registry.has(name) || returns >= MOST_RETURNS) return;
      returns++;
      registry.set(name, highlight);
    },
    stop() {
      highlight.clear();
      returns = MOST_RETURNS;
      if (shown) registry.delete(name);
    },
  };
}

/** The highlight's name for a look, as the style sheets have it. */
export function nameOf(look: number): string {
  return `counterpoint-${look}`;
}
