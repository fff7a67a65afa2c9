import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

describe.each(['chromium', 'firefox'] as const)('%s: the judge is elsewhere', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  const adds = (text: string): string =>
    `document.body.append(Object.assign(document.createElement('p'), { textContent: '${text}' }))`;

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
    await page.run(adds('Hytera'));
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
    await page.run(adds('Dahua'));
    await page.until('globalThis.asked === 7');
    await page.run(`globalThis.isAway = false; ${adds('ZTE')}`);
    // The two before were given up, else they would be asked about again with this one.
    await page.until("painted().join() === 'ZTE'");
    expect(await page.run('return globalThis.asked')).toBe(8);
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
    await page.run(`${adds('Nobody else.')}; ${adds('Hytera')}`);
    await page.until("painted().join() === 'Hikvision,Hytera'");
    expect(await page.run('return globalThis.askedOf')).toEqual(['Hikvision', 'Hytera']);
  });
});
