import { expect, test } from '@playwright/test';
import { openReader, PAINTED, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const NAMES = `<p>Huawei and ZTE offered the network for the surveillance cameras in Serbia.</p>`;
const SPORT = `<!doctype html><html lang="en"><title>Serbia beat Spain in opener</title><body><article>
<h1>Serbia beat Spain in opener</h1><p>Serbia won 2–1 in Belgrade; the striker scored in the last minute of the match.</p>
<p>Spain meet Hungary on Tuesday, and the coach of Serbia expects a full stadium.</p></article></body></html>`;

inBothBrowsers('page', (stage) => {
  test('a football report stays clean, while a vendor at its end shows that we looked', async () => {
    const tab = await stage().reader.tab();
    await tab.goto(
      stage().site.page(
        '/sport/report',
        SPORT.replace('</article>', '<p>Photograph taken with a Huawei telephone.</p></article>'),
      ),
    );
    await until(async () => (await tab.evaluate<string[]>(PAINTED)).includes('Huawei'), 'the mark on Huawei');
    expect(await tab.evaluate<string[]>(PAINTED)).toEqual(['Huawei']);
    await tab.close();
  });

  test('the mark is painted: pixels differ with it, in the page and in an open shadow root', async () => {
    const tab = await stage().reader.tab();
    await tab.goto(
      stage().site.page(
        '/pixels',
        `<!doctype html><body style="font:30px serif;margin:20px">${NAMES}<div id="host"></div>
<script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<p style="font:30px serif">Hikvision cameras</p>';</script></body>`,
      ),
    );
    await until(
      async () => (await tab.evaluate<string[]>(PAINTED)).includes('Hikvision'),
      'the mark in the shadow root',
    );
    const shot = async () => Buffer.from(await tab.screenshot()).toString('base64');
    const paintWithout = async (text: string) => {
      const before = await shot();
      await tab.evaluate(
        `(() => { for (const [n, h] of CSS.highlights) if (n.startsWith('counterpoint-')) for (const r of [...h]) if (r.startContainer.data.slice(r.startOffset, r.endOffset) === '${text}') h.delete(r); })()`,
      );
      return { before, after: await shot() };
    };
    for (const text of ['Huawei', 'Hikvision']) {
      const { before, after } = await paintWithout(text);
      expect(after === before, `taking the mark off ${text} changes the picture`).toBe(false);
    }
    await tab.close();
  });

  test('text that comes, changes and goes is followed', async () => {
    const tab = await stage().reader.tab();
    await tab.goto(stage().site.page('/live', `<!doctype html><body><p id="p">Huawei</p><div id="feed"></div></body>`));
    await until(async () => (await tab.evaluate<string[]>(PAINTED)).length === 1, 'the first mark');
    await tab.evaluate(`document.getElementById('feed').innerHTML = '<p>News of ZTE</p>'`);
    await until(async () => (await tab.evaluate<string[]>(PAINTED)).includes('ZTE'), 'the added name');
    await tab.evaluate(`document.getElementById('p').firstChild.data = 'Now Hikvision'`);
    await until(async () => (await tab.evaluate<string[]>(PAINTED)).includes('Hikvision'), 'the changed name');
    expect(await tab.evaluate<string[]>(PAINTED)).not.toContain('Huawei');
    await tab.evaluate(`document.getElementById('feed').remove()`);
    await until(
      async () => !(await tab.evaluate<string[]>(PAINTED)).includes('ZTE'),
      'the removed name to be forgotten',
    );
    await tab.close();
  });

  test('frames of the same and of other origins are read; a cleared registry is filled again', async () => {
    const tab = await stage().reader.tab();
    const inner = stage().site.page('/inner', `<!doctype html><body>${NAMES}</body>`);
    await tab.goto(
      stage().site.page(
        '/outer',
        `<!doctype html><body><p>Hytera radios</p>
<iframe id="same" src="/inner" width="600" height="200"></iframe><iframe src="${inner.replace('127.0.0.1', 'localhost')}" width="600" height="200"></iframe></body>`,
      ),
    );
    const inFrame = `(() => { const w = document.getElementById('same').contentWindow; return [...w.CSS.highlights].reduce((n, [name, h]) => n + (name.startsWith('counterpoint-') ? h.size : 0), 0); })()`;
    await until(async () => (await tab.evaluate<number>(inFrame)) >= 3, 'marks in the frame');
    await tab.evaluate(`CSS.highlights.clear()`);
    await tab.evaluate(
      `document.body.append(Object.assign(document.createElement('p'), { textContent: 'More on Dahua.' }))`,
    );
    await until(async () => (await tab.evaluate<string[]>(PAINTED)).includes('Hytera'), 'the marks to be put back');
    await tab.close();
  });

  for (const [name, path, body] of [
    [
      'an SVG document',
      '/drawing.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><text x="10" y="40">Huawei</text></svg>`,
    ],
    ['an XML document', '/feed.xml', `<?xml version="1.0"?><rss><title>Huawei</title></rss>`],
    [
      'an XHTML document',
      '/page.xhtml',
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Huawei</p></body></html>`,
    ],
    ['plain text', '/notes.txt', `Huawei and ZTE`],
    [
      'a page without a body',
      '/bodyless',
      `<!doctype html><script>document.documentElement.removeChild(document.body ?? document.head); document.body?.remove()</script>`,
    ],
  ] as const) {
    test(`${name} raises no error`, async () => {
      const tab = await stage().reader.tab();
      await tab.goto(stage().site.page(path, body));
      if (name !== 'a page without a body' && name !== 'an XML document') {
        await until(async () => (await tab.evaluate<string[]>(PAINTED)).includes('Huawei'), `the mark in ${name}`);
      }
      expect(tab.errors).toEqual([]);
      await tab.close();
    });
  }

  test('no request leaves for any host but the site', async () => {
    const { reader, site } = stage();
    const foreign = reader.requests.filter(
      (address) => /^https?:/.test(address) && !/^http:\/\/(127\.0\.0\.1|localhost):/.test(address),
    );
    expect(reader.requests.length).toBeGreaterThan(0);
    expect(foreign).toEqual([]);
    expect(site.origin).toContain('127.0.0.1');
  });
});

for (const kind of ['chromium', 'firefox'] as const) {
  test(`the page's DOM is the same with and without us (${kind})`, async () => {
    const { serveSite } = await import('./site.ts');
    const site = await serveSite();
    const url = site.page(
      '/same',
      `<!doctype html><html lang="en"><head><title>t</title></head><body class="x">${NAMES}<form><input name="childNodes" value="Huawei"><textarea>ZTE</textarea></form><pre>Huawei</pre></body></html>`,
    );
    const html: string[] = [];
    for (const extension of [false, true]) {
      const reader = await openReader(kind, { extension });
      const tab = await reader.tab();
      await tab.goto(url);
      if (extension) await until(async () => (await tab.evaluate<string[]>(PAINTED)).length === 3, 'the marks');
      html.push(
        await tab.evaluate<string>(
          `JSON.stringify([document.documentElement.outerHTML, document.adoptedStyleSheets.length, document.styleSheets.length])`,
        ),
      );
      await reader.close();
    }
    await site.close();
    expect(html[1]).toBe(html[0]);
  });
}
