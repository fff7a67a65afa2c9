/** Whatever a page does to its own tree: the marks it ends with are those that a fresh reading gives. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

/** Script: changes by chance, always the same for a seed. Names touch words, tags and one another. */
const changes = (seed: number): string => `
  let state = ${seed} * 7919;
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const pick = (list) => list[below(list.length)];
  const NAMES = ['Huawei', 'ZTE', 'Dahua', 'Hytera', '华为'];
  const WORDS = ['sold', 'cameras', 'the', 'Hua', 'wei', 'ology', '.', ' ', ''];
  const TAGS = ['p', 'b', 'i', 'span', 'div', 'li', 'code', 'a', 'x-y', 'br', 'script', 'section'];
  const words = () => Array.from({ length: 1 + below(4) }, () => pick(below(3) ? WORDS : NAMES)).join(below(4) ? ' ' : '');
  function tree(depth) {
    if (depth === 0 || !below(3)) return document.createTextNode(words());
    const element = document.createElement(pick(TAGS));
    if (element.localName === 'script') element.type = 'text/plain';
    if (!below(25)) element.contentEditable = 'true';
    let into = element;
    if (!below(10) && /^(p|div|span|x-y|section)$/.test(element.localName)) into = element.attachShadow({ mode: 'open' });
    for (let i = below(4); i >= 0; i--) into.append(tree(depth - 1));
    return element;
  }
  const main = document.querySelector('main');
  function all(root) {
    const found = [];
    const walker = document.createTreeWalker(root, 5);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      found.push(node);
      if (node.shadowRoot) found.push(...all(node.shadowRoot));
    }
    return found;
  }
  const node = () => pick(all(main)) ?? main.appendChild(tree(1));
  const text = () => pick(all(main).filter((one) => one.nodeType === 3)) ?? main.appendChild(new Text(words()));
  const element = () => pick(all(main).filter((one) => one.nodeType === 1)) ?? main.appendChild(document.createElement('p'));
  const away = [];
  const CHANGES = [
    () => element().append(tree(3)),
    () => element().prepend(tree(2)),
    () => node().before(tree(2)),
    () => node().after(tree(1)),
    () => node().after(new Comment('x')),
    () => { const one = node(); one.remove(); away.push(one) },
    () => element().append(away.pop() ?? ''),
    () => { const [one, to] = [node(), element()]; if (!one.contains(to)) to.append(one) },
    () => { text().data = words() },
    () => text().appendData(words()),
    () => { const one = text(); one.insertData(below(one.length), words()) },
    () => { const one = text(); one.deleteData(below(one.length), 1 + below(4)) },
    () => { const one = text(); one.splitText(below(one.length)) },
    () => main.normalize(),
    () => { element().innerHTML = '<b>' + words() + '</b>' + words() },
    () => { element().textContent = words() },
    () => { const one = element(); one.replaceWith(...one.childNodes) },
    () => { const one = text(); const around = document.createElement(pick(['b', 'div', 'code'])); one.replaceWith(around); around.append(one) },
    () => element().toggleAttribute('contenteditable'),
    () => { const one = element(); one.replaceWith(one.cloneNode(true)) },
  ];
  for (let i = 0; i < 12; i++) main.append(tree(3));
  for (let round = 0; round < 10; round++) {
    for (let i = below(12); i >= 0; i--) pick(CHANGES)();
    if (below(2)) for (let i = below(12); i >= 0; i--) await new Promise(requestAnimationFrame);
  }`;

/** Script: \`where()\` is every mark as a path from the root; \`settled(n)\` what it is once n frames in a row say the same. */
const WHERE = `
  function path(node) {
    const parent = node.parentNode ?? node.host;
    return parent ? path(parent) + '/' + (node.parentNode ? [...parent.childNodes].indexOf(node) : 'root') : '';
  }
  function where() {
    const found = [];
    for (const marks of CSS.highlights.values()) for (const { startContainer, startOffset, endContainer, endOffset } of marks) {
      if (!startContainer.isConnected) continue;
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      found.push(path(startContainer) + ':' + startOffset + ' ' + live);
    }
    return found.sort().join('\\n');
  }
  async function settled(frames) {
    let last = where();
    for (let same = 0; same < frames; same++) {
      await new Promise(requestAnimationFrame);
      const now = where();
      if (now !== last) same = 0;
      last = now;
    }
    return last;
  }`;

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  test.each([1, 2, 3])('changes by chance, seed %i', async (seed) => {
    // What is read last: a shadow root behind all others.
    const done = `${changes(seed)}
      const last = document.createElement('div');
      last.attachShadow({ mode: 'open' }).append('Tiandy');
      document.body.append(last);`;
    const begin = async (): Promise<void> => {
      await page.open('<main></main><p>Hikvision</p>');
      await page.run(`${WHERE} Object.assign(globalThis, { where, settled })`);
    };
    await begin();
    await page.run(`${done} globalThis.run = start(lexicon)`);
    await page.until("painted().includes('Tiandy')");
    const anew = await page.run<string>('return settled(40)');
    expect(anew.split('\n').length).toBeGreaterThan(5);

    await begin();
    await page.run('globalThis.run = start(lexicon)');
    await page.until("painted().includes('Hikvision')");
    await page.run(done);
    await page.until("painted().includes('Tiandy')");
    await page.until(`where() === ${JSON.stringify(anew)}`).catch(() => undefined);
    expect(await page.run('return where()')).toBe(anew);
  });
});
