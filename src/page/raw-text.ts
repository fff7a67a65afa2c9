/** Raw text of a tree in pieces, for quick looks that touch no node. */

/** A piece holds so many elements: some ten thousand characters, a fraction of a millisecond. */
const ELEMENTS = 250;

/**
 * Sets a range to one piece of the text below `root` after another, in document order from the piece that holds
 * `first` on, and then what stands before it. A piece goes from one element to another some way on, whatever stands
 * between. The page may change between two steps: what is left is still given whole. One live range serves for all, and
 * is let go at the end.
 */
export function* rawText(root: Node & ParentNode, first?: Element): Generator<Range> {
  const document = (root.ownerDocument ?? root) as Document;
  const range = document.createRange();
  const all = root.querySelectorAll('*');
  const stops: Element[] = [];
  for (let i = ELEMENTS; i < all.length; i += ELEMENTS) stops.push(all[i] as Element);
  const isThere = (stop: Element): boolean => root.contains(stop);
  const begin = first ? stops.findLastIndex((stop) => stop.compareDocumentPosition(first) & 4) + 1 : 0;
  for (let i = 0; i <= stops.length; i++) {
    // Piece 0 begins with the node itself, each other with the stop before it; the page may have taken any away.
    const at = (i + begin) % (stops.length + 1);
    const from = stops.slice(0, at).findLast(isThere);
    const to = stops.slice(at).find(isThere);
    range.selectNodeContents(root);
    if (from) range.setStart(from, 0);
    if (to) range.setEnd(to, 0);
    yield range;
  }
  range.setStart(document, 0);
  range.collapse(true);
}
