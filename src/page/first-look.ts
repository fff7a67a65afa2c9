/**
 * The first look at a page: may a name stand in it at all? Most pages name nobody, and cost no more than this. Raw text
 * is looked at in slices; nothing is marked, and nothing is decided, before the reader of whole passages is called.
 */
import { type Glance, nextName } from '../core/match/glance.ts';
import { createPace } from './pace.ts';
import { rawText, tornTexts } from './raw-text.ts';
import { LOOKS_AGAIN_MS, MOST_ELEMENTS, MOST_ELEMENTS_AGAIN, rootFinder } from './shadow.ts';

/** What comes later is looked at together, this long after it came. */
const GATHER_MS = 200;
/** Texts that no reader sees as words; a name in one of them says nothing. */
const UNSEEN = /^(?:script|style|noscript|template|textarea)$/i;

/**
 * Settles once a name may stand in the document or one of its open shadow roots, now or in what is added or changed
 * later. Never settles where none does; ends with the signal. Never rejects.
 */
export function firstLook(document: Document, glance: Glance, signal: AbortSignal): Promise<void> {
  return new Promise((found) => {
    const pace = createPace(document, signal);
    const waiting = new Set<Node>([document]);
    const known = new WeakSet<Node>();
    const shadowRoots = rootFinder();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let busy = false;

    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        for (const node of addedNodes.length ? addedNodes : [target]) waiting.add(node);
      later();
    });
    const watch = (root: Node) => observer.observe(root, { childList: true, characterData: true, subtree: true });
    const timers = LOOKS_AGAIN_MS.map((delay) => setTimeout(lookForRoots, delay));
    signal.addEventListener('abort', end);

    function later(): void {
      if (!busy && !signal.aborted) timer ??= setTimeout(look, GATHER_MS);
    }

    function enter(root: Node, again: boolean): void {
      if (!again && known.has(root)) return;
      known.add(root);
      watch(root);
      waiting.add(root);
    }

    function lookForRoots(): void {
      for (const root of shadowRoots(document, MOST_ELEMENTS_AGAIN)) if (root) enter(root, false);
      if (waiting.size > 0) later();
    }

    function end(): void {
      observer.disconnect();
      for (const one of [timer, ...timers]) clearTimeout(one);
      waiting.clear();
    }

    async function look(): Promise<void> {
      timer = undefined;
      busy = true;
      try {
        // In a background tab this waits until somebody looks.
        await pace.rest();
        for (const node of waiting) {
          waiting.delete(node);
          if (node.isConnected && (await mayName(node))) {
            end();
            return found();
          }
        }
      } catch {
        // The page's life ended, or a fault of ours: it is not looked at any further.
        end();
      }
      busy = false;
      if (waiting.size > 0) later();
    }

    /** Text first: where a name stands in it nothing else is looked for. */
    async function mayName(root: Node): Promise<boolean> {
      if (!('querySelectorAll' in root)) return nextName(root.textContent ?? '', 0, glance) >= 0;
      for (const { range } of rawText(root as Element)) {
        if (isSeenIn(range, glance)) return true;
        if (pace.isDue()) await pace.rest();
      }
      for (const { text } of tornTexts(root as Element, true)) if (nextName(text, 0, glance) >= 0) return true;
      for (const shadow of shadowRoots(root, root === document ? MOST_ELEMENTS : undefined)) {
        // One that was away was not read meanwhile.
        if (shadow) enter(shadow, true);
        else if (pace.isDue()) await pace.rest();
      }
      return false;
    }

    watch(document);
    void look();
  });
}

/** True if a name may stand in the range's text where a reader sees it as words. */
function isSeenIn(range: Range, glance: Glance): boolean {
  const text = range.toString();
  let at = nextName(text, 0, glance);
  if (at < 0) return false;
  const { startContainer, startOffset } = range;
  // The page took away what stood here: whoever reads it properly shall say.
  if (startOffset > 0) return true;
  // 4 text, 8 CDATA
  const walker = Document.prototype.createTreeWalker.call(
    startContainer.ownerDocument ?? startContainer,
    startContainer.getRootNode(),
    12,
  );
  walker.currentNode = startContainer;
  let end = 0;
  for (let node = walker.nextNode(); node && at >= 0; node = walker.nextNode()) {
    end += (node as Text).length;
    if (end <= at) continue;
    if (!UNSEEN.test(node.parentElement?.localName ?? '')) return true;
    at = nextName(text, end, glance);
  }
  return false;
}
