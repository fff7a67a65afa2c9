/** Open shadow roots. Attaching one is no mutation, so they are looked for, and the pointer tells of those missed. */

/** Elements looked at between two chances to rest. */
const STEP = 1_000;

/**
 * The open shadow roots of `root` and what is below it, those inside them left out; `undefined` now and then, as a
 * place to rest. Above `most` elements nothing is looked for: no selector finds
 * hosts, and asking each element takes as long as reading the page.
 */
export function* shadowRoots(root: Node, most: number): Generator<ShadowRoot | undefined> {
  if ('querySelectorAll' in root && (root as ParentNode).querySelectorAll('*').length > most) return;
  const document = root.ownerDocument ?? root;
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const { shadowRoot } = node as Element;
    // A form may have a field of that name.
    if (shadowRoot instanceof ShadowRoot) yield shadowRoot;
    if (++count % STEP === 0) yield undefined;
  }
}
