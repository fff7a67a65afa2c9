/** A change inside one element can make or break a word, or a passage, that goes on outside it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

/** Paragraph, what a script does to it (`p`, `b`, `i` are its elements), whether Huawei is marked then. */
const WORDS: readonly (readonly [string, string, boolean])[] = [
  ['Hua<i>x</i>wei', "i.textContent = ''", true],
  ['Hua<!--x--><i>x</i>wei', 'i.remove()', true],
  ['<b>x</b>Huawei', "b.textContent = ''", true],
  ['Huawei<b>x</b>', "b.textContent = ''", true],
  ['<b></b>Huawei', "b.textContent = 'x'", false],
  ['Huawei<b></b>', "b.textContent = 'x'", false],
  ['<i><b></b></i>Huawei', "b.textContent = 'x'", false],
  ['<b>x</b>Huawei', "b.firstChild.data = ' '", true],
  ['<b> </b>Huawei', "b.firstChild.data = 'x'", false],
  ['<b><code>y</code>x</b>Huawei', 'b.lastChild.remove()', true],
  ['Huawei<b>x<code>y</code></b>', 'b.firstChild.remove()', true],
  ['<b>x</b>Huawei', "b.append(document.createElement('div'))", true],
  ['<b>x<div></div></b>Huawei', 'b.lastChild.remove()', false],
  ['Huawei<b><div></div>x</b>', 'b.firstChild.remove()', false],
  ['<i>x<b>y</b></i>Huawei', 'b.remove()', false],
  ['<i>x<b> </b></i>Huawei', 'b.remove()', false],
  ['<b>x</b>Huawei', "b.replaceWith('x ')", true],
];

/** Paragraph, what is done, whether the place in it is marked then. */
const PASSAGES: readonly (readonly [string, string, boolean])[] = [
  ['<b></b> in Serbia', "b.textContent = 'Spies and surveillance'", true],
  ['<b>Football</b> in Serbia', "b.firstChild.data = 'Spies and surveillance'", true],
  ['<b>Spies and surveillance</b> in Serbia', "b.textContent = ''", false],
  ['<b>Spies and surveillance</b> in Serbia', "b.firstChild.data = 'Football'", false],
];

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  /** Script: for each paragraph the words that are marked in it. */
  const MARKED = `[...document.querySelectorAll('section')].map((p) => {
    const words = [];
    for (const marks of CSS.highlights.values()) for (const { startContainer, startOffset, endContainer, endOffset } of marks) {
      if (!p.contains(startContainer)) continue;
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      words.push(live.toString());
    }
    return words.join();
  }).join(' | ')`;

  async function change(cases: readonly (readonly [string, string, boolean])[], word: string): Promise<void> {
    await page.open(`${cases.map(([html]) => `<section>${html}</section>`).join('')}<h6>Hikvision</h6>`);
    await page.run('globalThis.run = start(lexicon)');
    await page.until("painted().includes('Hikvision')");
    await page.run(`
      const all = [...document.querySelectorAll('section')];
      ${cases.map(([, script], at) => `{ const p = all[${at}]; const b = p.querySelector('b'); const i = p.querySelector('i'); ${script} }`).join('\n')}
      document.querySelector('h6').textContent = 'Hytera'`);
    await page.until("painted().includes('Hytera')");
    const wanted = cases.map(([, , isMarked]) => (isMarked ? word : '')).join(' | ');
    await page.until(`${MARKED} === ${JSON.stringify(wanted)}`).catch(() => undefined);
    const now = await page.run<string>(`return ${MARKED}`);
    const named = (list: string) => list.split(' | ').map((words, at) => [...(cases[at] ?? []).slice(0, 2), words]);
    expect(named(now)).toEqual(named(wanted));
  }

  test('words', () => change(WORDS, 'Huawei'));
  test.each(PASSAGES)('passages: %s, %s', (...one) => change([one], 'Serbia'));
});
