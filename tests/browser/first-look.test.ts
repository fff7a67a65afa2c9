import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

/** Name, page, what its script does then. */
const FOUND: readonly (readonly [string, string, string])[] = [
  ['in the text', '<p>Huawei</p>', ''],
  ['behind one that no reader sees', '<script>var a = "Huawei"</script><p>x <b>Huawei</b></p>', ''],
  ['in cells that touch', '<table><tr><td>x</td><td>Huawei</td><td>y</td></tr></table>', ''],
  ['in what is added later', '<p>x</p>', "document.body.append('Huawei')"],
  ['in text that changes', '<p>x</p>', "document.querySelector('p').firstChild.data = 'Huawei'"],
  [
    'in a shadow root attached later',
    '<div></div>',
    "document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<p>Huawei</p>'",
  ],
];

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  test.each(FOUND)('a name is found %s', async (_name, html, script) => {
    await page.open(html);
    await page.run('look()');
    await page.run(script);
    await page.until('glimpsed');
  });

  test('a name that no reader sees is none', async () => {
    await page.open('<script>var a = "Huawei"</script><style>/* Huawei */</style><p>x</p>');
    await page.run('look(); return new Promise((done) => setTimeout(done, 500))');
    expect(await page.run('return glimpsed')).toBe(false);
    await page.run("document.body.append('Huawei')");
    await page.until('glimpsed');
  });
});
