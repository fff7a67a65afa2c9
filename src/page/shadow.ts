/** Open shadow roots. Attaching one is no mutation, so they are looked for, and the pointer tells of those missed. */

/** Elements looked at between two chances to rest. */
const STEP = 500;

/** The open shadow roots of `root`'s descendants and of `root` itself, those inside them too; `undefined` now and then, as a place to rest. */
export function* shadowRoots(root: Node): Generator<ShadowRoot | undefined> {
  const document = root.nodeType === 9 ? (root as Document) : (root.ownerDocument as Document);
  const walker = Document.prototype.createTreeWalker.call(document, root, 1);
  let count = 0;
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const shadow = node.nodeType === 1 ? (node as Element).shadowRoot : null;
    // A form's field may be named so.
    if (shadow && shadow.nodeType === 11) {
      yield shadow;
      yield* shadowRoots(shadow);
    }
    if (++count % STEP === 0) yield undefined;
  }
}
