import { expect, test } from '@playwright/test';
import { isSwitchOn, marksAre, popupOver, pressSwitch, wordsOf } from './journey.ts';
import { type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>Networks</title><body style="font:18px serif">
<p>Cameras by Hikvision, network by Huawei. Huawei again.</p></body></html>`;
const EMPTY = `<!doctype html><html lang="en"><title>Recipe</title><body><p>Boil the potatoes for twenty minutes.</p></body></html>`;

const ROWS = `[...document.querySelectorAll('[role=option]')].map((row) => row.querySelector('b')?.textContent ?? 'claim')`;
const ACTIVE = `document.getElementById(document.activeElement.getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''`;

inBothBrowsers('popup', (stage) => {
  let article: Tab;
  let popup: Tab;
  test.beforeEach(async () => {
    const { site, reader } = stage();
    site.page('/empty', EMPTY);
    article = await reader.tab();
    await article.goto(site.page('/article', ARTICLE));
    await marksAre(article, ['Hikvision', 'Huawei', 'Huawei']);
    popup = await popupOver(reader, '/article');
  });
  test.afterEach(async () => {
    await popup?.close();
    await article?.close();
  });

  async function ask(query: string): Promise<void> {
    await popup.evaluate(`document.querySelector('[role=combobox]').focus()`);
    await popup.evaluate(`document.querySelector('[role=combobox]').select()`);
    await popup.type(query);
    await until(
      () => popup.evaluate<boolean>(`document.querySelector('[role=combobox]').value === ${JSON.stringify(query)}`),
      'the query',
    );
  }

  test('lists what is on the page with counts, and opens each with keys alone', async () => {
    const rows = await until(async () => {
      const found = await popup.evaluate<string[]>(
        `[...document.querySelectorAll('[data-entity]')].map((row) => row.innerText.replace(/\\s+/g, ' '))`,
      );
      return found.length === 2 && found;
    }, 'two names');
    expect(rows[0]).toMatch(/^Huawei .*2 mentions$/);
    expect(rows[1]).toMatch(/^Hikvision .*1 mention$/);
    for (let i = 0; i < 8; i++) {
      if (await popup.evaluate<boolean>(`document.activeElement.dataset.entity === 'huawei'`)) break;
      await popup.press('Tab');
    }
    await popup.press('Enter');
    await until(() => popup.evaluate<boolean>(`!!document.querySelector('.cp-claim')`), 'the claims of Huawei');
    expect(await popup.evaluate<string>('document.querySelector(".panel-name").textContent')).toBe('Huawei');
    const sides = await popup.evaluate<number[]>(
      `[...document.querySelectorAll('.cp-claim')].map((claim) => claim.querySelectorAll('.cp-side .cp-text').length)`,
    );
    expect(sides.length).toBe(10);
    expect(Math.min(...sides)).toBeGreaterThanOrEqual(2);
    await popup.press('Escape');
    await until(() => popup.evaluate<boolean>(`document.activeElement.dataset.entity === 'huawei'`), 'the way back');
  });

  test('search: names in any spelling or script, and what is said of them, bring the right one first', async () => {
    for (const [query, name] of [
      ['Huawei', 'Huawei'],
      ['huawai', 'Huawei'],
      ['Huavej', 'Huawei'],
      ['Хуавеј', 'Huawei'],
      ['华为', 'Huawei'],
      ['cameras Belgrade', 'Belgrade'],
      ['rivas', 'Rivas-Vaciamadrid'],
    ] as const) {
      await ask(query);
      let rows: string[] = [];
      await until(
        async () => {
          rows = await popup.evaluate<string[]>(ROWS);
          return rows[0] === name;
        },
        `${name} first for ${query}, not ${rows.slice(0, 3)}`,
      );
    }
  });

  test('search: arrows, Enter, Esc', async () => {
    await ask('Huawei');
    await popup.press('ArrowDown');
    await until(async () => (await popup.evaluate<string>(ACTIVE)).startsWith('Huawei'), 'the first row');
    const first = await popup.evaluate<string>(ACTIVE);
    await popup.press('ArrowDown');
    await until(async () => (await popup.evaluate<string>(ACTIVE)) !== first, 'the second row');
    await popup.press('ArrowUp');
    await until(async () => (await popup.evaluate<string>(ACTIVE)) === first, 'the first row again');
    await popup.press('Enter');
    await until(
      () => popup.evaluate<boolean>(`document.querySelector('.panel-name')?.textContent === 'Huawei'`),
      'Huawei',
    );
    await popup.press('Escape');
    await until(() => popup.evaluate<boolean>(`document.activeElement.value === 'Huawei'`), 'the search as it was');
    await popup.press('Escape');
    await until(() => popup.evaluate<boolean>(`document.activeElement.value === ''`), 'an empty box');
    await popup.evaluate(`self.left = 0; self.close = () => { self.left++ }`);
    await popup.press('Escape');
    await until(() => popup.evaluate<boolean>('self.left === 1'), 'the popup to be closed');
  });

  test('search: a claim shows its standing and that an answer exists', async () => {
    await ask('rivas');
    const claims = await until(async () => {
      const found = await popup.evaluate<string[]>(
        `[...document.querySelectorAll('[role=option]')].filter((row) => !row.querySelector('b')).map((row) => row.innerText)`,
      );
      return found.length > 0 && found;
    }, 'claims');
    for (const claim of claims) {
      expect(claim).toMatch(/Reported|Alleged|Disputed|Charged|Restricted|found|Settled|Convicted|Dismissed|Withdrawn/);
      expect(claim).toMatch(/answered|no answer found/);
    }
  });

  test('search: nothing found says what was searched', async () => {
    await ask('qqqqzzzz');
    await until(async () => (await wordsOf(popup)).includes('Nothing found for “qqqqzzzz”.'), 'the sentence');
    expect(await wordsOf(popup)).toMatch(/Searched \d+ names and \d+ claims in “.+”, version .+ of .+\./);
  });

  test('the site is switched off and on', async () => {
    await popup.evaluate(pressSwitch('On '));
    await marksAre(article, []);
    await until(async () => (await wordsOf(popup)).includes('switched Counterpoint off on this site'), 'the reason');
    expect(await popup.evaluate<boolean>(isSwitchOn('On '))).toBe(false);
    await article.goto(`${stage().site.plainOrigin}/article`);
    await article.show();
    await marksAre(article, ['Hikvision', 'Huawei', 'Huawei']);
    await article.goto(`${stage().site.origin}/article`);
    await popup.evaluate(pressSwitch('On '));
    await article.show();
    await marksAre(article, ['Hikvision', 'Huawei', 'Huawei']);
  });

  test('everything is switched off and on', async () => {
    await popup.evaluate(pressSwitch('Mark names'));
    await marksAre(article, []);
    await until(async () => (await wordsOf(popup)).includes('switched off everywhere'), 'the reason');
    await popup.evaluate(pressSwitch('Mark names'));
    await article.show();
    await marksAre(article, ['Hikvision', 'Huawei', 'Huawei']);
  });

  test('says so on a page without names, and on one it may not read', async () => {
    const empty = await stage().reader.tab();
    await empty.goto(`${stage().site.origin}/empty`);
    const over = await popupOver(stage().reader, '/empty');
    await until(async () => (await wordsOf(over)).includes('No name from the evidence is marked here.'), 'the words');
    await over.close();
    await empty.close();
    const options = await stage().reader.extensionPage('options.html');
    const closed = await popupOver(stage().reader, '/options.html');
    await until(async () => (await wordsOf(closed)).includes('The browser lets no extension read this page'), 'why');
    await closed.close();
    await options.close();
  });

  test('a name left out loses its mark until it is put back', async () => {
    await popup.evaluate(`document.querySelector('[data-entity=huawei]').click()`);
    await until(async () => (await wordsOf(popup)).includes('Mark this name on pages'), 'the switch');
    await popup.evaluate(pressSwitch('Mark this name'));
    await article.show();
    await marksAre(article, ['Hikvision']);
    await popup.evaluate(pressSwitch('Mark this name'));
    await marksAre(article, ['Hikvision', 'Huawei', 'Huawei']);
    expect([...popup.errors, ...article.errors]).toEqual([]);
  });
});
