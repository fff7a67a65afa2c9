/** Reads what changed in the page, at first all of it, and puts marks where the matcher says so. */
import { decide, missingContext } from '../core/match/context.ts';
import type { ContextGroup } from '../core/match/context-groups.ts';
import { introducedBy } from '../core/match/find-mentions.ts';
import { nextName } from '../core/match/glance.ts';
import { PLAIN_REASON, plainHits } from '../core/match/plain.ts';
import { addContext } from '../core/match/stems.ts';
import type { Hit, Lexicon, PageFacts, Reason } from '../core/match/types.ts';
import type { Mark, Marks } from './marks.ts';
import type { Pace } from './pace.ts';
import { passageReader, surroundingsOf } from './passages.ts';
import { stretchOf } from './ranges.ts';
import { rawText, tornTexts } from './raw-text.ts';
import { isBlock, isReadable, runsAround, type TextRun, treeCursor } from './text-blocks.ts';

/** More raw text than this in one piece holds a huge text node. */
const HUGE = 65_536;
/** Texts up to this are read in the page's own turn. */
const SHORT = 2_000;
/** Scripts that are written with readings between the letters. */
const MAY_HAVE_READINGS = /[\u3040-\u30ff\u4e00-\u9fff]/;

export interface Scanner {
  /**
   * Reads nodes with everything below them, and of `edges` the text at their edge. Not what is gone meanwhile.
   * Begins at `first`.
   */
  read(nodes: ReadonlySet<Node>, edges: ReadonlySet<Node>, first?: Element): Promise<void>;
  /** Reads a short text that changed, at once: what a clock or a counter beside a name does must not make it blink. */
  readNow(text: Text): void;
}

/** The bytes of a group of context words; `undefined` where there are none to be had. */
export type BringContext = (group: ContextGroup) => Promise<Uint8Array | undefined>;

