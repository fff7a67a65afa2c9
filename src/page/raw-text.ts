/** Raw text of a tree in pieces, for quick looks that touch no node. */

/** A piece holds at most so many elements: some thousand characters. */
const ELEMENTS = 128;
/** No list holds an element here. */
const BEYOND = 0xffff_ffff;
/** A line break or ruby tears a name apart in raw text: so much on both sides of it is looked at joined. */
const TORN = 60;

/** The part of a list of elements that reading needs. */
interface Elements {
  item(index: number): Element | null;
}

/** A piece of raw text: where it stands, and which of all elements are in it if the page has not changed since. */
export interface Piece {
  readonly range: Range;
  readonly all: Elements;
  from: number;
  to: number;
}

/**
 * Sets a range to one piece of the text below `root` after another, in document order from `first` on, and then what
 * stands before it. A piece goes from one element to another some way on, whatever stands between. The page may change
 * between two steps: what is left is still given whole. One live range serves for all, and is let go at the end.
 */
export function* rawText(root: Node & ParentNode, first?: Element): Generator<Piece> {
  const document = (root.ownerDocument ?? root) as Document;
  const range = document.createRange();
  const all = elementsBelow(root);
  const piece = { range, all, from: 0, to: 0 };
  range.selectNodeContents(root);
  let begin = 0;
  if (first) {
    range.setStart(first, 0);
    begin = indexBehind(range, all);
    yield* pieces(piece, root, begin, BEYOND);
    range.selectNodeContents(root);
  }
  yield* pieces(piece, root, 0, first ? begin + ELEMENTS : BEYOND);
  range.setStart(document, 0);
  range.collapse(true);
}

function* pieces(piece: Piece, root: Node, from: number, to: number): Generator<Piece> {
  const { range, all } = piece;
  for (let index = from + ELEMENTS; ; index += ELEMENTS) {
    let stop = index < to ? all.item(index) : null;
    // Taken away meanwhile: a list of a part of the page still holds it.
    while (stop && !root.contains(stop)) stop = ++index < to ? all.item(index) : null;
    if (stop) range.setEnd(stop, 0);
    else {
      const { startContainer, startOffset } = range;
      range.selectNodeContents(root);
      range.setStart(startContainer, startOffset);
      const end = all.item(to);
      if (end) range.setEnd(end, 0);
    }
    piece.from = index - ELEMENTS;
    piece.to = index;
    yield piece;
    range.collapse(false);
    if (!stop) return;
    // The page changed something above.
    if (all.item(index) !== stop) index = indexBehind(range, all);
  }
}

/** Of a document a live list: it is asked for every so many elements only, and never holds all of them. Of a part a list that goes. */
function elementsBelow(root: Node & ParentNode, name = '*'): Elements {
  // Asked of the prototypes: a form may have fields of these names. Nodes keep the live lists that they gave.
  if (root.nodeType === 9) return Document.prototype.getElementsByTagName.call(root, name);
  if (root.nodeType === 1) return Element.prototype.querySelectorAll.call(root, name);
  return root.querySelectorAll(name);
}

/** Index of the first element at or behind the range's start. */
function indexBehind(range: Range, all: Elements): number {
  const isBehind = (index: number): boolean => {
    const element = all.item(index);
    return !element || range.comparePoint(element, 0) >= 0;
  };
  let high = ELEMENTS;
  while (!isBehind(high)) high *= 2;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Texts below `root` that raw text tears apart: the node before a line break, with both sides joined; with `ruby` also
 * the first of each word that has its reading between its letters.
 */
export function* tornTexts(
  root: Node & ParentNode,
  ruby: boolean,
): Generator<{ readonly node: Text; readonly text: string }> {
  const breaks = elementsBelow(root, 'br');
  for (let i = 0, torn = breaks.item(0); torn; torn = breaks.item(++i)) {
    const { previousSibling: left, nextSibling: right } = torn;
    if (left instanceof Text && right instanceof Text)
      yield { node: left, text: `${left.data.slice(-TORN)} ${right.data.slice(0, TORN)}` };
  }
  if (!ruby) return;
  const words = elementsBelow(root, 'ruby');
  for (let i = 0, word = words.item(0); word; word = words.item(++i)) {
    const texts = [...word.childNodes].filter((node): node is Text => node instanceof Text);
    if (texts[0]) yield { node: texts[0], text: texts.map(({ data }) => data).join('') };
  }
}
