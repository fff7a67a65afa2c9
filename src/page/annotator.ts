/** Marks the names in one document and says what the reader's pointer makes of them. Wires; nothing leaves the page. */
import type { Glance } from '../core/match/glance.ts';
import { type PointRegistry, rangeAt } from './hit-test.ts';
import { type HoverEvents, startHover } from './hover.ts';
import { createMarks, type Mark } from './marks.ts';
import { createPainter, type Registry } from './paint.ts';
import { type AskJudge, createScanner, type Scanner } from './scan.ts';
import { LOOKS_AGAIN_MS, MOST_ELEMENTS, MOST_ELEMENTS_AGAIN } from './shadow.ts';
import type { PageTools } from './tools.ts';
import { elementInView, inDocumentOrder, isVisible, whenBigEnough } from './view.ts';
import { type Changes, createWatch, type FlushReport } from './watch.ts';

export type MentionOnPage = Mark;

export interface AnnotatorEvents extends HoverEvents {
  /** Its text changed or vanished. */
  gone(mention: MentionOnPage): void;
  /** How many are marked now, whenever that changed; in a page that changes without rest about once a second. */
  counted(count: number): void;
}

export interface Annotator {
  /** Ids of entities whose marks are not shown from now on; those of all others are. Nothing is read for it. */
  setOff(entities: ReadonlySet<string>): void;
  setLook(look: number): void;
  /** The mentions a reader can see now, in document order. Asks for style: call it when somebody looks. */
  mentions(): MentionOnPage[];
  count(): number;
  stop(): void;
}

/** After so many faults of ours we leave the page alone. */
const MOST_FAULTS = 5;

/**
 * Starts at once and reads in slices; never throws. Where the browser has no highlights nothing is started. After
 * `stop`, or when the signal aborts, nothing remains.
 */
