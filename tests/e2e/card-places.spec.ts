/** Where a card has to work: frames, dialogs, full screens, shadow roots, other writing directions, hostile styles. */
import { expect, test } from '@playwright/test';
import { cardIsGone, hasCard, openCardOn, openCardText, placeOf } from './journey.ts';
import { type Place, type Tab, until, whereIs } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Places</title>${head}</head><body style="font:18px serif;margin:40px">${body}</body></html>`;

/** How the card looks to its reader: equal wherever it opens. */
const LOOK = `
  const panel = root.querySelector('[role=dialog]');
  const host = root.host;
  const seen = (e, names) => names.map((name) => name + ':' + getComputedStyle(e).getPropertyValue(name)).join(';');
  const side = panel.querySelector('.cp-side .cp-text');
  const box = panel.getBoundingClientRect();
  return [
    seen(host, ['display', 'position', 'opacity', 'visibility', 'transform', 'filter', 'clip-path', 'pointer-events', 'zoom', 'mix-blend-mode', 'rotate', 'scale', 'translate', 'mask-image', 'contain', 'content-visibility']),
    seen(panel, ['display', 'opacity', 'visibility', 'font-size', 'color', 'background-color', 'direction', 'text-align', 'letter-spacing', 'line-height', 'writing-mode']),
    seen(side, ['font-size', 'font-family', 'color', 'text-transform', 'word-spacing', 'text-indent', 'white-space']),
    Math.round(box.width),
  ].join(' | ')`;

const HOSTILE = `<style>
  counterpoint-card, html > :not(head):not(body), [popover], :popover-open {
    all: unset !important; display: none !important; opacity: 0 !important; visibility: hidden !important; transform: scale(3) rotate(20deg) !important;
    filter: blur(9px) !important; clip-path: inset(50%) !important; pointer-events: none !important; position: static !important; zoom: 4 !important;
    font: 2px fantasy !important; color: transparent !important; letter-spacing: 2em !important; text-transform: uppercase !important; word-spacing: 3em !important;
    direction: rtl !important; writing-mode: vertical-rl !important; content-visibility: hidden !important; contain: strict !important; width: 1px !important; height: 1px !important;
    mix-blend-mode: difference !important; rotate: 40deg !important; scale: .1 !important; translate: 900px !important; mask: linear-gradient(transparent, transparent) !important;
    animation: gone 1s infinite !important; transition: all 9s !important; inset: 5000px !important; margin: 5000px !important; z-index: -1 !important; white-space: nowrap !important; text-indent: -999em !important;
  }
  @keyframes gone { to { opacity: 0; transform: scale(0) } }
  ::backdrop { display: block !important; background: red !important }
  html { font-size: 3px; line-height: 9; letter-spacing: 1em; word-spacing: 1em; text-transform: uppercase; text-indent: 5em; text-align: right; color: yellow }
  body { letter-spacing: normal; word-spacing: normal; text-transform: none; text-indent: 0; text-align: start; line-height: 1.4 }
