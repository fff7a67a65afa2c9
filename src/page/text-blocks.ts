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
  /** The text nodes of the run, in document order. */
  readonly nodes: readonly Text[];
  /** Where in `text` each node's part begins. */
  readonly starts: readonly number[];
  /** Where in the first node the run begins: above 0 only where one huge node was cut into several runs. */
  readonly from: number;
}

/** Longer runs are cut, so that no single step of a scan takes long and a passage stays a passage. */
const MAX_RUN = 16_384;

const BLOCK = 1;
const INLINE = 2;
const BREAK = 3;
/** Not read, and shows nothing: the text on both sides belongs together. */
const HIDDEN = 4;
/** Not read, but shows something: separates. */
const NEVER = 5;
type Kind = typeof BLOCK | typeof INLINE | typeof BREAK | typeof HIDDEN | typeof NEVER;

// What is not listed is a block: a table cell, a custom element, an unknown tag of an XML document.
const KINDS = new Map<string, Kind>();
for (const [kind, names] of [
  [
    INLINE,
    'a abbr acronym b bdi bdo big cite data del dfn em font i img ins label mark nobr q rb ruby s slot small span strike strong sub sup textpath time tspan tt u var wbr',
  ],
  [BREAK, 'br'],
  [HIDDEN, 'area base desc link map meta metadata noscript param rp rt script source style template title track'],
  [
    NEVER,
    'audio canvas code counterpoint-card datalist embed head iframe input kbd listing math noembed noframes option plaintext pre samp select textarea video xmp',
  ],
] as const) {
  for (const name of names.split(' ')) KINDS.set(name, kind);
}

function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}

function kindOf(element: Element): Kind {
  const name: unknown = element.localName;
  if (typeof name !== 'string') return BLOCK;
  let kind = KINDS.get(name) ?? KINDS.get(name.toLowerCase()) ?? BLOCK;
  if (name === 'svg' && !/\S/.test(element.textContent)) kind = HIDDEN;
  // A browser shows plain text as one `pre`: there it is the page itself.
  if (name === 'pre' && element.ownerDocument.contentType === 'text/plain') kind = BLOCK;
  return (kind === BLOCK || kind === INLINE) && isEditable(element) ? NEVER : kind;
}

function isEditable(element: Element): boolean {
  // A form with a field of that name answers with the field; it is not an editor then.
  if (typeof element.getAttribute !== 'function') return false;
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false' && value.toLowerCase() !== 'inherit';
}

/** True if the element ends one run and begins another. */
export function isBlock(node: Node): boolean {
  return !isText(node) && kindOf(node as Element) === BLOCK;
}

/** True if neither the node nor anything around it, up to the cursor's root, is left unread. Moves the cursor. */
export function isReadable(cursor: Cursor, node: Node): boolean {
  cursor.currentNode = node;
  for (let at: Node | null = node; at; at = cursor.parentNode()) {
    if (at.nodeType === 1 && kindOf(at as Element) >= HIDDEN) return false;
    if (at === cursor.root) break;
  }
  return true;
}

