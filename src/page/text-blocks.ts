/**
 * A document as runs of text. A run is what a reader sees as one piece: text that no block boundary cuts, joined over
 * inline tags. Boundaries and what is never read go by tag name alone, so that reading asks for no style and works on
 * any DOM, the command line's too. Every node is reached through a cursor: a form whose fields are named `nextSibling`
 * or `parentNode` answers with those fields where a tree walker does not.
 */

/** The part of a TreeWalker that reading needs; `treeCursor` and `plainCursor` make one. */
export interface Cursor {
  readonly root: Node;
  currentNode: Node;
  firstChild(): Node | null;
  lastChild(): Node | null;
  nextSibling(): Node | null;
  previousSibling(): Node | null;
  parentNode(): Node | null;
}

export interface TextRun {
  readonly text: string;
  /** The text nodes, in document order. */
  readonly nodes: readonly Text[];
  /** Where each node begins in the text of all of them. */
  readonly starts: readonly number[];
  /** Where `text` begins in the text of all nodes: above 0 only where a long run was cut. */
  readonly from: number;
}

/** Longer runs are cut, so that no single step of a scan takes long and a passage stays a passage. */
const MAX_RUN = 16_384;
/** Nor are runs of more nodes read in one step. */
const MAX_NODES = 4_000;

const BLOCK = 1;
const INLINE = 2;
const BREAK = 3;
/** Not read and shows nothing: the text on both sides belongs together. */
const HIDDEN = 4;
/** Not read, but shows something: separates. */
const NEVER = 5;

// What is not listed is a block: a table cell, a custom element, an unknown tag of an XML document.
const KINDS = new Map<string, number>([['br', BREAK]]);
const list = (kind: number, names: string): void => {
  for (const name of names.split(' ')) KINDS.set(name, kind);
};
list(
  INLINE,
  'a abbr acronym b bdi bdo big cite data del dfn em font i img ins label mark nobr q rb ruby s slot small span strike strong sub sup time tspan tt u var wbr',
);
const HIDDEN_NAMES = 'desc link meta noscript rp rt script style template title';
const NEVER_NAMES =
  'audio canvas code counterpoint-card datalist head iframe kbd math noembed noframes plaintext pre samp select textarea video xmp';
list(HIDDEN, HIDDEN_NAMES);
list(NEVER, NEVER_NAMES);
const EDITABLE = '[contenteditable]:not([contenteditable=false i],[contenteditable=inherit i])';
const UNREAD = [...`${HIDDEN_NAMES} ${NEVER_NAMES}`.split(' '), EDITABLE].join();

const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;

function kindOf(element: Element): number {
  // A form answers with its fields where one has the name that is asked for; a form is a block.
  const name = String(element.localName).toLowerCase();
  const kind = KINDS.get(name) ?? BLOCK;
  // An icon without words does not cut the sentence it stands in.
  if (name === 'svg' && !element.querySelector('text')) return HIDDEN;
  // A browser shows plain text as one `pre`: there it is the page itself.
  if (name === 'pre' && element.ownerDocument.contentType === 'text/plain') return BLOCK;
  if (kind >= BREAK || name === 'form') return kind;
  if (isEditable(element)) return NEVER;
  // Children of a shadow host stand where their slots are, not beside one another.
  return element.hasAttribute('slot') ? BLOCK : kind;
}

function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && !/^(?:false|inherit)/i.test(value);
}

/** True if the node ends one run and begins another. */
export function isBlock(node: Node): boolean {
  return node.nodeType === 1 && kindOf(node as Element) === BLOCK;
}

/** True if neither the node nor anything around it in its tree is left unread. Asks the browser, in one question. */
export function isReadable(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  if (!element) return true;
  // A form may have a field named `closest`.
  const around = (selector: string) => Element.prototype.closest.call(element, selector);
  const { contentType } = element.ownerDocument;
  return !around(contentType === 'text/plain' ? EDITABLE : UNREAD);
}

/** A cursor over elements and text below `root`, in a browser. */
export function treeCursor(root: Node): TreeWalker {
  // A page's own `createTreeWalker`, as a name in the document, does not count. 1 elements, 4 text, 8 CDATA.
  return Document.prototype.createTreeWalker.call(root.ownerDocument ?? root, root, 13);
}

/** The same over any DOM, for those without a whole TreeWalker. Comments are passed over. */
export function plainCursor(root: Node): Cursor {
  const isShown = (node: Node): boolean => node.nodeType === 1 || isText(node);
  function move(from: Node | null, step: 'nextSibling' | 'previousSibling'): Node | null {
    let node = from;
    while (node && !isShown(node)) node = node[step];
    if (node) cursor.currentNode = node;
    return node;
  }
  const cursor: Cursor = {
    root,
    currentNode: root,
    firstChild: () => move(cursor.currentNode.firstChild, 'nextSibling'),
    lastChild: () => move(cursor.currentNode.lastChild, 'previousSibling'),
    nextSibling: () => (cursor.currentNode === root ? null : move(cursor.currentNode.nextSibling, 'nextSibling')),
    previousSibling: () =>
      cursor.currentNode === root ? null : move(cursor.currentNode.previousSibling, 'previousSibling'),
    parentNode() {
      const parent = cursor.currentNode === root ? null : cursor.currentNode.parentNode;
      if (!parent || !isShown(parent)) return null;
      cursor.currentNode = parent;
      return parent;
    },
  };
  return cursor;
}

