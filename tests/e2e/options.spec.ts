/** Choices: what they do in open tabs, that they last, and what becomes of stored data that is no good. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { isSwitchOn, marksAre, openCardOn, painted, pressSwitch, tabNumber, wordsOf } from './journey.ts';
import { openReader, type Tab, until } from './reader.ts';
import { serveSite } from './site.ts';
import { inBothBrowsers } from './with-reader.ts';

/** Verkada stands in the pack for security flaws alone, Huawei for nearly everything. */
const ARTICLE = `<!doctype html><html lang="en"><title>Networks</title><body style="font:18px serif;margin:40px">
<p>Cameras by Verkada, network by Huawei.</p></body></html>`;
const FLAWS = 'Security flaws';

const optionsPage = async (open: Promise<Tab>): Promise<Tab> => {
  const options = await open;
  await until(() => options.evaluate<boolean>(`!!document.getElementById('categories')`), 'the options');
  return options;
};
const categoriesInCard = (tab: Tab) => tab.inCard<string>(`return root.querySelector('.cp-standings').textContent`);

inBothBrowsers('choices', (stage) => {
  let article: Tab;
  let options: Tab;
  test.beforeEach(async () => {
    const { site, reader } = stage();
    article = await reader.tab();
    await article.goto(site.page('/article', ARTICLE));
    await marksAre(article, ['Huawei', 'Verkada']);
    options = await optionsPage(reader.extensionPage('options.html'));
  });
  test.afterEach(async () => {
    await options?.close();
    await article?.close();
  });

  test('a category that is off takes its marks and claims away in open tabs, and back again', async () => {
    await article.show();
    await openCardOn(article, 'Huawei');
    const all = await categoriesInCard(article);
    await article.press('Escape');
    await article.evaluate(`
      self.changes = [];
      self.last = -1;
      setInterval(() => {
        let count = 0;
        for (const [name, marks] of CSS.highlights) if (name.startsWith('counterpoint-')) count += marks.size;
        if (count !== self.last) self.changes.push([Date.now(), (self.last = count)]);
      }, 4)`);
    const took = async (wanted: number): Promise<void> => {
      await article.evaluate('self.changes.length = 0');
      const pressed = await options.evaluate<number>(pressSwitch(FLAWS));
      await marksAre(article, wanted === 1 ? ['Huawei'] : ['Huawei', 'Verkada']);
      const changes = await until(async () => {
        const found = await article.evaluate<[number, number][]>('self.changes');
        return found.at(-1)?.[1] === wanted && found;
      }, 'the change to be noted');
      const text = `${stage().kind}: ${wanted} mark(s) ${(changes.at(-1)?.[0] ?? 0) - pressed} ms after the switch`;
      test.info().annotations.push({ type: 'measured', description: text });
      console.log(`    ${text}`);
    };
    await took(1);
    await openCardOn(article, 'Huawei');
    expect(await categoriesInCard(article)).not.toBe(all);
    const said = await article.inCard<string>('return root.textContent');
    expect(said).toMatch(/\d+ more in categories you switched off/);
    await article.press('Escape');
    await took(2);
    await openCardOn(article, 'Huawei');
    expect(await categoriesInCard(article)).toBe(all);
  });

  test('everything off: nothing is marked, and the page says so', async () => {
    const labels = await options.evaluate<string[]>(
      `[...document.querySelectorAll('#categories label')].map((label) => label.textContent)`,
    );
    expect(labels).toHaveLength(10);
    for (const label of labels) await options.evaluate(pressSwitch(label));
    await marksAre(article, []);
    await until(async () => (await wordsOf(options)).includes('Every category is off'), 'the warning');
    for (const label of labels) {
      await until(() => options.evaluate<boolean>(`${isSwitchOn(label)} === false`), `${label} to be off`);
      await options.evaluate(pressSwitch(label));
    }
    await article.show();
    await marksAre(article, ['Huawei', 'Verkada']);
  });

  test('the look moves to another name at once', async () => {
    const names = () => article.evaluate<string>(`[...CSS.highlights.keys()].join()`);
    const before = await names();
    await options.evaluate(
      `[...document.querySelectorAll('#look label')].find((label) => label.textContent.includes('Soft background')).querySelector('input').click()`,
    );
    await until(async () => (await names()) !== before, 'another name');
    expect(await painted(article)).toEqual(['Huawei', 'Verkada']);
    await options.evaluate(
      `[...document.querySelectorAll('#look label')].find((label) => label.textContent.includes('Dotted')).querySelector('input').click()`,
    );
    await until(async () => (await names()) === before, 'the first name again');
  });

  test('the toolbar shows how many marks a page has, unless that is switched off', async () => {
    const id = await tabNumber(options, '/article');
    const badge = () => options.evaluate<string>(`browser.action.getBadgeText({ tabId: ${id} })`);
    await until(async () => (await badge()) === '2', 'the count of two');
    await options.evaluate(pressSwitch('Count on the toolbar icon'));
    await until(async () => (await badge()) === '', 'an empty badge');
    await options.evaluate(pressSwitch('Count on the toolbar icon'));
    await until(async () => (await badge()) === '2', 'the count again');
  });

  for (const [what, stored] of [
    ['settings of the wrong type', `{ settings: 'on' }`],
    [
      'settings with parts of the wrong type',
      `{ settings: { version: 'x', on: 'yes', kinds: 7, categories: [], sitesOff: [1], mutes: {}, look: { style: 'loud' }, badge: 0 } }`,
    ],
    ['a truncated lexicon', `{ page: { ...page, lexicon: page.lexicon.slice(0, 900) } }`],
    ['a lexicon that is none', `{ page: { ...page, lexicon: 'Zm9yZWlnbg==' } }`],
    [
      'a lexicon with one byte changed',
      `{ page: { ...page, lexicon: page.lexicon.slice(0, 9000) + (page.lexicon[9000] === 'A' ? 'B' : 'A') + page.lexicon.slice(9001) } }`,
    ],
    ['a record of another version', `{ page: { ...page, version: 99, off: ['huawei', 'verkada'] } }`],
    ['a record that is none', `{ page: ['huawei'] }`],
  ] as const) {
    test(`${what}: nothing thrown, and the next page is marked`, async () => {
      await options.evaluate(
        `browser.storage.local.get('page').then(({ page }) => browser.storage.local.set(${stored}))`,
      );
      await article.goto(`${stage().site.origin}/article`);
      await article.show();
      await marksAre(article, ['Huawei', 'Verkada']);
      await until(() => options.evaluate<boolean>(`${isSwitchOn(FLAWS)} === true`), 'the options');
      expect([...article.errors, ...options.errors]).toEqual([]);
      await options.evaluate(`browser.storage.local.remove('settings')`);
    });
  }

  test('sites: a wrong one is answered with what was found and the mend', async () => {
    const add = async (site: string): Promise<void> => {
      await options.show();
      await options.evaluate(`document.querySelector('#sites input[type=text]').focus()`);
      await options.evaluate(`document.querySelector('#sites input[type=text]').select()`);
      await options.type(site);
      await options.press('Enter');
    };
    await add('no site');
    await until(async () => (await wordsOf(options)).includes('“no site” is no site'), 'the mend');
    await add('http://127.0.0.1/some/page');
    await until(async () => (await wordsOf(options)).includes('127.0.0.1'), 'the site in the list');
    await marksAre(article, []);
    await options.evaluate(
      `[...document.querySelectorAll('#sites button')].find((b) => (b.getAttribute('aria-label') ?? b.textContent).includes('127.0.0.1')).click()`,
    );
    await article.show();
    await marksAre(article, ['Huawei', 'Verkada']);
  });
});

for (const kind of ['chromium', 'firefox'] as const) {
  test(`what was chosen survives a restart (${kind})`, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'counterpoint-'));
    const site = await serveSite();
    const address = site.page('/article', ARTICLE);
    const first = await openReader(kind, { profile });
    const options = await optionsPage(first.extensionPage('options.html'));
    await options.evaluate(pressSwitch(FLAWS));
    await until(
      () =>
        options.evaluate<boolean>(
          `browser.storage.local.get('settings').then(({ settings }) => settings?.categories['security-flaws'] === false)`,
        ),
      'the choice to be stored',
    );
    await first.close();
    const second = await openReader(kind, { profile });
    const tab = await second.tab();
    await tab.goto(address);
    await marksAre(tab, ['Huawei']);
    const again = await optionsPage(second.extensionPage('options.html'));
    expect(await again.evaluate<boolean>(isSwitchOn(FLAWS))).toBe(false);
    await second.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true });
  });
}
