/** What is marked now: by range for the pointer, by text node for the page's own edits. Holds no live range. */
import type { Reason } from '../core/match/types.ts';
import { wholeWord } from '../core/match/whole-word.ts';
import type { Stretch } from './ranges.ts';
import { runsAround, type TextRun, treeCursor } from './text-blocks.ts';
import { rectsOf } from './view.ts';

/** In scripts without spaces nobody can tell without reading: there the mark goes until the text is read. */
const WORD = /[\p{L}\p{N}\p{M}_]/u;

/** A mention in the document. */
export class Mark {
  /** Entity id. */
  readonly entity: string;
  /** The words as they stand in the page. */
  readonly text: string;
  readonly range: StaticRange;
  /** The text nodes the words stand in, in document order. */
  readonly nodes: readonly Text[];
  reason: Reason;
  readonly #marksOn: (node: Text) => Iterable<Mark>;

  constructor(
    { range, nodes, text }: Stretch,
    entity: string,
    reason: Reason,
    marksOn: (node: Text) => Iterable<Mark>,
  ) {
    this.entity = entity;
    this.text = text;
    this.range = range;
    this.nodes = nodes;
    this.reason = reason;
    this.#marksOn = marksOn;
  }

  /** Where it is on the screen, one rectangle for each line; none if it is gone or not drawn. */
  rects(): DOMRect[] {
    return rectsOf(this.range);
  }

  /** Ids of the entities marked in the same passage, this one among them. */
  near(): string[] {
    const ids = new Set([this.entity]);
    for (const { nodes } of this.#runs()) {
      for (const node of nodes) for (const { entity } of this.#marksOn(node)) ids.add(entity);
    }
    return [...ids];
  }

  /** The words of its passage that `reason` points to, as they stand in the page: read again from it. */
  reasonWords(): string[] {
    const [first] = this.nodes;
    const words = new Set<string>();
    for (const { text, nodes, starts, from } of this.#runs()) {
      const at = (starts[nodes.indexOf(first as Text)] ?? 0) + this.range.startOffset - from;
      if (!text.startsWith(this.text, at)) continue;
      for (const word of this.reason.words) words.add(wholeWord(text, word));
    }
    return [...words];
  }

  #runs(): Iterable<TextRun> {
    const [first] = this.nodes;
    return first ? runsAround(treeCursor(first.getRootNode()), first) : [];
  }
}

export interface Marks {
  /** All marks, by their range. */
  readonly byRange: ReadonlyMap<AbstractRange, Mark>;
  /** A mark that is not among them yet. */
  create(stretch: Stretch, entity: string, reason: Reason): Mark;
  /** Puts `fresh` in the place of whatever was marked in the run. A mark that says the same stays as it is. */
  replace(run: TextRun, fresh: readonly Mark[]): void;
  /** Takes off the marks on a text node whose content changed, but those whose words still stand there. True if any went. */
  drop(node: Node): boolean;
  /** Takes off marks over several nodes between which something now stands, now that `targets` have other children. */
  dropSplit(targets: ReadonlySet<Node>): void;
  /** Takes off every mark for which `gone` is true. */
  dropWhere(gone: (mark: Mark) => boolean): void;
}

/** An empty set of marks that tells of every one that comes or goes. */
export function createMarks(added: (mark: Mark) => void, removed: (mark: Mark) => void): Marks {
  const byRange = new Map<AbstractRange, Mark>();
  const byNode = new Map<Node, Mark[]>();
  const spanning = new Set<Mark>();
  const marksOn = (node: Node): readonly Mark[] => byNode.get(node) ?? [];

  function remove(mark: Mark): void {
    byRange.delete(mark.range);
    spanning.delete(mark);
    for (const node of mark.nodes) {
      const others = marksOn(node).filter((other) => other !== mark);
      if (others.length > 0) byNode.set(node, others);
      else byNode.delete(node);
    }
    removed(mark);
  }

  function add(mark: Mark): void {
    byRange.set(mark.range, mark);
    for (const node of mark.nodes) byNode.set(node, [...marksOn(node), mark]);
    if (mark.nodes.length > 1) spanning.add(mark);
    added(mark);
  }

  return {
    byRange,
    create: (stretch, entity, reason) => new Mark(stretch, entity, reason, marksOn),
    replace({ nodes, starts, from, text }, fresh) {
      const missing = new Set(fresh);
      for (let i = 0; i < nodes.length; i++) {
        const node = nodes[i] as Text;
        for (const old of marksOn(node)) {
          const at = (starts[i] ?? 0) + old.range.startOffset - from;
          // A run that was cut is read piece by piece: the other pieces keep their marks.
          if (old.nodes[0] !== node || at < 0 || at >= text.length) continue;
          const same = fresh.find((mark) => isSame(mark, old));
          if (same) old.reason = same.reason;
          if (!same || !missing.delete(same)) remove(old);
        }
      }
      for (const mark of missing) add(mark);
    },
    drop(node) {
      const gone = marksOn(node).filter((mark) => !stillStands(mark));
      for (const mark of gone) remove(mark);
      return gone.length > 0;
    },
    dropSplit(targets) {
      for (const mark of spanning) if (mayBeSplit(mark, targets) && !isWhole(mark)) remove(mark);
    },
    dropWhere(gone) {
      for (const mark of byRange.values()) if (gone(mark)) remove(mark);
    },
  };
}

function isSame(a: Mark, b: Mark): boolean {
  return (
    a.entity === b.entity &&
    a.text === b.text &&
    a.nodes[0] === b.nodes[0] &&
    a.nodes.length === b.nodes.length &&
    a.range.startOffset === b.range.startOffset
  );
}

/** True if the words are where they were, with nothing written on to them: a clock beside them takes no mark away. */
function stillStands({ nodes, range, text }: Mark): boolean {
  const [node, another] = nodes;
  if (!node?.isConnected || another) return false;
  const { startOffset, endOffset } = range;
  const { data } = node;
  return (
    data.startsWith(text, startOffset) && !WORD.test(data.charAt(endOffset)) && !WORD.test(data.charAt(startOffset - 1))
  );
}

/** Of more places than this it is not asked which of them matter. */
const MOST_PLACES = 20;

/** False if nothing in `targets` can stand between the mark's text nodes. */
function mayBeSplit({ nodes }: Mark, targets: ReadonlySet<Node>): boolean {
  if (targets.size > MOST_PLACES) return true;
  const last = nodes.at(-1) ?? null;
  let both: Node | null | undefined = nodes[0];
  while (both && !both.contains(last)) both = both.parentNode;
  for (const target of targets) if (!both || both.contains(target)) return true;
  return false;
}

/** True if the mark's text nodes still follow one another. */
function isWhole({ nodes }: Mark): boolean {
  const [first, ...rest] = nodes;
  if (!first?.isConnected) return false;
  const walker = first.ownerDocument.createTreeWalker(first.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  return rest.every((node) => walker.nextNode() === node);
}
