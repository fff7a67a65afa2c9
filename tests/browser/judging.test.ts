import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

describe.each(['chromium', 'firefox'] as const)('%s: the judge is elsewhere', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  /** Starts with a judge that answers nothing until `answer` is called, and waits until it was asked. */
  async function startUnanswered(html: string): Promise<void> {
    await page.open(html);
    await page.run(`
      globalThis.$ = (selector) => document.querySelector(selector);
      globalThis.waits = new Promise((resolve) => (globalThis.answer = resolve));
      globalThis.run = start(lexicon)`);
    await page.until('globalThis.asked === 1');
  }

  test.each<[string, string, string, readonly string[]]>([
    ['the text is another now', '<p>Huawei</p>', "$('p').firstChild.data = 'Nobody'", ['Hikvision']],
    ['the text moved on', '<p>Huawei</p>', "$('p').firstChild.data = 'At Huawei'", ['Hikvision', 'Huawei']],
    ['it is gone', '<p>Huawei</p>', "$('p').remove()", ['Hikvision']],
    [
      'it went and came back',
      '<p>Huawei</p>',
      "const p = $('p'); p.remove(); document.body.append(p)",
      ['Hikvision', 'Huawei'],
    ],
    ['something stands in between', '<p>Hua<b>wei</b></p>', "$('b').before('x')", ['Hikvision']],
    ['its end is another', '<p>Hua<b>wei</b></p>', "$('b').firstChild.data = 'xei'", ['Hikvision']],
  ])('the page changed before the answer came: %s', async (_name, html, change, expected) => {
    await startUnanswered(`${html}<p id="last">Hikvision</p>`);
    await page.run(change);
    await page.run('answer()');
    await page.until(`painted().join() === ${JSON.stringify(expected.join())}`);
    await page.run("document.body.append(Object.assign(document.createElement('p'), { textContent: 'Hytera' }))");
    await page.until("painted().includes('Hytera')");
    expect(await page.run("return painted().filter((word) => word !== 'Hytera')")).toEqual(expected);
  });

  test('it is asked again where it was away', async () => {
    await page.open('<p>Huawei</p>');
    await page.run('globalThis.isAway = true; globalThis.run = start(lexicon)');
    await page.until('globalThis.asked >= 2');
    await page.run('globalThis.isAway = false');
    await page.until("painted().join() === 'Huawei'");
  });

  test('it is not asked without end where it stays away, and again once the page says something new', async () => {
    await page.open('<p>Huawei</p>');
    await page.run('globalThis.isAway = true; globalThis.run = start(lexicon)');
    await page.until('globalThis.asked === 6');
    await page.run('return new Promise((done) => setTimeout(done, 1500))');
    expect(await page.run('return globalThis.asked')).toBe(6);
    await page.run("globalThis.isAway = false; document.body.append('Dahua')");
    await page.until("painted().join() === 'Dahua,Huawei'");
  });

  test('a page that says the same in twelve thousand cells', async () => {
    await page.open(`<table>${'<tr><td>Huawei</td></tr>'.repeat(12_000)}</table>`);
    await page.run('globalThis.run = start(lexicon)');
    await page.until('run.count() === 12000');
  });

  test('nobody is asked about passages in which no name stands', async () => {
    await page.open('<p>Nobody.</p><p>Hikvision</p>');
    await page.run('globalThis.run = start(lexicon)');
    await page.until("painted().join() === 'Hikvision'");
    await page.run("document.body.append(Object.assign(document.createElement('p'), { textContent: 'Nobody else.' }))");
    await page.run('return new Promise((done) => setTimeout(done, 500))');
    expect(await page.run('return globalThis.asked')).toBe(1);
  });
});
