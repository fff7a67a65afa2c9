/** Reads trees of the page in slices and puts marks where the matcher says so. */
import { decide } from '../core/match/context.ts';
import { introducedBy } from '../core/match/find-mentions.ts';
import { mayName } from '../core/match/glance.ts';
import type { Lexicon } from '../core/match/types.ts';
import type { Mark, Marks } from './marks.ts';
import type { Pace } from './pace.ts';
import { createPassages, type Passages } from './passages.ts';
import { stretchOf } from './ranges.ts';
import { type Cursor, isBlock, isReadable, runsAround, type TextRun, textRuns, treeCursor } from './text-blocks.ts';
import type { Changes } from './watch.ts';

export interface Scanner {
  /** Reads everything below a node but the runs that begin in `done`. Resolves when done, or when the content is gone; never rejects on its account. */
  below(root: Node, done?: ReadonlySet<Text>): Promise<void>;
  /** Reads what changed. */
  changes(changes: Changes): Promise<void>;
  /** Forgets what was read about trees and texts around. */
  forget(): void;
}

/** Mentions left out for want of the full name: kept for when it appears, up to this many. */
const MOST_WAITING = 500;

/** A block of so few elements is looked at whole before it is read. */
const SMALL = 24;
/** Longer texts are read piece by piece at once. */
const MOST_TEXT = 16_384;
/** Texts of blocks without names that are remembered. */
const MOST_DULL = 500;

