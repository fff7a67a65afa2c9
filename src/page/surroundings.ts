/** What stands around a run of text: its neighbours and the heading above it. */
import { isReadable, runsAround, type TextRun, treeCursor } from './text-blocks.ts';

/** A neighbour or heading further away than this many nodes is none. */
const FURTHEST = 200;
/** UTF-16 units of a heading: what is longer is none. */
const LONGEST_HEADING = 1_000;

export interface Around {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly heading: string | undefined;
}

export function textsAround(run: TextRun): Around {
  const first = run.nodes[0] as Text;
  const root = first.getRootNode() as Document | ShadowRoot;
  const walker = treeCursor(root);

  /** The first that `choose` finds among the nodes before or after. */
  function search<T>(step: 'previousNode' | 'nextNode', choose: (node: Node) => T | undefined): T | undefined {
    walker.currentNode = step === 'nextNode' ? (run.nodes.at(-1) ?? first) : first;
    for (let i = 0; i < FURTHEST; i++) {
      const node = walker[step]();
      if (!node) return undefined;
      const found = choose(node);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const beside = (step: 'previousNode' | 'nextNode'): string | undefined => {
    const text = search(step, (node) =>
      node.nodeType !== 1 && /\S/.test((node as Text).data) && isReadable(node) ? (node as Text) : undefined,
    );
    return text && [...runsAround(walker, text)].at(step === 'nextNode' ? 0 : -1)?.text;
  };

  /** The nearest above; far from any, the page's first. */
  function heading(): string | undefined {
    const isHeading = (node: Node): Node | undefined =>
      /^h[1-6]$/i.test(node.nodeName) && !node.contains(first) ? node : undefined;
    return (search('previousNode', isHeading) ?? root.querySelector('h1'))?.textContent?.slice(0, LONGEST_HEADING);
  }

  return { before: beside('previousNode'), after: beside('nextNode'), heading: heading() };
}
