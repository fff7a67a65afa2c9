/** Open shadow roots. Attaching one is no mutation, so they are looked for, and the pointer tells of those missed. */

/** When it is looked again, in milliseconds after the start. */
export const LOOKS_AGAIN_MS = [1_000, 3_000, 6_000, 12_000, 30_000];
/** So many elements are asked at the start, and each time it is looked again. */
export const MOST_ELEMENTS = 5_000;
export const MOST_ELEMENTS_AGAIN = 2_000;
/** So many of what the page adds are asked at once; as many more in each second. */
const MOST_ADDED = 2_000;
const ADDED_PER_MS = 0.2;
/** Elements looked at between two chances to rest. */
const STEP = 1_000;

/**
 * A search for open shadow roots: that of `root` and those of the first `most` elements below it, those inside them left
 * out; `undefined` now and then, as a place to rest. Without `most` as many are asked as a page may add in that time: one
 * that builds itself anew in each frame would be asked without end. No selector finds hosts, and asking every element of
 * a large page takes longer than reading it.
 */
export function rootFinder(): (root: Node, most?: number) => Generator<ShadowRoot | undefined> {
  let left = MOST_ADDED;
  let since = 0;
  return function* (root, most) {
    const now = performance.now();
    left = Math.min(MOST_ADDED, left + (now - since) * ADDED_PER_MS);
    since = now;
    const document = root.ownerDocument ?? root;
    const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT);
    let node: Node | null = root;
    for (let count = 1; node && count <= (most ?? MOST_ADDED); count++) {
      if (most === undefined && left-- < 1) return;
      const { shadowRoot } = node as Element;
      // A form may have a field of that name.
      if (shadowRoot instanceof ShadowRoot) yield shadowRoot;
      if (count % STEP === 0) yield undefined;
      node = walker.nextNode();
    }
  };
}
