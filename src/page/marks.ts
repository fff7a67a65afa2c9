/** What is marked now: by range for the pointer, by text node for the page's own edits. Holds no live range. */
import type { Why } from '../core/match/questions.ts';
import { type Stretch, stretchOf } from './ranges.ts';
import { isReadable, runsAround, type TextRun, treeCursor } from './text-blocks.ts';
import { rectsOf } from './view.ts';

/** Texts up to this are looked through in the page's own turn. */
const SHORT = 2_000;
/** In scripts without spaces nobody can tell without reading: there the mark goes until the text is read. */
const WORD = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED = /[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0eff]/;

/** A mention in the document. */
export class Mark {
  /** Entity id. */
  readonly entity: string;
  /** The words as they stand in the page. */
  readonly text: string;
  readonly range: StaticRange;
  /** The text nodes the words stand in, in document order. */
  readonly nodes: readonly Text[];
  why: Why;
  readonly #marksOn: (node: Text) => Iterable<Mark>;

  constructor({ range, nodes, text }: Stretch, entity: string, why: Why, marksOn: (node: Text) => Iterable<Mark>) {
    this.entity = entity;
    this.text = text;
    this.range = range;
    this.nodes = nodes;
    this.why = why;
    this.#marksOn = marksOn;
  }

  /** Where it is on the screen, one rectangle for each line; none if it is gone or not drawn. */
  rects(): DOMRect[] {
    return rectsOf(this.range);
  }

