/** What is marked now: by range for the pointer, by text node for the page's own edits. Holds no live range. */
import type { Reason } from '../core/match/types.ts';
import type { Cursor } from './text-blocks.ts';
import { isBlock } from './text-blocks.ts';

export interface Mark {
  /** Entity id. */
  readonly entity: string;
  /** The words as they stand in the page. */
  readonly text: string;
  readonly range: StaticRange;
  /** The text nodes the words stand in, in document order. */
  readonly nodes: readonly Text[];
  /** Ids of the other entities marked in the same passage, as it reads now. */
  near: readonly string[];
  readonly reason: Reason;
}

/** Told of every mark that comes or goes. */
export interface MarksListener {
  added(mark: Mark): void;
  removed(mark: Mark): void;
}

/** The nodes that were just read, and which part of the first one if it was cut. */
export interface Territory {
  readonly nodes: readonly Text[];
  readonly from: number;
  readonly length: number;
}

export interface Marks {
  /** All marks, by their range. */
  readonly byRange: ReadonlyMap<StaticRange, Mark>;
  /** Puts `fresh` in the place of whatever was marked in the territory. A mark that says the same stays as it is. */
  replace(territory: Territory, fresh: readonly Mark[]): void;
  /** Takes off the marks on a text node whose content changed. */
  drop(node: Text): void;
  /** Takes off marks over several nodes between which something now stands. Cheap where there are none. */
  dropSplit(cursorAt: (node: Node) => Cursor): void;
  /** Takes off every mark for which `gone` is true. */
  dropWhere(gone: (mark: Mark) => boolean): void;
}

/** An empty set of marks. */
export function createMarks(listener: MarksListener): Marks {
  const byRange = new Map<StaticRange, Mark>();
  const byNode = new Map<Text, Mark[]>();
  const spanning = new Set<Mark>();

  function add(mark: Mark): void {
    byRange.set(mark.range, mark);
    for (const node of mark.nodes) {
      const here = byNode.get(node);
      if (here) here.push(mark);
      else byNode.set(node, [mark]);
    }
    if (mark.nodes.length > 1) spanning.add(mark);
    listener.added(mark);
  }

  function remove(mark: Mark): void {
    if (!byRange.delete(mark.range)) return;
    for (const node of mark.nodes) {
      const left = byNode.get(node)?.filter((other) => other !== mark);
      if (left?.length) byNode.set(node, left);
      else byNode.delete(node);
    }
    spanning.delete(mark);
    listener.removed(mark);
  }

  return {
    byRange,
    replace({ nodes, from, length }, fresh) {
      const missing = new Set(fresh);
      for (const node of nodes) {
        for (const old of byNode.get(node) ?? []) {
          const { startOffset, startContainer } = old.range;
          // A node that was cut is read piece by piece: the other pieces keep their marks.
          if (startContainer === nodes[0] && nodes.length === 1 && (startOffset < from || startOffset >= from + length))
            continue;
          const same = fresh.find((mark) => isSame(mark, old));
          if (same) {
            missing.delete(same);
            old.near = same.near;
          } else remove(old);
        }
      }
      for (const mark of missing) add(mark);
    },
    drop(node) {
      for (const mark of byNode.get(node) ?? []) remove(mark);
    },
    dropSplit(cursorAt) {
      for (const mark of spanning) {
        const [first, ...rest] = mark.nodes;
        if (first && !follows(cursorAt(first), rest)) remove(mark);
      }
    },
    dropWhere(gone) {
      for (const mark of byRange.values()) if (gone(mark)) remove(mark);
    },
  };
}

function isSame(a: Mark, b: Mark): boolean {
  return (
    a.entity === b.entity &&
    a.range.startContainer === b.range.startContainer &&
    a.range.startOffset === b.range.startOffset &&
    a.range.endContainer === b.range.endContainer &&
    a.range.endOffset === b.range.endOffset &&
    a.text === b.text
  );
}

/** True if exactly these text nodes come next, with no block between. */
function follows(cursor: Cursor, nodes: readonly Text[]): boolean {
  for (const expected of nodes) {
    let next: Node | null;
    do next = nextIn(cursor);
    while (next && next.nodeType === 1 && !isBlock(next));
    if (next !== expected) return false;
  }
  return true;
}

function nextIn(cursor: Cursor): Node | null {
  let next = cursor.firstChild() ?? cursor.nextSibling();
  while (!next && cursor.parentNode()) next = cursor.nextSibling();
  return next;
}
