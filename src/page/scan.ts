/** Reads what changed in the page, at first all of it, and puts marks where the matcher says so. */
import { decide } from '../core/match/context.ts';
import { introducedBy } from '../core/match/find-mentions.ts';
import { mayName } from '../core/match/glance.ts';
import type { Decision, Lexicon } from '../core/match/types.ts';
import { createMark, type Mark, type Marks } from './marks.ts';
import type { Pace } from './pace.ts';
import { passageOf, surroundingsOf } from './passages.ts';
import { stretchOf } from './ranges.ts';
import { isBlock, isReadable, runsAround, type TextRun, textRuns, treeCursor } from './text-blocks.ts';

/** A block of so few elements is looked at whole before it is read. */
const SMALL = 24;
/** Longer texts are read at once, piece by piece. */
const MOST_TEXT = 16_384;
/** Texts of blocks without names that are remembered. */
const MOST_DULL = 500;

export interface Scanner {
  /** Reads nodes with everything below them, and of `edges` the text at their edge. Not what is gone meanwhile. */
  read(nodes: ReadonlySet<Node>, edges?: ReadonlySet<Node>): Promise<void>;
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
  const dull = new Set<string>();
  /** Text with a mention that was left out, by entity: read again once the entity is introduced by its full name. */
  let leftOut = new Map<number, Text>();
  let introduced = new Set<number>();
  let path = '';
  let done = new Set<Text>();

  function readRun(run: TextRun): void {
    const passage = passageOf(run.text, lexicon);
    const found: Mark[] = [];
    if (passage.hits.length > 0) {
      for (const entity of introducedBy([passage], lexicon)) {
        introduced.add(entity);
        const text = leftOut.get(entity);
        leftOut.delete(entity);
        // All of the page: there may be more of them.
        if (text) again(text.ownerDocument);
      }
      const page = { lang: document.documentElement?.lang ?? '', path, introduced };
      const decisions = decide(passage, surroundingsOf(run, page, lexicon), lexicon);
      const idOf = ({ hit }: Decision): string => lexicon.entityIds[hit.entity] ?? '';
      const near = [...new Set(decisions.filter(({ marked }) => marked).map(idOf))];
      for (const decision of decisions) {
        const { hit, marked, reason } = decision;
        const stretch = stretchOf(run, hit.start, hit.end);
        if (!marked && !introduced.has(hit.entity) && run.nodes[0]) leftOut.set(hit.entity, run.nodes[0]);
        if (marked && stretch) found.push(createMark({ ...stretch, entity: idOf(decision), reason, near }));
      }
    }
    if (found.length + marks.byRange.size > 0) marks.replace(run, found);
  }

  /**
   * Looks at a small block without touching its nodes: most hold no name. Pages write the same blocks again and again,
   * so those found dull are known by their text.
   */
  function isDull(block: Element, isNews: boolean): boolean {
    const text = block.textContent;
    // A line break leaves no trace in this text, and ruby leaves too much.
    if (text.length > MOST_TEXT || block.querySelector('br,rt')) return false;
    if (isNews && dull.has(text)) return true;
    if (mayName(text, lexicon)) return false;
    if (isNews) {
      if (dull.size > MOST_DULL) dull.clear();
      dull.add(text);
    }
    return true;
  }

  /** Everything below a block, but the runs already read. */
  async function below(root: Node): Promise<void> {
    const cursor = treeCursor(root);
    let units = textRuns(cursor, null, isSmall);
    for (let unit = units.next(); !unit.done; unit = units.next()) {
      if ('nodes' in unit.value) {
        if (!done.has(unit.value.nodes[0] as Text)) readRun(unit.value);
      } else if (!isDull(unit.value, root !== document)) {
        for (const run of textRuns(treeCursor(unit.value))) readRun(run as TextRun);
      }
      if (!pace.isDue()) continue;
      const place = cursor.currentNode;
      const around: Node[] = [];
      while (cursor.parentNode()) around.push(cursor.currentNode);
      cursor.currentNode = place;
      await pace.rest();
      if (!root.isConnected) return;
      if (root.contains(place)) continue;
      // The page took our place away: what is left of it is read later, and we go on behind it.
      const left = around.find((node) => root.contains(node));
      if (!left) return;
      again(left);
      cursor.currentNode = left;
      let next = cursor.nextSibling();
      while (!next && cursor.parentNode()) next = cursor.nextSibling();
      if (!next) return;
      units = textRuns(cursor, next, isSmall);
    }
  }

  /** The run around a text node. */
  function around(text: Node): void {
    if (text.nodeType === 1 || done.has(text as Text) || !/\S/.test((text as Text).data)) return;
    for (const run of runsAround(treeCursor(text.getRootNode()), text as Text)) {
      for (const node of run.nodes) done.add(node);
      readRun(run);
    }
  }

  return {
    async read(nodes, edges = new Set()) {
      // Another address in the same document is another page.
      const now = document.location?.pathname.toLowerCase() ?? '';
      if (now !== path) {
        introduced = new Set();
        leftOut = new Map();
      }
      path = now;
      done = new Set();
      for (const node of [...edges, ...nodes]) {
        const isWhole = nodes.has(node);
        const cursor = treeCursor(node.getRootNode());
        if (!node.isConnected || (!isWhole && isBlock(node)) || isInside(node, nodes)) continue;
        if (!isReadable(cursor, node)) {
          marks.dropWhere((mark) => node.contains(mark.range.startContainer));
          continue;
        }
        if (!isBlock(node) && node.nodeType < 9) {
          const edge = treeCursor(node);
          while (edge.firstChild());
          around(edge.currentNode);
          edge.currentNode = node;
          while (edge.lastChild());
          around(edge.currentNode);
        }
        if (isWhole && node.nodeType !== 3) await below(node);
        if (pace.isDue()) await pace.rest();
      }
    },
  };
}

function isSmall(block: Element): boolean {
  // A form answers with its fields.
  return block.localName !== 'form' && !block.getElementsByTagName('*')[SMALL];
}

/** True if one of `nodes` holds the node: it is read with that. */
function isInside(node: Node, nodes: ReadonlySet<Node>): boolean {
  const root = node.getRootNode();
  const cursor = treeCursor(root);
  cursor.currentNode = node;
  while (cursor.parentNode()) if (nodes.has(cursor.currentNode)) return true;
  return node !== root && nodes.has(root);
}
