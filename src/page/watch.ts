/** The page's own changes: marks on what changed go at once, the rest waits for a flush. */
import type { Mark, Marks } from './marks.ts';

export interface Watch {
  /** Watches one more tree, a document or a shadow root, and reads it. */
  enter(root: Node): void;
  /** Asks for a node to be read at the next flush. */
  changed(node: Node): void;
  /** For good: nothing is watched or read from then on, whatever is still under way. */
  stop(): void;
}

export interface Changes {
  readonly nodes: ReadonlySet<Node>;
  /** What stands beside them: only the text at that edge may read otherwise now. */
  readonly edges: ReadonlySet<Node>;
  /** True if something went: what was marked below it is gone. */
  readonly removals: boolean;
}

/** Never rejects. */
export type Flush = (changes: Changes) => Promise<FlushReport>;

export interface FlushReport {
  readonly spentMs: number;
  /** True if a name was found. */
  readonly found: boolean;
}

/** Between two flushes: ten a second at most. Each that follows as soon as it may adds as much to the next wait. */
const FLUSH_MS = 100;
/** Flushes get at most one part in so many of the time. */
const REST_FACTOR = 40;
/** A page that changed in so many turns before one flush is restless; after so long without change it is calm again. */
const RESTLESS_TURNS = 4;
const CALM_MS = 1_000;
/** A page that changes without end is read this seldom in the end, one that says no name after so many flushes. */
const LONGEST_FLUSH_MS = 1_000;
const MOST_IDLE = 30;
/** More separate changes than this are one change of the whole document. */
const MOST_CHANGES = 4_000;
/** So many records wait at most until they are looked at. */
const MOST_UNREAD = 500;

/** One observer for all trees. */
export function createWatch(options: {
  readonly document: Document;
  readonly marks: Marks;
  readonly flush: Flush;
  /** Called in the page's own turn with a text that takes the place of one whose marks are gone: it is still unpainted. */
  readonly replaced: (text: Text, gone: readonly Mark[]) => void;
  /** Called with true where the page begins to change without rest, with false once it is calm again. */
  readonly restless: (is: boolean) => void;
}): Watch {
  const { document, marks, flush, replaced, restless } = options;
  let nodes = new Set<Node>();
  let edges = new Set<Node>();
  let removals = false;
  /** Records since the last flush, while nothing was taken away. */
  const unread: MutationRecord[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  /** Flushes that followed one another as soon as they may, and when the last one ended. */
  let streak = 0;
  let ended = 0;
  /** Turns of the page in which it changed since the last flush. */
  let turns = 0;
  let isRestless = false;
  let calming: ReturnType<typeof setTimeout> | undefined;
  /** The first reading waits for nothing. */
  let delay = 0;
  let isStopped = false;

  // Runs before the next paint: no mark is ever seen on a text that it does not belong to. The rest waits for the flush.
  const observer = new MutationObserver((records) => {
    turns++;
    const fresh: [Text, readonly Mark[]][] = [];
    // By index: pages that change in every frame pay for each iterator.
    for (let i = 0; i < records.length; i++) {
      const record = records[i] as MutationRecord;
      const { target, removedNodes } = record;
      if (removedNodes.length === 0) {
        const gone = marks.drop(target);
        if (gone.length > 0) fresh.push([target as Text, gone]);
        unread.push(record);
        continue;
      }
      digest();
      removals = true;
      const gone: Mark[] = [];
      for (let i = 0; i < removedNodes.length; i++) {
        const node = removedNodes[i] as Node;
        if (node.isConnected) continue;
        // What a page builds and throws away between two flushes is not held.
        nodes.delete(node);
        gone.push(...marks.drop(node));
      }
      note(record);
      if (gone.length === 0) continue;
      for (const node of record.addedNodes) if (node.nodeType === 3) fresh.push([node as Text, gone]);
    }
    marks.dropSplit(records);
    for (const [text, gone] of fresh) replaced(text, gone);
    if (removals || unread.length > MOST_UNREAD) digest();
    condense();
    soon();
  });

  /** What the record asks to be read. */
  function note({ type, target, addedNodes, previousSibling, nextSibling }: MutationRecord): void {
    if (type !== 'childList') {
      nodes.add(target);
      return;
    }
    for (let i = 0; i < addedNodes.length; i++) nodes.add(addedNodes[i] as Node);
    // At the end of an inline element the text beside that is what may read otherwise.
    edges.add(previousSibling ?? target);
    edges.add(nextSibling ?? target);
  }

  function digest(): void {
    for (let i = 0; i < unread.length; i++) note(unread[i] as MutationRecord);
    unread.length = 0;
  }

  function condense(): void {
    if (nodes.size + edges.size <= MOST_CHANGES) return;
    nodes = new Set([document]);
    edges = new Set();
  }

  function soon(): void {
    if (!isStopped) timer ??= setTimeout(run, delay);
  }

  function setRestless(is: boolean): void {
    if (is !== isRestless) restless(is);
    isRestless = is;
  }

  function calm(): void {
    // What changed meanwhile waits for its flush.
    if (timer !== undefined) return;
    setRestless(false);
    delay = FLUSH_MS;
  }

  async function run(): Promise<void> {
    clearTimeout(calming);
    streak = performance.now() - ended < delay + 2 * FLUSH_MS ? streak + 1 : 0;
    if (turns >= RESTLESS_TURNS) setRestless(true);
    digest();
    condense();
    const changes = { nodes, edges, removals };
    nodes = new Set();
    edges = new Set();
    removals = false;
    turns = 0;
    const { spentMs, found } = await flush(changes);
    if (isStopped) return;
    idle = found ? 0 : idle + 1;
    const least = idle > MOST_IDLE ? LONGEST_FLUSH_MS : FLUSH_MS * (1 + streak);
    delay = Math.min(LONGEST_FLUSH_MS, Math.max(least, spentMs * REST_FACTOR));
    timer = undefined;
    if (unread.length + nodes.size + edges.size > 0 || removals) soon();
    else if (isRestless || delay > FLUSH_MS) calming = setTimeout(calm, CALM_MS);
    ended = performance.now();
  }

  function changed(node: Node): void {
    nodes.add(node);
    soon();
  }

  return {
    changed,
    enter(root) {
      if (isStopped) return;
      const attributeFilter = ['contenteditable'];
      observer.observe(root, { childList: true, characterData: true, subtree: true, attributeFilter });
      changed(root);
    },
    stop() {
      isStopped = true;
      observer.disconnect();
      for (const one of [timer, calming]) clearTimeout(one);
      nodes = edges = new Set();
      unread.length = 0;
    },
  };
}