export function createScanner(options: {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly marks: Marks;
  readonly pace: Pace;
  /** Asks for a node to be read at the next flush. */
  readonly again: (node: Node) => void;
  readonly signal: AbortSignal;
}): Scanner {
  const { document, lexicon, marks, pace, again, signal } = options;
  const trees = new WeakMap<Node, { readonly cursor: Cursor; readonly passages: Passages }>();
  let fresh: Passages[] = [];
  let introduced = new Set<number>();
  let path = '';
  const dull = new Set<string>();
  let waiting: { readonly entity: number; readonly node: Text }[] = [];

  function treeOf(node: Node) {
    const root = node.getRootNode();
    let tree = trees.get(root);
    if (!tree) {
      const cursor = treeCursor(root);
      tree = { cursor, passages: createPassages(cursor, lexicon, () => document.title) };
      trees.set(root, tree);
    }
    fresh.push(tree.passages);
    return tree;
  }

  /** Another address in the same document is another page. */
  function lookAtAddress(): void {
    const now = document.location?.pathname.toLowerCase() ?? '';
    if (now === path) return;
    path = now;
    introduced = new Set();
    waiting = [];
  }

  function introduce(entities: Iterable<number>): void {
    for (const entity of entities) {
      if (introduced.has(entity)) continue;
      introduced.add(entity);
      for (const { node } of waiting.filter((left) => left.entity === entity)) again(node);
      waiting = waiting.filter((left) => left.entity !== entity);
    }
  }

  function readRun(run: TextRun, passages: Passages): void {
    const territory = { nodes: run.nodes, from: run.from, length: run.text.length };
    const passage = passages.passage(run);
    if (passage.hits.length === 0) {
      if (marks.byRange.size > 0) marks.replace(territory, []);
      return;
    }
    introduce(introducedBy([passage], lexicon));
    const page = { lang: document.documentElement?.lang ?? '', path, introduced };
    const decisions = decide(passage, passages.surroundings(run, page), lexicon);
    const kept = decisions.filter((decision) => decision.marked);
    const ids = [...new Set(kept.map(({ hit }) => lexicon.entityIds[hit.entity] ?? ''))];
    const found: Mark[] = [];
    for (const { hit, reason } of kept) {
      const stretch = stretchOf(run, hit.start, hit.end);
      const entity = lexicon.entityIds[hit.entity];
      if (!stretch || entity === undefined) continue;
      const text = run.text.slice(hit.start, hit.end);
      found.push({ ...stretch, entity, text, reason, near: ids.filter((id) => id !== entity) });
    }
    marks.replace(territory, found);
    const node = run.nodes[0];
    for (const { hit, marked } of decisions) {
      if (!marked && node && waiting.length < MOST_WAITING && !introduced.has(hit.entity)) {
        waiting.push({ entity: hit.entity, node });
      }
    }
  }

  /**
   * Looks at a small block without touching its nodes: most hold no name. Pages write the same blocks again and again,
   * so those found dull are known by their text.
   */
  function isWorthReading(block: Element, isNews: boolean): boolean {
    // A line break leaves no trace in this text, and ruby leaves too much.
    const text = block.textContent;
    if (text.length > MOST_TEXT || block.querySelector('br,rt')) return true;
    if (isNews && dull.has(text)) return false;
    if (mayName(text, lexicon)) return true;
    if (isNews) {
      if (dull.size > MOST_DULL) dull.clear();
      dull.add(text);
    }
    return false;
  }

  function forget(): void {
    for (const passages of fresh) passages.forget();
    fresh = [];
  }

  /** Rests, and puts the cursor right if the page took its place away meanwhile. `undefined`: nothing is left to read. */
  async function rest(cursor: Cursor): Promise<'same' | Node | undefined> {
    const ancestors: Node[] = [];
    const place = cursor.currentNode;
    for (let node: Node | null = place; node && node !== cursor.root; node = cursor.parentNode()) ancestors.push(node);
    cursor.currentNode = place;
    forget();
    await pace.rest();
    if (signal.aborted || !cursor.root.isConnected) return undefined;
    if (cursor.root.contains(place)) return 'same';
    const left = ancestors.find((node) => cursor.root.contains(node));
    again(left ?? cursor.root);
    if (!left) return undefined;
    cursor.currentNode = left;
    for (;;) {
      const next = cursor.nextSibling();
      if (next) return next;
      if (!cursor.parentNode() || cursor.currentNode === cursor.root) return undefined;
    }
  }

  async function below(root: Node, done?: ReadonlySet<Node | undefined>): Promise<void> {
    lookAtAddress();
    const cursor = treeCursor(root);
    let units = textRuns(cursor, { take: isSmall });
    for (let step = units.next(); !step.done; step = units.next()) {
      const { passages } = treeOf(root);
      if ('nodes' in step.value) {
        if (!done?.has(step.value.nodes[0])) readRun(step.value, passages);
      } else if (isWorthReading(step.value, root !== document)) {
        for (const run of textRuns(treeCursor(step.value))) if ('nodes' in run) readRun(run, passages);
      }
      if (!pace.isDue()) continue;
      const place = await rest(cursor);
      if (place === undefined) return;
      if (place !== 'same') units = textRuns(cursor, { first: place, take: isSmall });
    }
    forget();
  }

  async function changes({ nodes, edges }: Changes): Promise<void> {
    lookAtAddress();
    const done = new Set<Text>();

    /** The run around a text node, unless this flush has read it. */
    function around(text: Node | null): void {
      if (!text || text.nodeType === 1 || done.has(text as Text) || !text.isConnected) return;
      const { cursor, passages } = treeOf(text);
      if (!isReadable(cursor, text)) {
        marks.drop(text as Text);
        return;
      }
      for (const run of runsAround(cursor, text as Text)) {
        for (const node of run.nodes) done.add(node);
        readRun(run, passages);
      }
    }

    for (const node of edges) {
      if (!node.isConnected || isBlock(node)) continue;
      around(edgeText(node, 'firstChild'));
      around(edgeText(node, 'lastChild'));
    }
    for (const node of nodes) {
      if (signal.aborted) return;
      if (!node.isConnected || isInside(node, nodes)) continue;
      if (node.nodeType === 3 || node.nodeType === 4) {
        around(node);
      } else if (node.nodeType === 1 && !isReadable(treeOf(node).cursor, node)) {
        if (marks.byRange.size > 0) marks.dropWhere((mark) => node.contains(mark.range.startContainer));
      } else {
        if (node.nodeType === 1 && !isBlock(node)) {
          around(edgeText(node, 'firstChild'));
          around(edgeText(node, 'lastChild'));
        }
        await below(node, done);
      }
      if (pace.isDue()) {
        forget();
        await pace.rest();
      }
    }
    forget();
  }

  return { below, changes, forget };
}

/** The first or last text inside a node, `null` if an element without any stands there. */
function edgeText(node: Node, side: 'firstChild' | 'lastChild'): Node | null {
  const cursor = treeCursor(node);
  while (cursor[side]());
  return cursor.currentNode.nodeType === 1 ? null : cursor.currentNode;
}

/** True if an ancestor is read anyway. */
function isInside(node: Node, nodes: ReadonlySet<Node>): boolean {
  const cursor = treeCursor(node.getRootNode());
  cursor.currentNode = node;
  while (cursor.parentNode()) if (nodes.has(cursor.currentNode)) return true;
  return cursor.root !== node && nodes.has(cursor.root);
}

function isSmall(block: Element): boolean {
  // A form answers with its fields.
  return block.localName !== 'form' && !block.getElementsByTagName('*')[SMALL];
}
