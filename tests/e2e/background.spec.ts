/**
 * Pages that nobody looks at yet: in a background tab, or drawn ahead of time. Chromium is driven past Playwright here,
 * which makes every page believe that it is looked at.
 */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Page } from 'puppeteer-core';
import { HIKVISION, HYTERA, htmlPage } from './own-tab.ts';
import { openReader, PAINTED, until } from './reader.ts';
import { type Site, serveSite } from './site.ts';

interface LooseTab {
  goto(url: string): Promise<unknown>;
  evaluate<T>(script: string): Promise<T>;
  show(): Promise<void>;
}
interface LooseBrowser {
  tab(): Promise<LooseTab>;
  close(): Promise<void>;
}

function launchChromium() {
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu'],
    enableExtensions: [join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3')],
  });
}

function looseTab(page: Page): LooseTab {
  return {
    goto: (url) => page.goto(url),
    evaluate: <T>(script: string) => page.evaluate(script) as Promise<T>,
    show: () => page.bringToFront(),
  };
}

const OPEN: Readonly<Record<'chromium' | 'firefox', () => Promise<LooseBrowser>>> = {
  async chromium() {
    const browser = await launchChromium();
    return { tab: async () => looseTab(await browser.newPage()), close: () => browser.close() };
  },
  firefox: () => openReader('firefox'),
};

const marks = async (tab: Pick<LooseTab, 'evaluate'>): Promise<string> =>
  (await tab.evaluate<string[]>(PAINTED)).sort().join();
const marksBecome = (tab: Pick<LooseTab, 'evaluate'>, wanted: string) =>
  until(async () => (await marks(tab)) === wanted, `the marks ${wanted}`);
const addText = (text: string): string =>
  `void document.body.append(Object.assign(document.createElement('p'), { textContent: '${text}' }))`;

let site: Site;
test.beforeAll(async () => {
  site = await serveSite();
});
test.afterAll(() => site.close());

let browser: { close(): Promise<void> } | undefined;
test.afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

for (const kind of ['chromium', 'firefox'] as const) {
  test(`a page in a background tab is read when somebody looks at it (${kind})`, async () => {
    const opened = await OPEN[kind]();
    browser = opened;
    const [behind, front] = [await opened.tab(), await opened.tab()];
    await front.show();
    await behind.goto(site.page('/behind', htmlPage(HIKVISION)));
    // Loaded later and read: all this time nothing was read in the other.
    await front.goto(site.page('/front', htmlPage(HYTERA)));
    await marksBecome(front, 'Hytera');
    await front.evaluate(addText('Dahua'));
    await marksBecome(front, 'Dahua,Hytera');
    expect(await behind.evaluate<string>('document.visibilityState')).toBe('hidden');
    expect(await marks(behind)).toBe('');
    await behind.show();
    await marksBecome(behind, 'Hikvision');

    // What changes behind is read when it is looked at again; what is marked there stays right meanwhile.
    expect(await front.evaluate<string>('document.visibilityState')).toBe('hidden');
    await front.evaluate(`document.querySelector('p').firstChild.data = 'Nothing'; ${addText('Uniview')}`);
    expect(await marks(front)).toBe('Dahua');
    await behind.evaluate(addText('ZTE'));
    await marksBecome(behind, 'Hikvision,ZTE');
    expect(await marks(front)).toBe('Dahua');
    await front.show();
    await marksBecome(front, 'Dahua,Uniview');
  });
}

// Firefox draws no page ahead of time.
test('a page that is drawn ahead of time has its marks when it is shown (chromium)', async () => {
  const opened = await launchChromium();
  browser = opened;
  const page = await opened.newPage();
  site.page('/ahead', htmlPage(HYTERA));
  await page.goto(
    site.page(
      '/before',
      htmlPage(
        `${HIKVISION}<a href="/ahead">On</a>`,
        `<script type="speculationrules">{"prerender":[{"urls":["/ahead"],"eagerness":"immediate"}]}</script>`,
      ),
    ),
  );
  const tab = looseTab(page);
  await marksBecome(tab, 'Hikvision');
  const cdp = await page.createCDPSession();
  const ready = new Promise<void>((done) =>
    cdp.on('Preload.prerenderStatusUpdated', ({ status }) => status === 'Ready' && done()),
  );
  // Tells of what is under way already, too.
  await cdp.send('Preload.enable');
  await ready;
  await page.click('a');
  await until(() => tab.evaluate<boolean>(`location.pathname === '/ahead'`), 'the page');
  const { activationStart } = await tab.evaluate<{ activationStart: number }>(
    `performance.getEntriesByType('navigation')[0].toJSON()`,
  );
  expect(activationStart).toBeGreaterThan(0);
  await marksBecome(tab, 'Hytera');
  await tab.evaluate(addText('Dahua'));
  await marksBecome(tab, 'Dahua,Hytera');
});

// Firefox has no way to put a background page to sleep from outside.
test('a name that comes while the worker sleeps is marked (chromium)', async () => {
  const opened = await launchChromium();
  browser = opened;
  const page = await opened.newPage();
  const tab = looseTab(page);
  await page.goto(site.page('/sleep', htmlPage(HIKVISION)));
  await marksBecome(tab, 'Hikvision');
  const isAwake = () => opened.targets().some((target) => target.type() === 'service_worker');
  expect(isAwake()).toBe(true);
  const cdp = await page.createCDPSession();
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await until(async () => !isAwake(), 'a worker that sleeps');
  await tab.evaluate(addText('Surveillance of Huawei phones in Serbia.'));
  await marksBecome(tab, 'Hikvision,Huawei,Serbia');
  expect(isAwake()).toBe(true);
});