export function startAnnotator(options: {
  readonly document: Document;
  readonly glance: Glance;
  readonly tools: PageTools;
  /** Ids of entities that are found but not shown. */
  readonly off?: ReadonlySet<string>;
  /** From `lookIndex`. */
  readonly look: number;
  /** Asked about every passage in which a name may stand. */
  readonly judge: AskJudge;
  /** Asked once, and only when something was found: nothing is painted unless it says true. */
  readonly mayPaint?: () => Promise<boolean>;
  readonly events: AnnotatorEvents;
  readonly signal: AbortSignal;
}): Annotator {
  const { document, events, tools } = options;
  const window = document.defaultView as Window & typeof globalThis;
  const registry = CSS.highlights as unknown as Registry & PointRegistry;
  const end = new AbortController();
  const { signal } = end;
  const roots = new Set<ShadowRoot>();
  const shadowRoots = tools.rootFinder();
  let off = options.off ?? new Set<string>();
  let scanner: Scanner | undefined;
  let faults = 0;
  let counted = 0;
  /** The page is changing the text that we mark. */
  let inPagesTurn = false;
  let wasEdited = false;
  /** The root element when we began to listen. */
  let heard: Element | undefined;

  function fault(): void {
    if (++faults >= MOST_FAULTS) stop();
  }

  /** The outermost handler: a fault of ours never reaches the page. */
  function guard(work: () => void): void {
    if (signal.aborted) return;
    try {
      work();
    } catch {
      fault();
    }
  }

  const painter = createPainter({
    window,
    registry,
    look: options.look,
    allow: options.mayPaint ?? (() => true),
    painted() {
      // A script that writes the document anew throws out every listener.
      if (heard !== document.documentElement) hover.listen();
      heard = document.documentElement;
      const count = painter.count();
      if (count !== counted) guard(() => events.counted(count));
      counted = count;
    },
  });
  const marks = createMarks((mark) => off.has(mark.entity) || painter.add(mark.range, inPagesTurn), take);

  function take(mark: Mark): void {
    painter.remove(mark.range);
    hover.forget(mark);
    guard(() => events.gone(mark));
  }

  const pace = tools.createPace(document, signal);
  const watch = createWatch({
    document,
    marks,
    flush,
    replaced(text, gone) {
      inPagesTurn = true;
      guard(() => marks.restore(text, gone));
      inPagesTurn = false;
    },
    restless: painter.setRestless,
  });

  async function flush({ nodes, edges, removals }: Changes): Promise<FlushReport> {
    const before = marks.byRange.size;
    try {
      pace.begin();
      if (document.visibilityState === 'hidden') await pace.rest();
      const isEdited = document.designMode === 'on';
      if (isEdited || removals) marks.dropWhere(({ range }) => isEdited || !isOurs(range.startContainer));
      // One that comes back is read again.
      for (const root of roots) if (!root.isConnected) roots.delete(root);
      painter.check();
      if (!isEdited) await read(wasEdited ? new Set([document, ...nodes]) : nodes, edges);
      wasEdited = isEdited;
      painter.flushed();
    } catch {
      if (!signal.aborted) fault();
    }
    return { spentMs: pace.spentMs(), found: marks.byRange.size > before };
  }

  /** False for what went into another document or a closed root: no card could open there. */
  function isOurs(node: Node): boolean {
    const root = node.getRootNode();
    return root === document || (root.isConnected && root.ownerDocument === document && roots.has(root as ShadowRoot));
  }

  async function read(nodes: ReadonlySet<Node>, edges: ReadonlySet<Node>): Promise<void> {
    scanner ??= createScanner({
      document,
      glance: options.glance,
      tools,
      marks,
      pace,
      judge: options.judge,
      again: watch.changed,
    });
    const first = nodes.has(document) ? await elementInView(window, signal) : undefined;
    signal.throwIfAborted();
    await scanner.read(nodes, edges, first);
    await lookForRoots(nodes, MOST_ELEMENTS);
  }

  /** Below the document among at most `most` elements. */
  async function lookForRoots(nodes: Iterable<Node>, most: number): Promise<void> {
    for (const node of nodes) {
      for (const root of shadowRoots(node, node === document ? most : undefined)) {
        if (root) enter(root);
        else if (pace.isDue()) await pace.rest();
      }
    }
  }

  function enter(root: ShadowRoot): void {
    if (roots.has(root)) return;
    roots.add(root);
    watch.enter(root);
  }

  function markAt(event: MouseEvent): Mark | undefined {
    painter.check();
    const range = rangeAt(registry, painter.highlight, event, [...roots]);
    return range && marks.byRange.get(range);
  }

  const hover = startHover({
    window,
    markAt,
    pointed(node) {
      const root = node.getRootNode?.();
      if (root instanceof ShadowRoot) enter(root);
    },
    scrolled: painter.scrolled,
    events,
    guard,
    signal,
  });

  function stop(): void {
    if (signal.aborted) return;
    end.abort();
    watch.stop();
    painter.stop();
  }

  if (options.signal.aborted || !window || !registry?.highlightsFromPoint) end.abort();
  options.signal.addEventListener('abort', stop, { signal });
  guard(() =>
    whenBigEnough(window, signal, () => {
      document.addEventListener('visibilitychange', () => guard(painter.check), { signal });
      watch.enter(document);
      for (const delay of LOOKS_AGAIN_MS) {
        const timer = setTimeout(() => lookForRoots([document], MOST_ELEMENTS_AGAIN).catch(fault), delay);
        signal.addEventListener('abort', () => clearTimeout(timer));
      }
    }),
  );

  return {
    setOff(next) {
      const before = off;
      off = next;
      guard(() => {
        for (const mark of marks.byRange.values()) {
          if (before.has(mark.entity) === off.has(mark.entity)) continue;
          if (off.has(mark.entity)) take(mark);
          else painter.add(mark.range);
        }
      });
    },
    setLook: (look) => guard(() => painter.setLook(look)),
    mentions: () =>
      [...marks.byRange.values()].filter((mark) => !off.has(mark.entity) && isVisible(mark)).sort(inDocumentOrder),
    count: painter.count,
    stop,
  };
}
