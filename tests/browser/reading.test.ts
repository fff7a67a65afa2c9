import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

/** Name, page, what is marked in it. */
const PAGES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a plain sentence', '<p>Huawei sold cameras.</p>', ['Huawei']],
  ['several in one text', '<p>Huawei, ZTE and Dahua.</p>', ['Dahua', 'Huawei', 'ZTE']],
  [
    'over inline elements',
    '<p>Surveillance: spies at the African <b>Un</b><i>ion</i> bought from Hua<wbr>wei.</p>',
    ['African Union', 'Huawei'],
  ],
  ['over a comment', '<p>Hua<!-- -->wei</p>', ['Huawei']],
  ['one line break is a space', '<p>Surveillance in Papua New<br>Guinea</p>', ['Papua NewGuinea']],
  ['two line breaks part', '<p>Surveillance in Papua New<br> <br>Guinea</p>', []],
  ['cells part', '<h1>Surveillance</h1><table><tr><td>Papua New </td><td>Guinea</td></tr></table>', []],
  ['cells that touch', '<table><tr><td>Huawei</td><td>Dahua</td><td>ZTE</td></tr></table>', ['Dahua', 'Huawei', 'ZTE']],
  ['cells that touch small letters', '<table><tr><td>1</td><td>Huawei</td><td>vendor</td></tr></table>', ['Huawei']],
  ['links that touch', '<nav><a href="#">Huawei</a><a href="#">Dahua</a></nav>', ['Dahua', 'Huawei']],
  ['unknown elements part', '<x-a>Hua</x-a><x-a>wei</x-a><x-b>Huawei</x-b>', ['Huawei']],
  ['inside a longer word', '<p>Hua<b>weiism</b> Huaweiology</p>', []],
  ['blocks inside inline', '<span>Hua<div>wei</div>Dahua</span>', ['Dahua']],
  ['text beside blocks', '<div>Huawei<p>ZTE</p>Dahua</div>', ['Dahua', 'Huawei', 'ZTE']],
  [
    'never read',
    '<script>var a = "Huawei"</script><style>/* Huawei */</style><noscript>Huawei</noscript><template>Huawei</template><textarea>Huawei</textarea><select><option>Huawei</select><code>Huawei</code><pre>Huawei</pre><kbd>Huawei</kbd><samp>Huawei</samp><p>x</p>',
    [],
  ],
  ['a script between letters', '<p>Hua<script></script>wei</p>', ['Huawei']],
  ['editors', '<div contenteditable><p>Huawei</p></div><div contenteditable="false">ZTE</div>', ['ZTE']],
  [
    'several names in one editor',
    '<div contenteditable><section><p>Huawei</p><p>Dahua</p></section></div><section><p>ZTE</p></section>',
    ['ZTE'],
  ],
  ['hidden text may be marked', '<p hidden>Huawei</p><details><summary>x</summary>ZTE</details>', ['Huawei', 'ZTE']],
  ['svg text', '<svg><title>Huawei</title><text>Huawei</text></svg>', ['Huawei']],
  ['an icon in a sentence', '<p>Spies: African <svg><path d=""/></svg>Union</p>', ['African Union']],
  ['ruby', '<p><ruby>华<rt>huá</rt>为<rt>wéi</rt></ruby></p>', ['华huá为']],
  ['soft hyphens and joiners', '<p>Hua&shy;wei Hua&#8203;wei</p>', ['Hua\u00adwei', 'Hua\u200bwei']],
  [
    'a form whose fields have names of the DOM',
    '<form><input name="firstChild"><input name="nextSibling"><input name="parentNode"><input name="childNodes"><input name="localName"><input name="nodeType"><input name="textContent"><input name="contains"><input name="getAttribute"><input name="querySelectorAll"><p>Huawei</p></form><p>ZTE</p>',
    ['Huawei', 'ZTE'],
  ],
  [
    'forms that answer for the document',
    '<form name="title"></form><form name="documentElement"><input name="lang"></form><p>Surveillance in Serbia.</p>',
    ['Serbia'],
  ],
  ['places need a subject', '<p>Serbia won the football match by two goals.</p>', []],
  [
    'much text in few elements before names, none in many behind',
    `<p>${'word '.repeat(400)}</p><p>Huawei</p><p>ZTE</p><p>Dahua</p>${'<i></i>'.repeat(130)}`,
    ['Dahua', 'Huawei', 'ZTE'],
  ],
  [
    'no text in many elements before names, much in few behind',
    `${'<i></i>'.repeat(60)}${'<p>word</p>'.repeat(40)}<p>Huawei</p><p>ZTE</p>${'<p>word</p>'.repeat(15)}<p>Dahua ${'word '.repeat(40)}</p>${'<i></i>'.repeat(30)}`,
    ['Dahua', 'Huawei', 'ZTE'],
  ],
  ['right to left', '<p dir="rtl">قالت شركة هواوي أمس</p>', ['هواوي']],
];

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  /** Starts, and waits for a name at the end of the page, so that all before it has been read. */
  async function marked(html: string): Promise<readonly string[]> {
    await page.open(`${html}<p>Hikvision</p>`);
    await page.run('globalThis.run = start(lexicon)');
    await page.until("painted().includes('Hikvision')");
    const words = await page.run<string[]>('return painted()');
    return words.filter((word) => word !== 'Hikvision');
  }

  test.each(PAGES)('%s', async (_name, html, expected) => {
    expect(await marked(html)).toEqual(expected);
  });

  test('the document stays as it is, byte for byte', async () => {
    const everything = PAGES.map(([, html]) => html).join('\n');
    await page.open(`${everything}<p>Hikvision</p>`);
    const before = await page.run('return document.documentElement.outerHTML');
    await page.run('globalThis.run = start(lexicon)');
    await page.until("painted().includes('Hikvision')");
    expect(await page.run('return document.documentElement.outerHTML')).toBe(before);
  });

  test('a name behind which nothing but empty elements stand', async () => {
    await page.open('<div></div>');
    await page.run(`
      const words = '<p>some words of a text without any of the names here</p>';
      document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML =
        words.repeat(9) + '<p>We saw Huawei there</p>' + words.repeat(10) + '<i></i>'.repeat(60);
      globalThis.run = start(lexicon)`);
    await page.until("painted().includes('Huawei')");
  });

  test('open shadow roots: declared, nested, attached later', async () => {
    await page.open('<div id="a"><template shadowrootmode="open"><p>Huawei</p></template></div><div id="b"></div>');
    await page.run(`
      const declared = document.createElement('div');
      declared.setHTMLUnsafe('<section><template shadowrootmode="open"><p>Dahua</p></template></section>');
      document.body.append(declared);
      const outer = document.getElementById('b').attachShadow({ mode: 'open' });
      outer.innerHTML = '<div></div>';
      outer.firstChild.attachShadow({ mode: 'open' }).innerHTML = '<p>ZTE</p>';
      globalThis.run = start(lexicon)`);
    await page.until('painted().length === 3');
    await page.run(`
      const late = document.createElement('div');
      late.attachShadow({ mode: 'open' }).innerHTML = '<p>Hytera</p>';
      document.body.append(late)`);
    await page.until("painted().includes('Hytera')");
    await page.run("document.getElementById('b').shadowRoot.append('Tiandy')");
    await page.until("painted().includes('Tiandy')");
  });

  test('marks are painted, in the page and in a shadow root', async () => {
    const html =
      '<style>p{font:40px sans-serif}</style><p>Huawei</p><div><template shadowrootmode="open"><style>p{font:40px sans-serif}</style><p>Huawei</p></template></div>';
    await page.open(html);
    await page.run('document.body.setHTMLUnsafe(document.body.innerHTML)');
    const before = await page.picture();
    await page.run('globalThis.run = start(lexicon)');
    await page.until('painted().length >= 1');
    await page.run('return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect((await page.picture()).equals(before)).toBe(false);
  });

  test('a huge text node', async () => {
    await page.open('<p id="p"></p>');
    await page.run(`
      document.getElementById('p').textContent = 'word '.repeat(200_000) + 'Huawei ' + 'word '.repeat(200_000) + 'ZTE';
      globalThis.run = start(lexicon)`);
    await page.until('painted().length === 2');
    expect(await page.run('return painted()')).toEqual(['Huawei', 'ZTE']);
  });

  test('a page that forbids: nothing is painted, and it was asked once', async () => {
    await page.open('<p>Huawei</p>');
    await page.run('globalThis.run = start(lexicon, { mayPaint: false })');
    await page.until("run.said.includes('asked')");
    await page.run("document.body.append('ZTE'); return new Promise((done) => setTimeout(done, 300))");
    expect(await page.run('return [run.said, [...CSS.highlights.keys()]]')).toEqual([['asked'], []]);
  });
});
