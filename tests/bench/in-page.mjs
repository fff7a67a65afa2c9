/**
 * What the other subjects do in a page. Each function is sent to the page as text and runs in a world of its own, as an
 * extension's script does: it may use nothing from this file.
 */

/** Reads every character once, also of whatever is added later. The floor of all ratios. */
export function floor() {
  let sum = 0;
  function read(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = root.nodeType === 3 ? root : walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node;
      for (let i = 0; i < data.length; i++) sum += data.charCodeAt(i);
    }
  }
  read(document.body);
  for (const host of document.querySelectorAll('x-part')) read(host.shadowRoot);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) read(node);
  }).observe(document, { childList: true, subtree: true });
  return sum;
}

/** mark.js with one expression for all names. */
export function markExpression(names) {
  const expression = new RegExp(`\\b(?:${names.join('|')})\\b`, 'g');
  const mark = (root) => new globalThis.Mark(root).markRegExp(expression);
  mark(document.body);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) mark(node);
    // Its own marks are changes too.
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** mark.js with the list of names, as its documentation shows it. */
export function markList(names) {
  const mark = (root) => new globalThis.Mark(root).mark(names, { separateWordSearch: false, accuracy: 'exactly' });
  mark(document.body);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) mark(node);
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** findAndReplaceDOMText with one expression for all names. */
export function findAndReplace(names) {
  const find = new RegExp(`\\b(?:${names.join('|')})\\b`, 'g');
  const mark = (root) => globalThis.findAndReplaceDOMText(root, { find, wrap: 'mark', preset: 'prose' });
  mark(document.body);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node.isConnected && node.nodeType === 1) mark(node);
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Calls `start` when an extension's script would begin: at the load event, or a little after the document is parsed. */
export function atIdle(start) {
  if (location.protocol !== 'http:') return;
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    setTimeout(start);
  };
  addEventListener('load', begin);
  document.addEventListener('DOMContentLoaded', () => setTimeout(begin, 200));
}
