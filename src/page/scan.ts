/** Reads what changed in the page, at first all of it, has it judged, and puts marks where the judge says so. */
import type { Glance } from '../core/match/glance.ts';
import type { Questions, Verdict, Verdicts } from '../core/match/questions.ts';
import type { Mark, Marks } from './marks.ts';
import type { Pace } from './pace.ts';
import { gatherQuestions } from './questions.ts';
import { stretchOf } from './ranges.ts';
import type { Piece } from './raw-text.ts';
import { textsAround } from './surroundings.ts';
import { isBlock, isReadable, runsAround, type TextRun, treeCursor } from './text-blocks.ts';
import type { PageTools } from './tools.ts';

/** More raw text than this in one piece holds a huge text node. */
const HUGE = 65_536;
/** A name that stands fewer elements further on is looked for node by node. */
const FEW_ELEMENTS = 6;
/** Scripts that are written with readings between the letters. */
const MAY_HAVE_READINGS = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** UTF-16 units of a title that say what a page is about. */
const LONGEST_TITLE = 1_000;
/** After so many questions without an answer there is nobody to ask. */
const MOST_UNANSWERED = 5;

export interface Scanner {
  /**
   * Reads nodes with everything below them, and of `edges` the text at their edge. Not what is gone meanwhile.
   * Begins at `first`.
   */
  read(nodes: ReadonlySet<Node>, edges: ReadonlySet<Node>, first?: Element): Promise<void>;
}

/** Judges passages; `undefined` where there is no answer to be had now. */
export type AskJudge = (questions: Questions) => Promise<Verdicts | undefined>;

