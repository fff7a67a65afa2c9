/** The page's own changes: marks on what changed go at once, the rest waits for a flush. */
import type { Marks } from './marks.ts';
import { type Cursor, treeCursor } from './text-blocks.ts';

/** What changed since the last flush. */
export interface Changes {
  /** Nodes that came or changed: to be read with everything below them. */
  readonly nodes: ReadonlySet<Node>;
  /** Nodes beside which something came or went: only the text at their edge may read otherwise now. */
  readonly edges: ReadonlySet<Node>;
  /** True if nodes went that may have held marks. */
  readonly removals: boolean;
}

export interface Watch {
  /** Watches one more tree: a document or a shadow root. */
  observe(root: Node): void;
  /** Asks for a node to be read at the next flush. */
  changed(node: Node): void;
  stop(): void;
}

/** Between two flushes: ten a second at most. */
const FLUSH_MS = 100;
/** Flushes get at most one part in this many of the time. */
const REST_FACTOR = 20;
/** A page that changes without end and never says a name is read this seldom in the end. */
const LONGEST_FLUSH_MS = 1_000;
const IDLE_FLUSHES = 30;
/** More separate changes than this are one change of the whole document. */
const MOST_CHANGES = 4_000;

/**
 * One observer for all trees. `flush` says how many milliseconds it worked and whether it found anything; the time to
 * the next one follows from that.
 */
export function createWatch(options: {
  readonly document: Document;
  readonly marks: Marks;
  readonly flush: (changes: Changes) => Promise<{ readonly spentMs: number; readonly found: boolean }>;
}): Watch {
  const { document, marks } = options;
  let nodes = new Set<Node>();
  let edges = new Set<Node>();
  let removals = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let idle = 0;
  /** The first reading waits for nothing. */
  let delay = 0;

  function cursorAt(node: Node): Cursor {
    const cursor = treeCursor(node.getRootNode());
    cursor.currentNode = node;
    return cursor;
  }

  // Runs before the next paint: no mark is ever seen on a text that it does not belong to.
  const observer = new MutationObserver((records) => {
    let structure = false;
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type !== 'childList') {
        if (type === 'characterData') marks.drop(target as Text);
        nodes.add(target);
        continue;
      }
      structure = true;
      for (const node of removedNodes) {
        if (node.nodeType === 1) removals = true;
        else if (!node.isConnected) marks.drop(node as Text);
      }
      for (const node of addedNodes) nodes.add(node);
      if (previousSibling) edges.add(previousSibling);
      if (nextSibling) edges.add(nextSibling);
    }
    if (structure) marks.dropSplit(cursorAt);
    if (nodes.size + edges.size > MOST_CHANGES) {
      nodes = new Set([document]);
      edges = new Set();
    }
    schedule();
  });

  function schedule(): void {
    if (timer !== undefined || busy) return;
    timer = setTimeout(run, delay);
  }

  async function run(): Promise<void> {
    timer = undefined;
    busy = true;
    const changes = { nodes, edges, removals };
    nodes = new Set();
    edges = new Set();
    removals = false;
    const { spentMs, found } = await options.flush(changes);
    busy = false;
    idle = found ? 0 : idle + 1;
    const patience = idle > IDLE_FLUSHES ? LONGEST_FLUSH_MS : FLUSH_MS;
    delay = Math.min(LONGEST_FLUSH_MS, Math.max(patience, spentMs * REST_FACTOR));
    if (nodes.size || edges.size || removals) schedule();
  }

  return {
    observe(root) {
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['contenteditable'],
      });
    },
    changed(node) {
      nodes.add(node);
      schedule();
    },
    stop() {
      observer.disconnect();
      clearTimeout(timer);
      busy = true;
    },
  };
}