/** `again` asks for a node to be read later. */
export function createScanner(options: {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly marks: Marks;
  readonly pace: Pace;
  readonly context: BringContext | undefined;
  readonly again: (node: Node) => void;
}): Scanner {
  const { document, lexicon, marks, pace, again } = options;
  const passageOf = passageReader(lexicon);
  const asked = new Set<ContextGroup>();
  /** Entities with a mention that was left out: the page is read again once the full name introduces one. */
  let leftOut = new Set<number>();
  let introduced = new Set<number>();
  let path = '';
  /** Text that this reading is done with. */
  let done = new Set<Node>();

  function introduce(hits: readonly Hit[]): void {
    for (const entity of introducedBy([{ hits }], lexicon)) {
      introduced.add(entity);
      // All of the page: there may be more of them.
      if (leftOut.delete(entity)) again(document);
    }
  }

  function markOf(run: TextRun, hit: Hit, reason: Reason): Mark | undefined {
    const stretch = stretchOf(run, hit.start, hit.end);
    return stretch && marks.create(stretch, lexicon.entityIds[hit.entity] ?? '', reason);
  }

  /** Marks what stands in one text node, if nothing around it matters. */
  function readAlone(node: Text): boolean {
    if (node.length > HUGE) return false;
    const text = node.data;
    const hits = plainHits(passageOf(text), lexicon);
    if (!hits) return false;
    introduce(hits);
    const run: TextRun = { text, nodes: [node], starts: [0], from: 0 };
    put(
      run,
      hits.map((hit) => markOf(run, hit, PLAIN_REASON)),
    );
    return true;
  }

  function put(run: TextRun, found: readonly (Mark | undefined)[]): void {
    if (found.length + marks.byRange.size > 0)
      marks.replace(
        run,
        found.filter((mark) => mark !== undefined),
      );
  }

  /** The group of context words that the run cannot be judged without, if it is to be had. */
  function lacking(run: TextRun): ContextGroup | undefined {
    const passage = passageOf(run.text);
    const group = passage.hits.length > 0 ? missingContext(passage, pageFacts(), lexicon) : undefined;
    return group && options.context && !asked.has(group) ? group : undefined;
  }

  function pageFacts(): PageFacts {
    return { lang: document.documentElement?.lang ?? '', path, introduced };
  }

  function readRun(run: TextRun): void {
    const passage = passageOf(run.text);
    const found: (Mark | undefined)[] = [];
    if (passage.hits.length > 0) {
      introduce(passage.hits);
      for (const { hit, marked, reason } of decide(passage, surroundingsOf(run, pageFacts(), passageOf), lexicon)) {
        if (marked) found.push(markOf(run, hit, reason));
        else if (!introduced.has(hit.entity)) leftOut.add(hit.entity);
      }
    }
    put(run, found);
  }

  /**
   * Reads the run around a text node; with `alone` no more than the node where a name in it is all there is to know. True
   * if there was a rest meanwhile.
   */
  async function around(text: Node | null | undefined, alone = false): Promise<boolean> {
    // Comments and doctypes come and go too. 3 text, 4 CDATA
    if (!text || (text.nodeType !== 3 && text.nodeType !== 4) || done.has(text) || !text.isConnected) return false;
    done.add(text);
    if (!isReadable(text) || (alone && readAlone(text as Text))) return false;
    let rested = false;
    for (const run of runsAround(treeCursor(text.getRootNode()), text as Text)) {
      const group = lacking(run);
      if (group) {
        asked.add(group);
        const bytes = await options.context?.(group);
        if (bytes) addContext(lexicon, group, bytes);
        // The page may have changed meanwhile.
        await pace.rest();
        done.delete(text);
        await around(text);
        return true;
      }
      for (const node of run.nodes) done.add(node);
      readRun(run);
      if (!pace.isDue()) continue;
      await pace.rest();
      rested = true;
    }
    return rested;
  }

  /** Looks for names from the start of the range; moves its start behind what was read. True if there is more to do. */
  async function piece(range: Range, walker: TreeWalker, text: string): Promise<boolean> {
    const { startContainer, startOffset } = range;
    const isText = 'data' in startContainer;
    // In one huge text every node is worth reading: that is done with rests between.
    const next = (from: number): number =>
      text.length > HUGE && from < text.length ? from : nextName(text, from, lexicon);
    let at = next(0);
    if (at < 0) return false;
    walker.currentNode = startContainer;
    let node = isText ? startContainer : walker.nextNode();
    let begin = isText ? -startOffset : 0;
    if (startOffset > 0 && !isText) {
      // The page took away what stood here.
      again(startContainer);
      return false;
    }
    for (; at >= 0 && node; at = next(begin)) {
      while (node && begin + (node as Text).length <= at) {
        begin += (node as Text).length;
        node = walker.nextNode();
      }
      if (!node) return false;
      begin += (node as Text).length;
      range.setStart(node, (node as Text).length);
      if (await around(node, true)) return true;
      node = walker.nextNode();
    }
    return false;
  }

  /** Everything below a node, beginning at `first` if that is given. Only where a name may begin are nodes touched. */
  async function below(root: Node & ParentNode, first?: Element): Promise<void> {
    let ruby = false;
    // 4 text, 8 CDATA
    const walker = Document.prototype.createTreeWalker.call(document, root.getRootNode(), 12);
    for (const range of rawText(root, first)) {
      for (let more = true; more && !range.collapsed; ) {
        const text = range.toString();
        ruby ||= MAY_HAVE_READINGS.test(text);
        more = await piece(range, walker, text);
      }
      if (pace.isDue()) await pace.rest();
    }
    for (const { node, text } of tornTexts(root, ruby)) {
      if (nextName(text, 0, lexicon) >= 0) await around(node);
      if (pace.isDue()) await pace.rest();
    }
  }

  return {
    readNow(text) {
      if (!text.isConnected || text.length > SHORT || !isReadable(text)) return;
      for (const run of runsAround(treeCursor(text.getRootNode()), text)) {
        if (run.text.length > SHORT || lacking(run)) return;
        readRun(run);
      }
    },
    async read(nodes, edges, first) {
      // Another address in the same document is another page.
      const now = document.location?.pathname.toLowerCase() ?? '';
      if (now !== path) {
        introduced = new Set();
        leftOut = new Set();
      }
      path = now;
      done = new Set();
      for (const node of [...edges, ...nodes]) {
        const isWhole = nodes.has(node);
        if (!node.isConnected || (!isWhole && isBlock(node)) || isInside(node, nodes)) continue;
        if (!isReadable(node)) {
          marks.dropWhere((mark) => node.contains(mark.range.startContainer));
          continue;
        }
        for (const text of isBlock(node) ? [] : edgeTexts(node)) await around(text);
        if (isWhole && 'querySelectorAll' in node) await below(node as Element, first);
        if (pace.isDue()) await pace.rest();
      }
    },
  };
}

/** A neighbour further away than so many nodes is none. */
const FURTHEST = 50;

/** What may read otherwise now that something inline came, went or changed: the texts at its edges, in and outside of it. */
function edgeTexts(node: Node): (Node | undefined)[] {
  // Neither documents nor shadow roots stand beside anything.
  if (node.nodeType > 8) return [];
  const walker = treeCursor(node.getRootNode());
  function inner(side: 'firstChild' | 'lastChild'): Node {
    const cursor = treeCursor(node);
    while (cursor[side]());
    return cursor.currentNode;
  }
  function beside(from: Node, step: 'previousNode' | 'nextNode'): Node | undefined {
    walker.currentNode = from;
    for (let i = 0; i < FURTHEST; i++) {
      const next = walker[step]();
      if (!next || isBlock(next)) return undefined;
      if (next.nodeType !== 1 && /\S/.test((next as Text).data) && isReadable(next)) return next;
    }
    return undefined;
  }
  const last = inner('lastChild');
  return [inner('firstChild'), last, beside(node, 'previousNode'), beside(last, 'nextNode')];
}

/** True if one of `nodes` holds the node: it is read with that. */
function isInside(node: Node, nodes: ReadonlySet<Node>): boolean {
  const root = node.getRootNode();
  const cursor = treeCursor(root);
  cursor.currentNode = node;
  while (cursor.parentNode()) if (nodes.has(cursor.currentNode)) return true;
  return node !== root && nodes.has(root);
}
