/** Marks the names in one document and says what the reader's pointer makes of them. Wires; nothing leaves the page. */
import type { Lexicon, Reason } from '../core/match/types.ts';
import { type PointRegistry, rangeAt } from './hit-test.ts';
import { type Point, startHover } from './hover.ts';
import { createMarks, type Mark } from './marks.ts';
import { createPace, untilVisible } from './pace.ts';
import { createPainter, type Registry } from './paint.ts';
import { createScanner, type Scanner } from './scan.ts';
import { shadowRoots } from './shadow.ts';
import { afterFrame, inDocumentOrder, isVisible, partInView, rectsOf, whenBigEnough } from './view.ts';
import { type Changes, createWatch } from './watch.ts';
import { reasonWords } from './why.ts';

export interface MentionOnPage {
  /** Entity id. */
  readonly entity: string;
  /** The words as they stand in the page. */
  readonly text: string;
  readonly range: StaticRange;
  /** Ids of the other entities marked in the same passage. */
  readonly near: readonly string[];
  readonly reason: Reason;
  /** The words of its passage that `reason` points to, as they stand in the page. */
  reasonWords(): string[];
  /** Where it is on the screen, one rectangle for each line; none if it is gone or not drawn. */
  rects(): DOMRect[];
}

export interface AnnotatorEvents {
  /** The pointer is on a mark: its delay starts, prepare. */
  resting(mention: MentionOnPage): void;
  /** The reader means it; `at` is where the pointer is. */
  open(mention: MentionOnPage, at: Point, byTouch: boolean): void;
  /** The pointer is no longer on the mark. */
  left(mention: MentionOnPage): void;
  /** Its text changed or vanished. */
  gone(mention: MentionOnPage): void;
  /** How many are marked now, whenever that changed. */
  counted(count: number): void;
}

export interface Annotator {
  /** Reads the page anew with another lexicon. */
  setLexicon(lexicon: Lexicon): void;
  setLook(look: number): void;
  /** The mentions a reader can see now, in document order. Asks for style: call it when somebody looks. */
  mentions(): MentionOnPage[];
  count(): number;
  stop(): void;
}

export interface AnnotatorOptions {
  readonly document: Document;
  readonly lexicon: Lexicon;
  /** From `lookIndex`. */
  readonly look: number;
  /** Asked once, and only when something was found: nothing is painted unless it says true. */
  readonly mayPaint?: () => Promise<boolean>;
  readonly events: AnnotatorEvents;
  readonly signal: AbortSignal;
}

/** After so many faults of ours we leave the page alone. */
const MOST_FAULTS = 5;
/** Scripts attach shadow roots after loading too, and nothing tells. */
const LOOKS_FOR_ROOTS_MS = [1_000, 3_000];
/** The first batch of marks is painted at once, later ones together: each batch makes the browser check them all. */
const BATCH_MS = 250;

/**
 * Starts at once and reads in slices. Never throws and never rejects: a fault of ours must not reach the page. Where
 * the browser has no highlights nothing is started. After `stop`, or when the signal aborts, nothing remains.
 */