/** `again` asks for a node to be read later. */
export function createScanner(options: {
  readonly document: Document;
  readonly glance: Glance;
  readonly tools: PageTools;
  readonly marks: Marks;
  readonly pace: Pace;
  readonly judge: AskJudge;
  readonly again: (node: Node) => void;
}): Scanner {
  const { document, glance, marks, pace, judge, again } = options;
  const { nextName, rawText, tornTexts } = options.tools;
  const gathering = gatherQuestions();
  /** Entities with a mention that was left out: the page is read again once the full name introduces one. */
  let leftOut = new Set<string>();
  let introduced = new Set<string>();
  let path = '';
  let unanswered = 0;
  /** Nothing was asked in this reading yet. */
  let isFirst = true;
  /** Text that this reading is done with. */
  let done = new Set<Node>();

  function markOf(run: TextRun, { start, end, entity, why }: Verdict): Mark | undefined {
    const stretch = stretchOf(run, start, end);
    return stretch && marks.create(stretch, entity, why);
  }

  function put(run: TextRun, verdicts: readonly Verdict[]): void {
    if (verdicts.length + marks.byRange.size === 0) return;
    const found: Mark[] = [];
    for (const verdict of verdicts) {
      const mark = verdict.marked ? markOf(run, verdict) : undefined;
      if (mark) found.push(mark);
      else if (!verdict.marked && !introduced.has(verdict.entity)) leftOut.add(verdict.entity);
    }
    marks.replace(run, found);
  }

  /** Lets the page work; has judged meanwhile what was gathered, if it is worth asking or the first of this reading. */
  async function rest(): Promise<void> {
    if (gathering.isFull() || (isFirst && !gathering.isEmpty())) await settle();
    else await pace.rest();
  }

  /** Has judged what was gathered. */
  async function settle(): Promise<void> {
    const batch = gathering.take();
    if (!batch) return;
    isFirst = false;
    const facts = { ...saidBy(document), path, introduced: [...introduced] };
    const verdicts = await pace.outside(judge({ ...facts, ...batch.questions }));
    if (!verdicts) {
      if (unanswered++ < MOST_UNANSWERED) for (const { nodes } of batch.runs) if (nodes[0]) again(nodes[0]);
      return;
    }
    unanswered = 0;
    for (const entity of verdicts.introduced) {
      introduced.add(entity);
      // All of the page: there may be more of them.
      if (leftOut.delete(entity)) again(document);
    }
    batch.runs.forEach((run, i) => {
      const found = verdicts.passages[i];
      if (found) put(run, found);
      // It is judged by what stands around it.
      else if (run.nodes[0]?.isConnected) gathering.add(run, textsAround(run));
    });
  }

  /**
   * Asks about the runs around a text node in which a name may stand: of one that was `glimpsed` it is known. True if
   * there was a rest meanwhile.
   */
  async function around(text: Node | null | undefined, glimpsed = false): Promise<boolean> {
    // Comments and doctypes come and go too. 3 text, 4 CDATA
    if (!text || (text.nodeType !== 3 && text.nodeType !== 4) || done.has(text) || !text.isConnected) return false;
    done.add(text);
    if (!isReadable(text)) return false;
    let rested = false;
    for (const run of runsAround(treeCursor(text.getRootNode()), text as Text)) {
      for (const node of run.nodes) done.add(node);
      if ((glimpsed && run.text.length < HUGE) || nextName(run.text, 0, glance) >= 0) gathering.add(run);
      else put(run, []);
      if (!pace.isDue() && !gathering.isFull()) continue;
      await rest();
      rested = true;
    }
    return rested;
  }

  /** Looks for names from the start of the piece; moves its start behind what was read. True if there is more to do. */
  async function read(piece: Piece, walker: TreeWalker, text: string): Promise<boolean> {
    const { range, all, from, to } = piece;
    const { startContainer, startOffset } = range;
    const isText = 'data' in startContainer;
    // In one huge text every node is worth reading: that is done with rests between.
    const isHuge = text.length > HUGE;
    const next = (from: number): number => (isHuge && from < text.length ? from : nextName(text, from, glance));
    let at = next(0);
    if (at < 0) return false;
    if (startOffset > 0 && !isText) {
      // The page took away what stood here.
      again(startContainer);
      return false;
    }
    let begin = isText ? -startOffset : 0;
    walker.currentNode = startContainer;
    let node = isText ? startContainer : walker.nextNode();
    for (; at >= 0 && node; at = next(begin)) {
      const share = (to - from) / text.length;
      const isFar = (at - begin) * share > FEW_ELEMENTS + ((text.length - at) * share) / 4;
      const near = isFar ? all.item(from + Math.round(at * share)) : null;
      // To ask how much text is left from an element near it on costs less than to step over every node up to there.
      if (near && range.isPointInRange(near, 0)) {
        range.setStart(near, 0);
        begin = text.length - range.toString().length;
        walker.currentNode = near;
        node = walker.nextNode();
        // Behind the last text there is none to step to, only back.
        while (begin > at) {
          node = walker.previousNode();
          if (!node) return false;
          begin -= (node as Text).length;
        }
      }
      while (node && begin + (node as Text).length <= at) {
        begin += (node as Text).length;
        node = walker.nextNode();
      }
      if (!node) return false;
      begin += (node as Text).length;
      range.setStart(node, (node as Text).length);
      if (await around(node, !isHuge)) return true;
      node = walker.nextNode();
    }
    return false;
  }

  /** Everything below a node, beginning at `first` if that is given. Only where a name may begin are nodes touched. */
  async function below(root: Node & ParentNode, first?: Element): Promise<void> {
    let ruby = false;
    // 4 text, 8 CDATA
    const walker = Document.prototype.createTreeWalker.call(document, root.getRootNode(), 12);
    for (const piece of rawText(root, first)) {
      for (let more = true; more && !piece.range.collapsed; ) {
        const text = piece.range.toString();
        ruby ||= MAY_HAVE_READINGS.test(text);
        more = await read(piece, walker, text);
      }
      if (pace.isDue()) await rest();
    }
    for (const { node, text } of tornTexts(root, ruby)) {
      if (nextName(text, 0, glance) >= 0) await around(node, true);
      if (pace.isDue()) await rest();
    }
  }

  return {
    async read(nodes, edges, first) {
      // Another address in the same document is another page.
      const now = document.location?.pathname.toLowerCase() ?? '';
      if (now !== path) {
        introduced = new Set();
        leftOut = new Set();
      }
      path = now;
      done = new Set();
      gathering.take();
      isFirst = true;
      for (const node of new Set([...edges, ...nodes])) {
        const isWhole = nodes.has(node);
        if (!node.isConnected || (!isWhole && isBlock(node)) || isInside(node, nodes)) continue;
        if (!isReadable(node)) {
          marks.dropWhere((mark) => node.contains(mark.range.startContainer));
          continue;
        }
        for (const text of isBlock(node) ? [] : edgeTexts(node)) await around(text);
        if (isWhole && 'querySelectorAll' in node) await below(node as Element, first);
        if (pace.isDue()) await rest();
      }
      while (!gathering.isEmpty()) await settle();
      // What the page throws away meanwhile is not held.
      done = new Set();
    },
  };
}

/** What a page says of itself. Forms of these names answer for it: they say nothing. */
function saidBy(document: Document): { readonly lang: string; readonly title: string } {
  return { lang: String(document.documentElement?.lang ?? ''), title: String(document.title).slice(0, LONGEST_TITLE) };
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
