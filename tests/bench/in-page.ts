/** What the benchmark puts into a page: us and the floor, each as a global function that begins when called. */
import { lexiconFromText, readLexicon } from '../../src/core/match/codec.ts';
import { startAnnotator } from '../../src/page/annotator.ts';

const nothing = (): void => {};

/** Ours, exactly as the content script starts it. Returns a function that says how many are marked. */
function counterpoint(lexicon: string): () => number {
  const read = readLexicon(lexiconFromText(lexicon));
  if (!read.ok) throw new Error('the benchmark has no lexicon');
  const annotator = startAnnotator({
    document,
    lexicon: read.value,
    look: 1,
    events: { resting: nothing, open: nothing, left: nothing, gone: nothing, counted: nothing },
    signal: new AbortController().signal,
  });
  return annotator.count;
}

/** The floor: walks all text, reads every character once, and the same for whatever is added later. */
function floor(): () => number {
  let sum = 0;
  function read(root: Node): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node: Node | null = root.nodeType === 3 ? root : walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let i = 0; i < data.length; i++) sum += data.charCodeAt(i);
    }
  }
  read(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) read(node);
  }).observe(document, { childList: true, subtree: true });
  return () => sum;
}

/** The page by itself. */
const empty = (): (() => number) => () => 0;

Object.assign(globalThis, { counterpoint, empty, floor });
