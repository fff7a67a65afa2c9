/**
 * Where the content script, which knows the marks, meets the card's code, which is injected on the first hover. Both run
 * in one isolated world: page scripts see neither this property nor what goes through it.
 */

/** What happens to a mark; `M` is the mention as the page layer gives it. */
export interface MarkEvents<M> {
  /** The pointer is on it: its delay starts, prepare. */
  resting(mention: M): void;
  /** The reader wants its card. */
  open(mention: M, at: { readonly x: number; readonly y: number } | null, byTouch: boolean): void;
  /** The pointer is no longer on it. */
  left(mention: M): void;
  /** Its words changed or vanished. */
  gone(mention: M): void;
  /** Marking stopped in this document. */
  ended(): void;
}

type Name = keyof MarkEvents<unknown>;
type Hear = (name: Name, args: readonly unknown[]) => void;

declare global {
  var counterpointCard: { hear?: Hear; missed: [Name, readonly unknown[]][] } | undefined;
}

function door() {
  globalThis.counterpointCard ??= { missed: [] };
  return globalThis.counterpointCard;
}

/** Tells the card's code; false where it does not run yet: then what still matters is kept for it. */
export function tellCard(name: Name, ...args: readonly unknown[]): boolean {
  const here = door();
  if (here.hear) here.hear(name, args);
  else if (name === 'resting' || name === 'open') here.missed.push([name, args]);
  else here.missed = [];
  return here.hear !== undefined;
}

/** Called by the card's code once it runs: hears what it missed, then everything. A second call changes nothing. */
export function hearMarks<M>(events: MarkEvents<M>): void {
  const here = door();
  if (here.hear) return;
  // Both ends are ours and typed by `MarkEvents`; the property between them cannot be.
  here.hear = (name, args) => (events[name] as (...args: readonly unknown[]) => void)(...args);
  for (const [name, args] of here.missed.splice(0)) here.hear(name, args);
}
