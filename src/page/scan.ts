/** Reads what changed in the page, at first all of it, and puts marks where the matcher says so. */
import { decide } from '../core/match/context.ts';
import { introducedBy } from '../core/match/find-mentions.ts';
import { nextName } from '../core/match/glance.ts';
import type { Decision, Lexicon } from '../core/match/types.ts';
import { createMark, type Mark, type Marks } from './marks.ts';
import type { Pace } from './pace.ts';
import { passageReader, surroundingsOf } from './passages.ts';
import { stretchOf } from './ranges.ts';
import { rawText } from './raw-text.ts';
import { isBlock, isReadable, runsAround, type TextRun, treeCursor } from './text-blocks.ts';

/** More raw text than this in one piece holds a huge text node. */
const HUGE = 65_536;
/** A line break or ruby tears a name apart in raw text: so much on both sides of it is looked at joined. */
const TORN = 60;

export interface Scanner {
  /**
   * Reads nodes with everything below them, and of `edges` the text at their edge. Not what is gone meanwhile.
   * Begins at `first`.
   */
  read(nodes: ReadonlySet<Node>, edges: ReadonlySet<Node>, first?: Element): Promise<void>;
}

/** `again` asks for a node to be read later. */
export function createScanner(options: {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly marks: Marks;
  readonly pace: Pace;
  readonly again: (node: Node) => void;
}): Scanner {
  const { document, lexicon, marks, pace, again } = options;
  const passageOf = passageReader(lexicon);
  /** Entities with a mention that was left out: the page is read again once the full name introduces one. */
  let leftOut = new Set<number>();
  let introduced = new Set<number>();
  let path = '';
  /** Text that this reading is done with. */
  let done = new Set<Node>();

  function readRun(run: TextRun): void {
    const passage = passageOf(run.text);
    const found: Mark[] = [];
    if (passage.hits.length > 0) {
      for (const entity of introducedBy([passage], lexicon)) {
        introduced.add(entity);
        // All of the page: there may be more of them.
        if (leftOut.delete(entity)) again(document);
      }
      const page = { lang: document.documentElement?.lang ?? '', path, introduced };
      const decisions = decide(passage, surroundingsOf(run, page, passageOf), lexicon);
      const idOf = ({ hit }: Decision): string => lexicon.entityIds[hit.entity] ?? '';
      const near = [...new Set(decisions.filter(({ marked }) => marked).map(idOf))];
      for (const decision of decisions) {
        const { hit, marked, reason } = decision;
        const stretch = stretchOf(run, hit.start, hit.end);
        if (!marked && !introduced.has(hit.entity)) leftOut.add(hit.entity);
        if (marked && stretch) found.push(createMark({ ...stretch, entity: idOf(decision), reason, near }));
      }
    }
    if (found.length + marks.byRange.size > 0) marks.replace(run, found);
  }

  /** Reads the run around a text node. True if there was a rest meanwhile. */
  async function around(text: Node | null | undefined): Promise<boolean> {
    // Comments and doctypes come and go too. 3 text, 4 CDATA
    if (!text || (text.nodeType !== 3 && text.nodeType !== 4) || done.has(text) || !text.isConnected) return false;
    done.add(text);
    const cursor = treeCursor(text.getRootNode());
    let rested = false;
    if (!/\S/.test((text as Text).data) || !isReadable(cursor, text)) return false;
    for (const run of runsAround(cursor, text as Text)) {
      for (const node of run.nodes) done.add(node);
      readRun(run);
      if (!pace.isDue()) continue;
      await pace.rest();
      rested = true;
    }
    return rested;
  }

  /** Looks for names from the start of the range; moves its start behind what was read. True if there is more to do. */
  async function piece(range: Range): Promise<boolean> {
    const text = range.toString();
    const { startContainer, startOffset } = range;
    // 4 text, 8 CDATA
    const walker = Document.prototype.createTreeWalker.call(document, startContainer.getRootNode(), 12);
    walker.currentNode = startContainer;
    const isText = 'data' in startContainer;
    let node = isText ? startContainer : walker.nextNode();
    let begin = isText ? -startOffset : 0;
    if (startOffset > 0 && !isText) {
      // The page took away what stood here.
      again(startContainer);
      return false;
    }
    // In one huge text every node is worth reading: that is done with rests between.
    const next = (from: number): number =>
      text.length > HUGE && from < text.length ? from : nextName(text, from, lexicon);
    for (let at = next(0); at >= 0 && node; at = next(begin)) {
      while (node && begin + (node as Text).length <= at) {
        begin += (node as Text).length;
        node = walker.nextNode();
      }
      if (!node) return false;
      begin += (node as Text).length;
      range.setStart(node, (node as Text).length);
      if (await around(node)) return true;
      node = walker.nextNode();
    }
    return false;
  }

  /** Everything below a node, beginning at `first` if that is given. Only where a name may begin are nodes touched. */
  async function below(root: Node & ParentNode, first?: Element): Promise<void> {
    for (const range of rawText(root, first)) {
      while (!range.collapsed && (await piece(range)));
      if (pace.isDue()) await pace.rest();
    }
    for (const torn of root.querySelectorAll('br,ruby')) {
      const [left, right] = [torn.previousSibling, torn.nextSibling];
      if (torn.localName !== 'br') await around(torn.firstChild);
      else if (left instanceof Text && right instanceof Text) {
        const joined = `${left.data.slice(-TORN)} ${right.data.slice(0, TORN)}`;
        if (nextName(joined, 0, lexicon) >= 0) await around(left);
      }
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
      for (const node of [...edges, ...nodes]) {
        const isWhole = nodes.has(node);
        if (!node.isConnected || (!isWhole && isBlock(node)) || isInside(node, nodes)) continue;
        if (!isReadable(treeCursor(node.getRootNode()), node)) {
          marks.dropWhere((mark) => node.contains(mark.range.startContainer));
          continue;
        }
        if (!isBlock(node)) {
          await around(edgeText(node, 'firstChild'));
          await around(edgeText(node, 'lastChild'));
        }
        if (isWhole && 'querySelectorAll' in node) await below(node as Element, first);
        if (pace.isDue()) await pace.rest();
      }
    },
  };
}

function edgeText(node: Node, side: 'firstChild' | 'lastChild'): Node {
  const cursor = treeCursor(node);
  while (cursor[side]());
  return cursor.currentNode;
}

/** True if one of `nodes` holds the node: it is read with that. */
function isInside(node: Node, nodes: ReadonlySet<Node>): boolean {
  const root = node.getRootNode();
  const cursor = treeCursor(root);
  cursor.currentNode = node;
  while (cursor.parentNode()) if (nodes.has(cursor.currentNode)) return true;
  return node !== root && nodes.has(root);
}
