/** Ways from one page to another: within one document, back and forth, into windows of a script's own. */
import { expect, test } from '@playwright/test';
import { cardIsGone, marksAre, openCardOn } from './journey.ts';
import { HIKVISION, HYTERA, htmlPage, ownTab, paintedWithin } from './own-tab.ts';
import { until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const SPIES = `<article><h1>Surveillance cameras</h1><p>Police in Serbia bought surveillance cameras with face recognition from Hikvision.</p></article>`;
const SPORT = `<article><h1>Serbia beat Spain in opener</h1><p>Serbia won 2–1 in Belgrade; the striker scored in the last minute of the football match.</p><p>Photograph: Hytera.</p></article>`;

inBothBrowsers('navigation', (stage) => {
  const own = ownTab(stage);

  test('routes of one document: each view is read as a page of its own', async () => {
    const { tab } = own;
    await own.open('/app/spies', htmlPage(`<main>${SPIES}</main>`));
    const show = (path: string, html: string, order: 'address first' | 'content first') =>
      tab.evaluate(`{
        const go = () => history.pushState({}, '', ${JSON.stringify(path)});
        const draw = () => { document.querySelector('main').innerHTML = ${JSON.stringify(html)} };
        for (const step of ${order === 'address first' ? '[go, draw]' : '[draw, go]'}) step();
      }`);
    await marksAre(tab, ['Hikvision', 'Serbia']);
    await show('/app/sport', SPORT, 'address first');
    await marksAre(tab, ['Hytera']);
    await show('/app/spies', SPIES, 'content first');
    await marksAre(tab, ['Hikvision', 'Serbia']);
    await show('/app/sport#2', SPORT, 'content first');
    await marksAre(tab, ['Hytera']);
    await openCardOn(tab, 'Hytera');
    await show('/app/spies', SPIES, 'address first');
    await cardIsGone(tab);
    await marksAre(tab, ['Hikvision', 'Serbia']);
    expect(tab.errors).toEqual([]);
  });

  test('a view transition: the old view goes, the new one is marked', async () => {
    const { tab } = own;
    await own.open('/transition', htmlPage(`<main>${HIKVISION}</main>`));
    await marksAre(tab, ['Hikvision']);
    await tab.evaluate(
      `document.startViewTransition(() => { document.querySelector('main').innerHTML = ${JSON.stringify(HYTERA)} }).finished.then(() => { self.finished = true })`,
    );
    await marksAre(tab, ['Hytera']);
    await until(() => tab.evaluate<boolean>('self.finished === true'), 'the transition to end');
    await openCardOn(tab, 'Hytera');
    expect(tab.errors).toEqual([]);
  });

  test('back and forward: as the browser kept them, pages have their marks once and cards open', async () => {
    const { tab } = own;
    const { site } = stage();
    site.page('/next', htmlPage(HYTERA));
    const isAt = (path: string) =>
      until(
        () => tab.evaluate<boolean>(`location.pathname === '${path}' && document.readyState === 'complete'`),
        `the page ${path}`,
      );
    // By the page itself: automation waits for an event that a page coming back does not send.
    const goOn = async () => {
      await tab.evaluate(`void (location.href = '/next')`);
      await isAt('/next');
    };
    await tab.goto(site.page('/kept', htmlPage(HIKVISION)));
    await openCardOn(tab, 'Hikvision');
    await tab.evaluate(
      'self.kept = true; addEventListener("pageshow", (event) => { self.persisted = event.persisted })',
    );
    for (let round = 0; round < 2; round++) {
      await goOn();
      await marksAre(tab, ['Hytera']);
      await tab.back();
      await isAt('/kept');
      expect(await tab.evaluate<boolean>('self.kept === true && self.persisted === true')).toBe(true);
      await marksAre(tab, ['Hikvision']);
      // It stood open when the page was left.
      await cardIsGone(tab);
      await openCardOn(tab, 'Hikvision');
    }
    await tab.evaluate(`document.body.append(Object.assign(document.createElement('p'), { textContent: 'Dahua' }))`);
    await marksAre(tab, ['Dahua', 'Hikvision']);
    await tab.evaluate('void history.forward()');
    await isAt('/next');
    await marksAre(tab, ['Hytera']);
    await openCardOn(tab, 'Hytera');
    expect(tab.errors).toEqual([]);
  });

  test('a window that a script opens and writes', async () => {
    const { tab } = own;
    await own.open(
      '/opener',
      htmlPage(
        `${HIKVISION}<button style="position:fixed;left:0;top:0;width:60px;height:30px">Open</button>`,
        `<script>addEventListener('click', () => {
          self.opened = open('about:blank', '_blank', 'width=500,height=400');
          opened.document.write('<!doctype html><title>Opened</title><body>${HYTERA}</body>');
          opened.document.close();
        })</script>`,
      ),
    );
    await marksAre(tab, ['Hikvision']);
    await tab.click(30, 15);
    await until(
      async () => String(await tab.evaluate(paintedWithin('self.opened'))) === 'Hytera',
      'the mark in the opened window',
    );
    await tab.evaluate(`opened.document.body.append('and Dahua')`);
    await until(
      async () => String(await tab.evaluate(paintedWithin('self.opened'))) === 'Hytera,Dahua',
      'what was added in the opened window',
    );
    await tab.evaluate('opened.close()');
    expect(tab.errors).toEqual([]);
  });
});
