/** Pages that make it hard, by accident or on purpose: nothing of ours throws, the names are marked all the same. */
import { expect, test } from '@playwright/test';
import { cardIsGone, marksAre, openCardOn, painted, placeOf } from './journey.ts';
import { type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const NAMES = '<p>Cameras by Hikvision.</p>';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Hostile</title>${head}</head><body style="font:18px serif;margin:40px">${body}</body></html>`;

/** Traps are set before anything of ours runs; each counts how often it was sprung by somebody else than the page. */
const TRAPS = `<script>
  self.sprung = [];
  const trap = (object, name) => {
    const old = Object.getOwnPropertyDescriptor(object, name);
    if (!old || !old.configurable) return;
    Object.defineProperty(object, name, { configurable: true, get() { sprung.push(name); throw new Error('trap ' + name); } });
  };
  for (const name of ['childNodes', 'firstChild', 'lastChild', 'nextSibling', 'previousSibling', 'parentNode', 'parentElement', 'nodeType', 'textContent', 'isConnected', 'getRootNode', 'contains', 'appendChild', 'insertBefore']) trap(Node.prototype, name);
  for (const name of ['closest', 'matches', 'getAttribute', 'attachShadow', 'shadowRoot', 'localName', 'querySelector', 'append', 'remove', 'checkVisibility']) trap(Element.prototype, name);
  for (const name of ['createTreeWalker', 'createRange', 'createElement', 'createElementNS', 'elementFromPoint']) trap(Document.prototype, name);
  for (const name of ['data', 'length']) trap(CharacterData.prototype, name);
  customElements.define = () => { throw new Error('trap define') };
  self.MutationObserver = self.StaticRange = self.Highlight = self.CSSStyleSheet = class { constructor() { sprung.push('constructor'); throw new Error('trap') } };
  Array.prototype[Symbol.iterator] = function () { sprung.push('iterator'); throw new Error('trap iterator') };
  Map.prototype.get = Map.prototype.set = Set.prototype.add = () => { sprung.push('map'); throw new Error('trap map') };
  self.setTimeout = self.requestAnimationFrame = self.queueMicrotask = () => { sprung.push('timer') };
</script>`;

const FROZEN = `<script>
  for (const name of ['Object', 'Array', 'Node', 'Element', 'HTMLElement', 'Document', 'Text', 'Highlight', 'HighlightRegistry', 'StaticRange', 'EventTarget', 'Map', 'Set', 'Promise'])
    if (self[name]) Object.freeze(self[name].prototype);
  for (const object of [CSS, document, document.documentElement]) try { Object.preventExtensions(object) } catch {}
</script>`;

const CLOBBER = `<form id="documentElement" name="body"><input name="nodeType"><input name="childNodes"><input name="parentNode"><input name="nextSibling"><input name="localName"><input name="getAttribute"><input name="shadowRoot"><input name="textContent"><input name="isConnected"><input name="firstChild"><p>Radios by Hytera.</p></form>
<img name="createTreeWalker"><img name="createRange"><img name="querySelector"><img name="title"><img name="elementFromPoint"><img name="defaultView"><a id="CSS"></a><a id="window"></a>`;

inBothBrowsers('hostile pages', (stage) => {
  let tab: Tab;
  test.beforeEach(async () => {
    tab = await stage().reader.tab();
  });
  test.afterEach(async () => {
    await tab.close();
  });
  const open = (path: string, html: string, headers?: Record<string, string>) =>
    tab.goto(stage().site.page(path, html, headers));

  test('rewritten prototypes are neither sprung nor in the way', async () => {
    await open('/traps', page(NAMES, TRAPS));
    await marksAre(tab, ['Hikvision']);
    await openCardOn(tab, 'Hikvision');
    await tab.press('Escape');
    await cardIsGone(tab);
    expect(await tab.evaluate<string>('sprung.join()')).toBe('');
    expect(tab.errors).toEqual([]);
  });

  test('frozen prototypes and fields that hide properties', async () => {
    await open('/frozen', page(NAMES + CLOBBER, FROZEN));
    await marksAre(tab, ['Hikvision', 'Hytera']);
    await openCardOn(tab, 'Hytera');
    expect(tab.errors).toEqual([]);
  });

  test('a body that is replaced, a document written anew', async () => {
    await open('/body', page(NAMES));
    await marksAre(tab, ['Hikvision']);
    await tab.evaluate(
      `document.body = Object.assign(document.createElement('body'), { innerHTML: '<p>Radios by Hytera.</p>' })`,
    );
    await marksAre(tab, ['Hytera']);
    await tab.evaluate(
      `document.open(); document.write('<!doctype html><p>Recorders by Dahua.</p>'); document.close()`,
    );
    await marksAre(tab, ['Dahua']);
    await openCardOn(tab, 'Dahua');
    expect(tab.errors).toEqual([]);
  });

  test('comments that come and go, as frameworks leave them', async () => {
    await open('/comments', page(NAMES));
    await marksAre(tab, ['Hikvision']);
    for (let i = 0; i < 8; i++) {
      await tab.evaluate(`document.body.append(document.createComment('Huawei ${i}'), document.createElement('hr'))`);
      await tab.evaluate(
        `document.body.append(Object.assign(document.createElement('p'), { textContent: 'Radios by Hytera.' }))`,
      );
      await marksAre(tab, ['Hikvision', ...Array.from({ length: i + 1 }, () => 'Hytera')]);
    }
  });

  test('five million characters in one text node', async () => {
    await open('/huge', page('<p id="p" style="height:80px;overflow:hidden"></p>'));
    await tab.evaluate(
      `document.getElementById('p').textContent = 'Cameras by Hikvision. ' + 'Nothing to see in this sentence here. '.repeat(130000) + 'Radios by Hytera.'`,
    );
    await marksAre(tab, ['Hikvision', 'Hytera']);
    expect(tab.errors).toEqual([]);
  });

  test('two hundred thousand nodes that come and go at once', async () => {
    await open('/many', page(`<p>Recorders by Dahua.</p><div id="box"></div>`));
    await marksAre(tab, ['Dahua']);
    await tab.evaluate(
      `document.getElementById('box').innerHTML = '<p style="display:none">Nothing</p>'.repeat(100000) + '<p>Hikvision</p>'`,
    );
    await marksAre(tab, ['Dahua', 'Hikvision']);
    await tab.evaluate(`document.getElementById('box').textContent = ''`);
    await marksAre(tab, ['Dahua']);
    expect(tab.errors).toEqual([]);
  });

  test('a frame that vanishes while it is read', async () => {
    await open('/vanish', page(`${NAMES}<div id="box"></div>`));
    stage().site.page('/long', page('<p>Radios by Hytera.</p>'.repeat(4000)));
    await marksAre(tab, ['Hikvision']);
    for (let i = 0; i < 4; i++) {
      await tab.evaluate(
        `document.getElementById('box').innerHTML = '<iframe src="/long" width="600" height="300"></iframe>'`,
      );
      await until(
        () =>
          tab.evaluate<boolean>(
            `(() => { const inner = document.querySelector('iframe').contentWindow; return [...inner.CSS.highlights.keys()].length > 0 })()`,
          ),
        'the first marks in the frame',
      );
      await tab.evaluate(`document.getElementById('box').textContent = ''`);
    }
    await tab.evaluate(`document.body.append(Object.assign(document.createElement('p'), { textContent: 'Dahua' }))`);
    await marksAre(tab, ['Dahua', 'Hikvision']);
    expect(tab.errors).toEqual([]);
  });

  test('a registry that is cleared is filled again, three times and no more', async () => {
    await open('/clear', page(NAMES));
    await marksAre(tab, ['Hikvision']);
    const add = (text: string) =>
      tab.evaluate(`document.body.append(Object.assign(document.createElement('p'), { textContent: '${text}' }))`);
    for (let i = 1; i <= 3; i++) {
      await tab.evaluate('CSS.highlights.clear()');
      await add(`Plain line ${i}.`);
      await marksAre(tab, ['Hikvision']);
    }
    await tab.evaluate(`self.clearing = setInterval(() => CSS.highlights.clear(), 1)`);
    for (let i = 0; i < 20; i++) await add(`More of Dahua ${i}.`);
    await until(
      () => tab.evaluate<boolean>(`!document.hidden && [...document.querySelectorAll('p')].length > 20`),
      'the page to grow',
    );
    expect(await painted(tab)).toEqual([]);
    await tab.evaluate('clearInterval(clearing)');
    expect(tab.errors).toEqual([]);
  });

  test('what a reader edits is left alone, what was edited is read', async () => {
    await open(
      '/edit',
      page(
        `${NAMES}<div contenteditable id="editor">Radios by Hytera.</div><textarea>Dahua</textarea><input value="ZTE">`,
      ),
    );
    await marksAre(tab, ['Hikvision']);
    await tab.evaluate(`document.getElementById('editor').removeAttribute('contenteditable')`);
    await marksAre(tab, ['Hikvision', 'Hytera']);
    await tab.evaluate(`document.getElementById('editor').setAttribute('contenteditable', '')`);
    await marksAre(tab, ['Hikvision']);
    await open('/design', page(NAMES, `<script>document.designMode = 'on'</script>`));
    await tab.evaluate(`document.body.append(Object.assign(document.createElement('p'), { textContent: 'Dahua' }))`);
    await tab.evaluate(`document.designMode = 'off'; document.body.append(document.createElement('hr'))`);
    await tab.evaluate(`document.body.append(Object.assign(document.createElement('p'), { textContent: 'Hytera' }))`);
    await until(async () => (await painted(tab)).includes('Hytera'), 'what came after the editing');
    expect(tab.errors).toEqual([]);
  });

  test('pages that change their address themselves, and pages one comes back to', async () => {
    await open('/one', page(NAMES));
    await marksAre(tab, ['Hikvision']);
    await tab.evaluate(
      `history.pushState({}, '', '/two'); document.title = 'Two'; document.body.innerHTML = '<p>Radios by Hytera.</p>'`,
    );
    await marksAre(tab, ['Hytera']);
    await tab.evaluate(`self.kept = true`);
    await open('/three', page('<p>Recorders by Dahua.</p>'));
    await marksAre(tab, ['Dahua']);
    await tab.back();
    await until(() => tab.evaluate<boolean>(`location.pathname === '/two'`), 'the way back');
    // As it was left where the browser kept it, read anew where it did not.
    await marksAre(tab, [(await tab.evaluate<boolean>('self.kept === true')) ? 'Hytera' : 'Hikvision']);
    await openCardOn(tab, (await painted(tab))[0] ?? '');
    expect(tab.errors).toEqual([]);
  });

  test('frames without an address of their own, and those in a sandbox', async () => {
    stage().site.page('/boxed', page('<p>Recorders by Dahua.</p>'));
    const size = 'width="500" height="120"';
    await open(
      '/inner',
      page(
        `${NAMES}<iframe id="srcdoc" srcdoc="<p>Radios by Hytera.</p>" ${size}></iframe><iframe id="blank" ${size}></iframe>
        <iframe sandbox="allow-scripts" src="/boxed" ${size}></iframe><iframe id="small" src="/boxed" width="90" height="60"></iframe>`,
      ),
    );
    await tab.evaluate(`document.getElementById('blank').contentDocument.write('<p>Network by ZTE.</p>')`);
    const within = (id: string) =>
      `(() => { let n = 0; for (const [name, h] of document.getElementById('${id}').contentWindow.CSS.highlights) if (name.startsWith('counterpoint-')) n += h.size; return n })()`;
    for (const id of ['srcdoc', 'blank']) {
      await until(async () => (await tab.evaluate<number>(within(id))) === 1, `the mark in ${id}`);
    }
    expect(await tab.evaluate<number>(within('small'))).toBe(0);
    expect(tab.errors).toEqual([]);
  });

  test('a page without encryption', async () => {
    stage().site.page('/open', page(NAMES));
    await tab.goto(`${stage().site.plainOrigin}/open`);
    expect(await tab.evaluate<boolean>('isSecureContext')).toBe(false);
    await openCardOn(tab, 'Hikvision');
    expect(tab.errors).toEqual([]);
  });

  test('trusted types', async () => {
    await open('/types', page(NAMES), {
      'content-security-policy': `require-trusted-types-for 'script'; trusted-types 'none'; script-src 'none'; style-src 'none'`,
    });
    await openCardOn(tab, 'Hikvision');
    await placeOf(tab, 'Hikvision');
    expect(tab.errors.filter((error) => !error.includes('style'))).toEqual([]);
  });
});