/**
 * The runs below the cursor's root in document order, from `first` on (default: all). Runs without a visible character
 * are left out.
 */
export function* textRuns(cursor: Cursor, first?: Node | null): Generator<TextRun> {
  let text = '';
  let nodes: Text[] = [];
  let starts: number[] = [];
  /** A `br` was seen and no visible text since. */
  let broken = false;
  let seen = 0;
  /** Kinds of the elements around the cursor that were entered from outside, as long as nobody else was at work. */
  let entered: number[] = [];

  function* end(): Generator<TextRun> {
    const whole = text;
    const parts = { nodes, starts };
    text = '';
    nodes = [];
    starts = [];
    broken = false;
    seen = 0;
    for (let from = 0; from < whole.length; ) {
      const piece = firstPiece(from ? whole.slice(from) : whole);
      if (/\S/.test(piece)) {
        yield { ...parts, text: piece, from };
        entered = [];
      }
      from += piece.length;
    }
  }

  cursor.currentNode = first ?? cursor.root;
  let node: Node | null = first ?? cursor.firstChild();
  while (node) {
    let inside: Node | null = null;
    if (++seen > MAX_NODES) yield* end();
    if (isText(node)) {
      const { data } = node;
      nodes.push(node);
      starts.push(text.length);
      text += data;
      if (broken && /\S/.test(data)) broken = false;
      if (text.length > MAX_RUN) yield* end();
    } else {
      const kind = kindOf(node as Element);
      if (kind === INLINE) {
        inside = cursor.firstChild();
      } else if (kind === BREAK && !broken) {
        text += '\n';
        broken = true;
      } else if (kind !== HIDDEN) {
        yield* end();
        if (kind === BLOCK) inside = cursor.firstChild();
      }
      if (inside) entered.push(kind);
    }
    node = inside;
    while (!node) {
      const left = cursor.currentNode;
      node = cursor.nextSibling();
      const parent = node ?? cursor.parentNode();
      if (!parent || parent === cursor.root) return yield* end();
      if (node ? isLink(left) && isLink(node) : (entered.pop() ?? kindOf(parent as Element)) !== INLINE) yield* end();
    }
  }
}

/** The run that holds a readable text node; several where it was cut. Moves the cursor. */
export function* runsAround(cursor: Cursor, text: Text): Generator<TextRun> {
  let found = false;
  for (const run of textRuns(cursor, firstOfRun(cursor, text))) {
    const isPart = run.nodes.includes(text);
    if (isPart) yield run;
    else if (found) return;
    found ||= isPart;
    // Nothing follows a run that was not cut.
    if (found && run.from === 0 && run.text.length < MAX_RUN / 2) return;
  }
}

function firstOfRun(cursor: Cursor, text: Text): Text {
  let first = text;
  let size = 0;
  let broken = false;
  /** What was first behind the last line break. */
  let behind = text;
  cursor.currentNode = text;
  for (let seen = 0; ; seen++) {
    const right = cursor.currentNode;
    let node = cursor.previousSibling();
    if (seen > MAX_NODES) return first;
    if (!node) {
      const parent = cursor.parentNode();
      if (!parent || parent === cursor.root || kindOf(parent as Element) !== INLINE) return first;
    } else if (isLink(node) && isLink(right)) {
      return first;
    }
    while (node) {
      if (isText(node)) {
        size += node.length;
        if (size > MAX_RUN) return first;
        first = node;
        if (/\S/.test(node.data)) broken = false;
        break;
      }
      const kind = kindOf(node as Element);
      if (kind === BREAK) {
        if (broken) return behind;
        behind = first;
        broken = true;
      } else if (kind !== INLINE && kind !== HIDDEN) return first;
      node = kind === INLINE ? cursor.lastChild() : null;
    }
  }
}

/** Two links that touch are two things: entries of a menu, tags of an article. */
function isLink(node: Node): boolean {
  return (node as Element).localName === 'a';
}

/** As much of a text as one run may hold, cut behind a sentence if there is one, else behind a space. */
function firstPiece(text: string): string {
  if (text.length <= MAX_RUN) return text;
  const window = text.slice(0, MAX_RUN);
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n'), window.lastIndexOf('。'));
  return window.slice(0, sentence + 1 || window.lastIndexOf(' ') + 1 || MAX_RUN);
}