export function startAnnotator(options: AnnotatorOptions): Annotator {
  const { document, events } = options;
  const window = document.defaultView;
  const registry = highlightsOf();
  const end = new AbortController();
  const { signal } = end;
  if (!window || !registry || options.signal.aborted) return NOTHING;

  let faults = 0;
  let scanner: Scanner;
  let counted = 0;
  let allowed: boolean | undefined = options.mayPaint ? undefined : true;
  let waitingMarks = new Set<Mark>();
  let paintedAt = 0;
  let listening = false;
  const roots = new Set<ShadowRoot>();
  const painter = createPainter(registry, options.look);

  function fault(): void {
    if (++faults >= MOST_FAULTS) stop();
  }

  function guard(work: () => void): void {
    if (signal.aborted) return;
    try {
      work();
    } catch {
      fault();
    }
  }

  const marks = createMarks({
    added(mark) {
      waitingMarks.add(mark);
    },
    removed(mark) {
      if (!waitingMarks.delete(mark)) painter.remove(mark.range);
      hover.forget(mark);
      guard(() => events.gone(mentionOf(mark)));
    },
  });

  /** Paints what was found; in a frame only after the tab's site was asked about. */
  function paint(): void {
    if (waitingMarks.size === 0 && counted === marks.byRange.size) return;
    if (allowed === undefined && waitingMarks.size > 0) {
      allowed = false;
      options.mayPaint?.().then((may) => {
        if (!may) return stop();
        allowed = true;
        guard(paint);
      }, stop);
    }
    if (!allowed) return;
    for (const mark of waitingMarks) painter.add(mark.range);
    waitingMarks = new Set();
    paintedAt = performance.now();
    painter.check();
    if (marks.byRange.size > 0 && !listening) {
      listening = true;
      hover.listen();
    }
    if (counted !== marks.byRange.size) {
      counted = marks.byRange.size;
      guard(() => events.counted(counted));
    }
  }

  const pace = createPace(document, () => {
    if (performance.now() - paintedAt > BATCH_MS) guard(paint);
  });

  const watch = createWatch({ document, marks, flush });

  async function flush(changes: Changes): Promise<{ spentMs: number; found: boolean }> {
    pace.spentMs();
    const before = marks.byRange.size;
    try {
      await untilVisible(document);
      if (signal.aborted) return { spentMs: 0, found: false };
      if (document.designMode === 'on') marks.dropWhere(() => true);
      else await read(changes);
      guard(paint);
    } catch {
      fault();
    }
    return { spentMs: pace.spentMs(), found: marks.byRange.size > before };
  }

  async function read(changes: Changes): Promise<void> {
    if (changes.nodes.has(document)) await readPartInView();
    if (changes.removals) marks.dropWhere((mark) => !mark.range.startContainer.isConnected);
    await scanner.changes(changes);
    for (const node of changes.nodes) if (node.nodeType !== 3 && node.isConnected) await lookForRoots(node);
    // A script that writes the document anew throws out every listener on the window.
    if (changes.nodes.has(document.documentElement)) attend();
  }

  async function readPartInView(): Promise<void> {
    await afterFrame(window as Window);
    const part = partInView(window as Window);
    if (!part || part === document.body || part === document.documentElement) return;
    // As if the page had just brought it.
    await scanner.changes({ nodes: new Set([part]), edges: new Set(), removals: false });
    guard(paint);
  }

  async function lookForRoots(below: Node): Promise<void> {
    for (const root of shadowRoots(below)) {
      if (signal.aborted) return;
      if (root) enter(root);
      if (pace.isDue()) await pace.rest();
    }
  }

  function enter(root: ShadowRoot): void {
    if (roots.has(root)) return;
    for (const old of roots) if (!old.isConnected) roots.delete(old);
    roots.add(root);
    watch.observe(root);
    watch.changed(root);
  }

  function markAt(event: MouseEvent): Mark | undefined {
    const target = event.composedPath()[0];
    const root = target instanceof Node ? target.getRootNode() : undefined;
    if (root instanceof ShadowRoot) enter(root);
    painter.check();
    if (marks.byRange.size === 0 || !registry) return undefined;
    const at = { x: event.clientX, y: event.clientY, shadowRoots: [...roots] };
    const range = rangeAt(registry, painter.highlight, at);
    return range && marks.byRange.get(range as StaticRange);
  }

  const known = new WeakMap<Mark, MentionOnPage>();
  function mentionOf(mark: Mark): MentionOnPage {
    const old = known.get(mark);
    if (old) return old;
    const { entity, text, range, reason } = mark;
    const mention = {
      entity,
      text,
      range,
      get near() {
        return mark.near;
      },
      reason,
      reasonWords: () => reasonWords(mark),
      rects: () => (marks.byRange.has(range) ? rectsOf(range) : []),
    };
    known.set(mark, mention);
    return mention;
  }

  const hover = startHover({
    window,
    markAt,
    events: {
      resting: (mark) => events.resting(mentionOf(mark)),
      open: (mark, at, byTouch) => events.open(mentionOf(mark), at, byTouch),
      left: (mark) => events.left(mentionOf(mark)),
    },
    guard,
    signal,
  });

  function attend(): void {
    const { signal: until } = end;
    document.addEventListener('visibilitychange', onVisible, { signal: until });
    if (listening) hover.listen();
  }

  function onVisible(): void {
    guard(() => painter.check());
  }

  function startOver(lexicon: Lexicon): void {
    scanner = createScanner({ document, lexicon, marks, pace, again: watch.changed, signal });
  }

  function start(): void {
    attend();
    watch.observe(document);
    watch.changed(document);
    for (const delay of LOOKS_FOR_ROOTS_MS) {
      const timer = setTimeout(() => guard(() => void lookForRoots(document).catch(fault)), delay);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }
  }

  function stop(): void {
    if (signal.aborted) return;
    end.abort();
    watch.stop();
    painter.stop();
    waitingMarks.clear();
  }

  options.signal.addEventListener('abort', stop, { signal });
  startOver(options.lexicon);
  whenBigEnough(window, signal, () => guard(start));

  return {
    setLexicon(lexicon) {
      guard(() => {
        marks.dropWhere((mark) => !lexicon.entityIds.includes(mark.entity));
        startOver(lexicon);
        watch.changed(document);
        for (const root of roots) watch.changed(root);
      });
    },
    setLook: (look) => guard(() => painter.setLook(look)),
    mentions: () => {
      const visible = [...marks.byRange.values()].filter(isVisible);
      return visible.sort(inDocumentOrder).map(mentionOf);
    },
    count: () => marks.byRange.size,
    stop,
  };
}

function highlightsOf(): (Registry & PointRegistry) | undefined {
  const registry: unknown = typeof CSS === 'object' && 'highlights' in CSS ? CSS.highlights : undefined;
  const isWhole = typeof registry === 'object' && registry !== null && 'highlightsFromPoint' in registry;
  return isWhole ? (registry as Registry & PointRegistry) : undefined;
}

const NOTHING: Annotator = { setLexicon() {}, setLook() {}, mentions: () => [], count: () => 0, stop() {} };
