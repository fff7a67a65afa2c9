import { expect, test } from '@playwright/test';
import { wordsOf } from './journey.ts';
import { type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const CLAIMS = `document.querySelectorAll('.cp-claim').length`;

inBothBrowsers('one name in full', (stage) => {
  let page: Tab;
  test.afterEach(() => page.close());
  const open = async (hash: string): Promise<void> => {
    page = await stage().reader.extensionPage(`entity.html${hash}`);
    await until(
      () => page.evaluate<boolean>(`!!document.querySelector('h1') && !document.querySelector('.late')`),
      hash,
    );
  };

  test('every claim with its answer, the course of events, and all sources', async () => {
    await open('#huawei');
    expect(await page.evaluate<string>('document.querySelector("h1").textContent')).toBe('Huawei');
    expect(await page.evaluate<string>('document.title')).toContain('Huawei');
    const sides = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.cp-claim')].map((claim) => claim.querySelectorAll(':scope > .cp-sides > .cp-side').length)`,
    );
    expect(sides.length).toBeGreaterThan(40);
    expect(new Set(sides)).toEqual(new Set([2]));
    const links = await page.evaluate<{ href: string; rel: string }[]>(
      `[...document.querySelectorAll('a[target=_blank]')].map(({ href, rel }) => ({ href, rel }))`,
    );
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter(({ href, rel }) => !/^https?:/.test(href) || !rel.includes('noreferrer'))).toEqual([]);
    expect(page.errors).toEqual([]);
  });

  test('filters leave what they say and can be taken off', async () => {
    await open('#huawei');
    const all = await page.evaluate<number>(CLAIMS);
    const chosen = await page.evaluate<string>(`(() => {
      const select = [...document.querySelectorAll('select')].find((one) => one.labels[0].textContent === 'Category');
      const option = select.options[1];
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return option.textContent;
    })()`);
    const wanted = Number(/\((\d+)\)/.exec(chosen)?.[1]);
    expect(wanted).toBeGreaterThan(0);
    expect(wanted).toBeLessThan(all);
    await until(async () => (await page.evaluate<number>(CLAIMS)) === wanted, `${wanted} claims`);
    await page.evaluate(
      `[...document.querySelectorAll('button')].find((b) => b.textContent === 'Show all claims').click()`,
    );
    await until(async () => (await page.evaluate<number>(CLAIMS)) === all, 'all claims');
  });

  test('a name that is none is answered in words', async () => {
    await open('#no-such-name');
    expect(await wordsOf(page)).toMatch(/There is no entry “no-such-name” in /);
    expect(page.errors).toEqual([]);
  });
});
