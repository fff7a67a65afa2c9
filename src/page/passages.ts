/** What stands around a run of text, read only when the matcher asks for it. */
import { type Scanned, scan } from '../core/match/find-mentions.ts';
import type { Lexicon, PageFacts, Passage, Surroundings } from '../core/match/types.ts';
import { isReadable, runsAround, type TextRun, treeCursor } from './text-blocks.ts';

/** A neighbour or heading further away than this many nodes is none. */
const FURTHEST = 200;

/** UTF-16 units of texts read lately: a page that builds itself anew says the same again, and so do its headings. */
const MOST_KEPT = 40_000;

type ScannedPassage = Passage & Scanned;

/** Reads texts as the matcher wants them; a text read lately gives the same passage, with what is known of it. */
export function passageReader(lexicon: Lexicon): (text: string) => ScannedPassage {
  const kept = new Map<string, ScannedPassage>();
  let size = 0;
  return (text) => {
    let passage = kept.get(text);
    if (!passage) {
      passage = { text, start: 0, end: text.length, ...scan(text, lexicon) };
      kept.set(text, passage);
      size += text.length;
      for (const [oldest] of kept) {
        if (size <= MOST_KEPT) break;
        kept.delete(oldest);
        size -= oldest.length;
      }
    }
    return passage;
  };
}

/** Where a run stands, as getters: most mentions are decided without a look around. */
export function surroundingsOf(run: TextRun, page: PageFacts, passageOf: (text: string) => Passage): Surroundings {
  const first = run.nodes[0] as Text;
  const root = first.getRootNode() as Document | ShadowRoot;

  const read = (text: string | null | undefined): Passage | undefined => (text ? passageOf(text) : undefined);

  /** The first that `choose` finds among the nodes before or after. */
  function search<T>(
    step: 'previousNode' | 'nextNode',
    choose: (node: Node, walker: TreeWalker) => T | undefined,
  ): T | undefined {
    const walker = treeCursor(root);
    walker.currentNode = step === 'nextNode' ? (run.nodes.at(-1) ?? first) : first;
    for (let i = 0; i < FURTHEST; i++) {
      const node = walker[step]();
      if (!node) return undefined;
      const found = choose(node, walker);
      if (found) return found;
      walker.currentNode = node;
    }
    return undefined;
  }

  const beside = (step: 'previousNode' | 'nextNode'): Passage | undefined =>
    search(step, (node, walker) => {
      if (node.nodeType === 1 || !/\S/.test((node as Text).data) || !isReadable(node)) return undefined;
      return read([...runsAround(walker, node as Text)].at(step === 'nextNode' ? 0 : -1)?.text);
    });

  return {
    page,
    get before() {
      return beside('previousNode');
    },
    get after() {
      return beside('nextNode');
    },
    /** The nearest above; far from any, the page's first. */
    get heading() {
      const isHeading = (node: Node): Node | undefined =>
        /^h[1-6]$/i.test(node.nodeName) && !node.contains(first) ? node : undefined;
      return read((search('previousNode', isHeading) ?? root.querySelector('h1'))?.textContent);
    },
    get title() {
      return read(first.ownerDocument.title);
    },
  };
}