</style>`;

inBothBrowsers('card in its place', (stage) => {
  let tab: Tab;
  test.beforeEach(async () => {
    tab = await stage().reader.tab();
  });
  test.afterEach(() => tab.close());

  const open = (path: string, html: string, headers?: Record<string, string>) =>
    tab.goto(stage().site.page(path, html, headers));

  test('hostile styles and the strictest policies leave it as it is on a plain page', async () => {
    await open('/plain', page('<p>Cameras by Hikvision.</p>'));
    await openCardOn(tab, 'Hikvision');
    const plain = await tab.inCard<string>(LOOK);
    expect(plain).toContain('opacity:1');
    await open('/hostile', page('<p>Cameras by Hikvision.</p>', HOSTILE));
    await openCardOn(tab, 'Hikvision');
    expect(await tab.inCard<string>(LOOK)).toBe(plain);
    await open('/strict', page('<p>Cameras by Hikvision.</p>'), {
      'content-security-policy': `default-src 'none'; sandbox allow-scripts; require-trusted-types-for 'script'; trusted-types 'none'`,
    });
    await openCardOn(tab, 'Hikvision');
    const strict = await tab.inCard<string>(LOOK);
    await tab.press('Escape');
    await cardIsGone(tab);
    // The page's own inline style is refused there; the card's look is not.
    expect(strict).toBe(plain);
  });

  test('one card in a tab, frames of both kinds included', async () => {
    const { site } = stage();
    const inner = page('<p>Radios by Hytera.</p>');
    site.page('/near', inner);
    const far = site.page('/far', inner).replace('127.0.0.1', 'localhost');
    // Beside the words, since a card covers what is below them.
    const beside = 'width="340" height="200" style="position:absolute;left:640px;top:';
    await open(
      '/frames',
      page(
        `<p>Cameras by Hikvision.</p><iframe src="/near" ${beside}20px"></iframe><iframe src="${far}" ${beside}500px"></iframe>`,
      ),
    );
    const cardIn = (frame?: string) => tab.evaluate<boolean>(`!!document.querySelector('counterpoint-card')`, frame);
    const restInFrame = async (nth: number, frame: string) => {
      const box = await tab.evaluate<{ left: number; top: number }>(
        `(() => { const r = document.querySelectorAll('iframe')[${nth}].getBoundingClientRect(); return { left: r.left + 2, top: r.top + 2 } })()`,
      );
      const at = await until(() => tab.evaluate<Place | null>(whereIs('Hytera'), frame), `a mark in ${frame}`);
      await tab.move(box.left + at.x + 60, box.top + at.y + 60);
      await tab.move(box.left + at.x, box.top + at.y);
      await until(() => cardIn(frame), `the card in ${frame}`);
    };
    await openCardOn(tab, 'Hikvision');
    expect(await cardIn()).toBe(true);
    await restInFrame(0, '/near');
    await until(async () => !(await cardIn()), 'the card of the page to close');
    await restInFrame(1, '/far');
    await until(async () => !(await cardIn('/near')), 'the card of the first frame to close');
    const text = await until(() => openCardText(tab), 'the card of the other origin');
    expect(text).toContain('Hytera');
  });

  test('inside a modal dialog it stands in the dialog and can be pressed', async () => {
    await open('/dialog', page('<p>Text.</p><dialog style="font:18px serif"><p>Cameras by Hikvision.</p></dialog>'));
    await tab.evaluate(`document.querySelector('dialog').showModal()`);
    await openCardOn(tab, 'Hikvision');
    expect(await tab.evaluate<string>(`document.querySelector('counterpoint-card').parentNode.localName`)).toBe(
      'dialog',
    );
    const at = await tab.inCard<{ x: number; y: number }>(
      `const r = root.querySelector('.cp-close').getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }`,
    );
    if (!at) throw new Error('no card');
    await tab.click(at.x, at.y);
    await cardIsGone(tab);
    expect(await tab.evaluate<boolean>(`document.querySelector('dialog').open`)).toBe(true);
  });

  test('over an element that fills the screen', async () => {
    await open('/full', page('<div id="full" style="background:white"><p>Cameras by Hikvision.</p></div>'));
    await placeOf(tab, 'Hikvision');
    await tab.evaluate(`document.onclick = () => document.getElementById('full').requestFullscreen()`);
    await tab.click(20, 20);
    await until(() => tab.evaluate<boolean>('!!document.fullscreenElement'), 'full screen');
    await openCardOn(tab, 'Hikvision');
    const onTop = await tab.inCard<boolean>(`
      const r = root.querySelector('[role=dialog]').getBoundingClientRect();
      return document.elementFromPoint(r.x + r.width / 2, r.y + 20) === root.host`);
    expect(onTop).toBe(true);
  });

  test('for words in an open shadow root, nested and added late', async () => {
    await open('/shadow', page('<p>Text.</p><div id="late"></div>'));
    await tab.evaluate(`
      const outer = document.getElementById('late').attachShadow({ mode: 'open' });
      outer.innerHTML = '<section><div></div></section>';
      outer.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<p style="font:18px serif">Cameras by Hikvision.</p>'`);
    expect(await openCardOn(tab, 'Hikvision')).toContain('Hikvision');
  });

  test('on a page that runs from right to left it keeps its own direction and is seen whole', async () => {
    await open(
      '/rtl',
      `<!doctype html><html dir="rtl" lang="ar"><title>x</title><body style="font:18px serif;margin:40px"><p>كاميرات من Hikvision في المدينة</p></body></html>`,
    );
    await openCardOn(tab, 'Hikvision');
    const box = await tab.inCard<{ left: number; right: number; dir: string }>(
      `const e = root.querySelector('[role=dialog]'); const r = e.getBoundingClientRect(); return { left: r.left, right: r.right, dir: getComputedStyle(e).direction }`,
    );
    expect(box?.dir).toBe('ltr');
    expect(box && box.left >= 0 && box.right <= 1000).toBe(true);
  });

  test('on a narrow screen it is as wide as the screen, and nothing has to be scrolled sideways', async () => {
    await tab.resize(360, 640);
    await open('/narrow', page('<p>Cameras by Hikvision.</p>', '<meta name="viewport" content="width=device-width">'));
    await openCardOn(tab, 'Hikvision');
    const box = await tab.inCard<{ width: number; inner: number; wide: number }>(
      `const e = root.querySelector('[role=dialog]'); return { width: e.getBoundingClientRect().width, inner: e.clientWidth, wide: e.scrollWidth }`,
    );
    const width = await tab.evaluate<number>('document.documentElement.clientWidth');
    expect(Math.abs((box?.width ?? 0) - width)).toBeLessThan(2);
    expect(box?.wide).toBe(box?.inner);
    await tab.resize(1000, 760);
  });

  test('in an SVG and in an XHTML document', async () => {
    await open(
      '/drawing.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><text x="10" y="40" font-size="20">Hikvision</text></svg>`,
    );
    expect(await openCardOn(tab, 'Hikvision')).toContain('Hikvision');
    await open(
      '/page.xhtml',
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Hikvision</p></body></html>`,
    );
    expect(await openCardOn(tab, 'Hikvision')).toContain('Hikvision');
  });

  test('a page that takes the card out has taken it out; the next rest brings a new one', async () => {
    await open('/remover', page('<p>Cameras by Hikvision and Dahua.</p>'));
    await openCardOn(tab, 'Hikvision');
    await tab.evaluate(`document.querySelector('counterpoint-card').remove()`);
    expect(await openCardOn(tab, 'Dahua')).toContain('Dahua');
    expect(await hasCard(tab)).toBe(true);
    expect(tab.errors).toEqual([]);
  });
});