/** A cursor over elements and text below `root`, in a browser. */
export function treeCursor(root: Node): Cursor {
  // 1 elements, 4 text, 8 CDATA
  const document = root.nodeType === 9 ? (root as Document) : (root.ownerDocument as Document);
  return Document.prototype.createTreeWalker.call(document, root, 13);
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
 * are left out. `take` is asked at each block: true hands the block over whole instead of its runs.
 * The document may change between two steps only if the consumer puts the cursor right again.
 */
export function* textRuns(
  cursor: Cursor,
  options: { readonly first?: Node; readonly take?: (block: Element) => boolean } = {},
): Generator<TextRun | Element> {
  let text = '';
  let nodes: Text[] = [];
  let starts: number[] = [];
  /** Offset behind the last `br`, -1 after visible text. */
  let lineStart = -1;

  function end(): TextRun | undefined {
    const run = /\S/.test(text) ? { text, nodes, starts, from: 0 } : undefined;
    text = '';
    nodes = [];
    starts = [];
    lineStart = -1;
    return run;
  }

  let node: Node | null;
  if (options.first) {
    node = cursor.currentNode = options.first;
  } else {
    cursor.currentNode = cursor.root;
    node = cursor.firstChild();
  }
  while (node) {
    let inside: Node | null = null;
    if (isText(node)) {
      const { data } = node;
      if (data.length > MAX_RUN) {
        const run = end();
        if (run) yield run;
        for (const piece of pieces(node, data)) {
          yield piece;
          if (node.data !== data) return;
        }
      } else if (data) {
        nodes.push(node);
        starts.push(text.length);
        text += data;
        if (lineStart >= 0 && /\S/.test(data)) lineStart = -1;
        if (text.length > MAX_RUN) {
          const run = end();
          if (run) yield run;
        }
      }
    } else {
      const kind = kindOf(node as Element);
      if (kind === INLINE) {
        inside = cursor.firstChild();
      } else if (kind === BREAK && lineStart < 0) {
        text += '\n';
        lineStart = text.length;
      } else if (kind !== HIDDEN) {
        const run = end();
        if (run) yield run;
        if (kind === BLOCK) {
          if (options.take?.(node as Element)) yield node as Element;
          else inside = cursor.firstChild();
        }
      }
    }
    node = inside;
    while (!node) {
      const left = cursor.currentNode;
      node = cursor.nextSibling();
      const parent = node ? undefined : cursor.parentNode();
      const outside = parent === null || parent === cursor.root;
      const cut = node ? isLink(left) && isLink(node) : outside || kindOf(parent as Element) !== INLINE;
      if (cut) {
        const run = end();
        if (run) yield run;
      }
      if (outside) return;
    }
  }
}

/** The run that holds a readable text node; several where the node is huge. Moves the cursor. */
export function runsAround(cursor: Cursor, text: Text): TextRun[] {
  const found: TextRun[] = [];
  for (const run of textRuns(cursor, { first: firstOfRun(cursor, text) })) {
    if ('nodes' in run && run.nodes.includes(text)) found.push(run);
    else if (found.length > 0 || !('nodes' in run) || !isBefore(run, text)) break;
  }
  return found;
}

function isBefore(run: TextRun, text: Text): boolean {
  return run.nodes[0] !== undefined && (run.nodes[0].compareDocumentPosition(text) & 4) !== 0;
}

function firstOfRun(cursor: Cursor, text: Text): Text {
  let first = text;
  let size = 0;
  let broken = false;
  cursor.currentNode = text;
  for (;;) {
    const right = cursor.currentNode;
    let node = cursor.previousSibling();
    if (!node) {
      const parent = cursor.parentNode();
      if (!parent || parent === cursor.root || kindOf(parent as Element) !== INLINE) return first;
      continue;
    }
    if (isLink(node) && isLink(right)) return first;
    while (node) {
      if (isText(node)) {
        size += node.length;
        if (size > MAX_RUN) return first;
        first = node;
        if (/\S/.test(node.data)) broken = false;
        break;
      }
      const kind = kindOf(node as Element);
      if (kind === BREAK ? broken : kind !== INLINE && kind !== HIDDEN) return first;
      if (kind === BREAK) broken = true;
      node = kind === INLINE ? cursor.lastChild() : null;
    }
  }
}

/** Two links that touch are two things: rows of a menu, tags of an article. */
function isLink(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).localName === 'a';
}

/** One huge text node as runs, cut where a sentence ends, else at white space. */
function* pieces(node: Text, data: string): Generator<TextRun> {
  for (let from = 0; from < data.length; ) {
    let to = data.length;
    if (to - from > MAX_RUN) {
      const window = data.slice(from, from + MAX_RUN);
      const cut = Math.max(window.lastIndexOf('\n\n'), window.lastIndexOf('. '), window.lastIndexOf('。'));
      to =
        from +
        (cut > MAX_RUN / 2 ? cut + 1 : Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n')) + 1 || MAX_RUN);
    }
    const text = data.slice(from, to);
    if (/\S/.test(text)) yield { text, nodes: [node], starts: [0], from };
    from = to;
  }
}
