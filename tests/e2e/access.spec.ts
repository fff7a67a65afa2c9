/** Our own pages, and the card's, before axe: in both browsers, light and dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { marksAre, openCardOn, popupOver } from './journey.ts';
import { type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const axe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
  'axe-core/axe.min.js',
);
const AXE = readFileSync(axe, 'utf8');
const ARTICLE = `<!doctype html><html lang="en"><title>Networks</title><body style="font:18px serif;margin:40px"><p>Cameras by Hikvision, network by Huawei.</p></body></html>`;

interface Finding {
  readonly rule: string;
  readonly at: string;
}

/** In the dark only colours are others. */
async function findings(tab: Tab, theme: 'light' | 'dark'): Promise<readonly Finding[]> {
  await tab.evaluate(`${AXE}; void 0`);
  return tab.evaluate<Finding[]>(
    `axe.run(document, { resultTypes: ['violations']${theme === 'dark' ? `, runOnly: ['color-contrast', 'link-in-text-block']` : ''} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, at: node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '') }))))`,
  );
}

for (const theme of ['light', 'dark'] as const) {
  inBothBrowsers(
    `for everybody, ${theme}`,
    (stage) => {
      test('popup, options and one name in full', async () => {
        const { reader, site } = stage();
        const article = await reader.tab();
        await article.goto(site.page('/article', ARTICLE));
        await marksAre(article, ['Hikvision', 'Huawei']);
        const popup = await popupOver(reader, '/article');
        await until(() => popup.evaluate<boolean>(`!!document.querySelector('[data-entity]')`), 'the list');
        expect(await findings(popup, theme), 'popup: names').toEqual([]);
        await popup.evaluate(`document.querySelector('[role=combobox]').focus()`);
        await popup.type('huawai');
        await until(() => popup.evaluate<boolean>(`!!document.querySelector('[role=option]')`), 'results');
        expect(await findings(popup, theme), 'popup: results').toEqual([]);
        await popup.press('Enter');
        await until(() => popup.evaluate<boolean>(`!!document.querySelector('.cp-claim')`), 'claims');
        expect(await findings(popup, theme), 'popup: claims').toEqual([]);
        const options = await reader.extensionPage('options.html');
        await until(() => options.evaluate<boolean>(`!!document.getElementById('about')`), 'options');
        expect(await findings(options, theme), 'options').toEqual([]);
        const entity = await reader.extensionPage('entity.html#hikvision');
        await until(() => entity.evaluate<boolean>(`!!document.querySelector('.cp-claim')`), 'the entity page');
        expect(await findings(entity, theme), 'one name in full').toEqual([]);
        for (const tab of [entity, options, popup, article]) await tab.close();
      });

      test('the card, copied with its styles into an open root', async () => {
        const { reader, site } = stage();
        const tab = await reader.tab();
        await tab.goto(site.page('/article', ARTICLE));
        await openCardOn(tab, 'Huawei');
        const card = await tab.inCard<{ html: string; css: string }>(
          `return { html: root.innerHTML, css: [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('') }`,
        );
        if (!card) throw new Error('no card');
        await tab.goto(
          site.page(
            '/copy',
            `<!doctype html><html lang="en"><title>Copy</title><body><main><h1>Copy</h1><div id="host"></div></main></body></html>`,
          ),
        );
        await tab.evaluate(`
          const root = document.getElementById('host').attachShadow({ mode: 'open' });
          root.innerHTML = ${JSON.stringify(card.html)};
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(${JSON.stringify(card.css)});
          root.adoptedStyleSheets = [sheet]`);
        expect(await findings(tab, theme)).toEqual([]);
        await tab.close();
      });
    },
    { theme },
  );
}
