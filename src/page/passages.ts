/** What stands around a run of text, read only when the matcher asks for it. */
import { scan } from '../core/match/find-mentions.ts';
import type { Lexicon, PageFacts, Passage, Surroundings } from '../core/match/types.ts';
import { type Cursor, isReadable, runsAround, type TextRun } from './text-blocks.ts';

export interface Passages {
  passage(run: TextRun): Passage;
  surroundings(run: TextRun, page: PageFacts): Surroundings;
  /** Forgets what was read: the page may have changed. */
  forget(): void;
}

/** A neighbour further away than this many nodes is none. */
const FURTHEST = 200;

/** Passages of one tree: a document or a shadow root. `cursor` is the reader's own and is moved about. */
export function createPassages(cursor: Cursor, lexicon: Lexicon, title: () => string): Passages {
  const known = new Map<Text, Passage>();
  let titlePassage: Passage | undefined;

  function read(text: string): Passage {
    return { text, start: 0, end: text.length, ...scan(text, lexicon) };
  }

  function passage(run: TextRun): Passage {
    const first = run.nodes[0];
    const old = first && known.get(first);
    if (old && old.text === run.text) return old;
    const made = read(run.text);
    if (first) known.set(first, made);
    return made;
  }

  /** The nearest run before or after. */
  function beside(run: TextRun, step: 'previousNode' | 'nextNode'): Passage | undefined {
    const from = step === 'nextNode' ? run.nodes.at(-1) : run.nodes[0];
    if (!from) return undefined;
    const walker = cursor as TreeWalker;
    walker.currentNode = from;
    for (let i = 0; i < FURTHEST; i++) {
      const node = walker[step]();
      if (!node) return undefined;
      if (node.nodeType === 1 || !/\S/.test((node as Text).data)) continue;
      if (isReadable(cursor, node)) {
        const found = runsAround(cursor, node as Text);
        const nearest = step === 'nextNode' ? found[0] : found.at(-1);
        // A run that was cut for its length is its own neighbour.
        if (nearest && nearest.nodes[0] !== run.nodes[0]) return passage(nearest);
      }
      walker.currentNode = node;
    }
    return undefined;
  }

  /** The nearest heading above; far from any, the page's first. */
  function heading(run: TextRun): Passage | undefined {
    const walker = cursor as TreeWalker;
    walker.currentNode = run.nodes[0] ?? cursor.root;
    let node: Node | null = null;
    for (let i = 0; i < FURTHEST; i++) {
      node = walker.previousNode();
      // 16: the run stands in it
      if (!node || (isHeading(node) && !(node.compareDocumentPosition(run.nodes[0] ?? node) & 16))) break;
      node = null;
    }
    const found = (node ?? (cursor.root as ParentNode).querySelector('h1'))?.textContent;
    return found && found !== run.text ? read(found) : undefined;
  }

  return {
    passage,
    surroundings(run, page) {
      // Getters: most mentions are decided without a look around.
      return {
        page,
        get before() {
          return beside(run, 'previousNode');
        },
        get after() {
          return beside(run, 'nextNode');
        },
        get heading() {
          return heading(run);
        },
        get title() {
          const text = title();
          if (titlePassage?.text !== text) titlePassage = read(text);
          return titlePassage;
        },
      };
    },
    forget() {
      known.clear();
    },
  };
}

function isHeading(node: Node): boolean {
  return node.nodeType === 1 && /^h[1-6]$/i.test((node as Element).localName);
}