  /** Ids of the entities marked in the same passage, this one among them. */
  near(): string[] {
    const ids = new Set([this.entity]);
    const [first] = this.nodes;
    for (const { nodes } of first ? runsAround(treeCursor(first.getRootNode()), first) : []) {
      for (const node of nodes) for (const { entity } of this.#marksOn(node)) ids.add(entity);
    }
    return [...ids];
  }
}

export interface Marks {
  /** All marks, by their range. */
  readonly byRange: ReadonlyMap<AbstractRange, Mark>;
  /** A mark that is not among them yet. */
  create(stretch: Stretch, entity: string, why: Why): Mark;
  /** Puts `fresh` in the place of whatever was marked in the run. A mark that says the same stays as it is. */
  replace(run: TextRun, fresh: readonly Mark[]): void;
  /** Takes off the marks on a text node whose content changed, but those whose words still stand there. Gives those that went. */
  drop(node: Node): readonly Mark[];
  /**
   * Marks the words of marks that went where they stand in the text that took the place of theirs, until it is read: what
   * a clock or a counter beside a name does must not make it blink.
   */
  restore(node: Text, gone: readonly Mark[]): void;
  /** Takes off marks over several nodes between which something now stands, now that the records' targets changed. */
  dropSplit(records: readonly MutationRecord[]): void;
  /** Takes off every mark for which `gone` is true. */
  dropWhere(gone: (mark: Mark) => boolean): void;
}

/** An empty set of marks that tells of every one that comes or goes. */
export function createMarks(added: (mark: Mark) => void, removed: (mark: Mark) => void): Marks {
  const byRange = new Map<AbstractRange, Mark>();
  const byNode = new Map<Node, Mark[]>();
  /** Marks over several nodes, by the innermost node around them; of each mark that node. */
  const spanning = new Map<Node | null, Set<Mark>>();
  const around = new Map<Mark, Node | null>();
  /** What changed last, if that stands in none of them. */
  let outside: Node | undefined;
  const marksOn = (node: Node): readonly Mark[] => byNode.get(node) ?? [];

  function enclose(mark: Mark): void {
    const node = nodeAround(mark);
    outside = undefined;
    around.set(mark, node);
    spanning.set(node, (spanning.get(node) ?? new Set()).add(mark));
  }

  function release(mark: Mark): void {
    const node = around.get(mark);
    if (node === undefined || !around.delete(mark)) return;
    const marks = spanning.get(node);
    marks?.delete(mark);
    if (marks?.size === 0) spanning.delete(node);
  }

  function remove(mark: Mark): void {
    byRange.delete(mark.range);
    release(mark);
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
    if (mark.nodes.length > 1) enclose(mark);
    added(mark);
  }

  return {
    byRange,
    create: (stretch, entity, why) => new Mark(stretch, entity, why, marksOn),
    replace({ nodes, starts, from, text }, fresh) {
      const missing = new Set(fresh);
      for (let i = 0; i < nodes.length; i++) {
        const node = nodes[i] as Text;
        for (const old of marksOn(node)) {
          const at = (starts[i] ?? 0) + old.range.startOffset - from;
          // A run that was cut is read piece by piece: the other pieces keep their marks.
          if (old.nodes[0] !== node || at < 0 || at >= text.length) continue;
          const same = fresh.find((mark) => isSame(mark, old));
          if (same) old.why = same.why;
          if (!same || !missing.delete(same)) remove(old);
        }
      }
      for (const mark of missing) add(mark);
    },
    drop(node) {
      const gone = byNode.get(node)?.filter((mark) => !stillStands(mark)) ?? [];
      for (const mark of gone) remove(mark);
      return gone;
    },
    restore(node, gone) {
      if (!node.isConnected || !isReadable(node)) return;
      for (const run of runsAround(treeCursor(node.getRootNode()), node)) {
        if (run.text.length > SHORT) return;
        let from = (run.starts[run.nodes.indexOf(node)] ?? 0) - run.from;
        for (const { text, entity, why } of gone) {
          const start = wordAt(run.text, text, Math.max(0, from - text.length + 1));
          const stretch = start < 0 ? undefined : stretchOf(run, start, start + text.length);
          if (!stretch?.nodes.includes(node)) continue;
          add(new Mark(stretch, entity, why, marksOn));
          from = start + text.length + text.length - 1;
        }
      }
    },
    dropSplit(records) {
      // Had something around it been moved, something else had changed.
      if (spanning.size === 0 || records.every(({ target }) => target === outside)) return;
      const asked = new Set<Node | null>();
      let isOutside = true;
      for (const { target } of records) {
        // What stands between two nodes lies in all that is around them.
        for (let node: Node | null = target; !asked.has(node); node = node && parentOf(node)) {
          asked.add(node);
          const among = spanning.get(node);
          if (!among) continue;
          isOutside = false;
          for (const mark of [...among]) {
            if (!isWhole(mark)) {
              remove(mark);
              continue;
            }
            // Whole, but maybe elsewhere.
            release(mark);
            enclose(mark);
          }
        }
      }
      outside = isOutside ? records.at(-1)?.target : undefined;
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

/** Where the words stand as whole words from `from` on, -1 if nowhere. Without spaces between words they count everywhere. */
function wordAt(data: string, text: string, from: number): number {
  const isWhole = (at: number): boolean =>
    UNSPACED.test(text) || !(WORD.test(data.charAt(at + text.length)) || WORD.test(data.charAt(at - 1)));
  let at = data.indexOf(text, from);
  while (at >= 0 && !isWhole(at)) at = data.indexOf(text, at + 1);
  return at;
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

/** A form may have a field named `parentNode`. */
function parentOf(node: Node): Node | null {
  return Reflect.get(Node.prototype, 'parentNode', node) as Node | null;
}

/** The innermost node around all of the mark's text. */
function nodeAround({ nodes }: Mark): Node | null {
  const last = nodes.at(-1) ?? null;
  let around: Node | null = nodes[0] ?? null;
  while (around && !around.contains(last)) around = parentOf(around);
  return around;
}

/** True if the mark's text nodes still follow one another. */
function isWhole({ nodes }: Mark): boolean {
  const [first, ...rest] = nodes;
  if (!first?.isConnected) return false;
  const walker = first.ownerDocument.createTreeWalker(first.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  return rest.every((node) => walker.nextNode() === node);
}
