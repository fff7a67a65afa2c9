/** Pages that change without end, that throw away what is read or marked, and a reader who has had enough. */
import { expect, test } from '@playwright/test';
import { hasCard, marksAre, openCardOn, painted, pressSwitch, restOn } from './journey.ts';
import { HIKVISION, HYTERA, htmlPage, ownTab, paintedWithin } from './own-tab.ts';
import { openReader, type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

/** Script: how many ranges our highlights hold, and how many of them lie in no document. */
const RANGES = `(() => {
  let all = 0;
  let lost = 0;
  CSS.highlights.forEach((marks, name) => {
    if (!name.startsWith('counterpoint-')) return;
    marks.forEach(({ startContainer }) => {
      all += 1;
      if (!startContainer.isConnected) lost += 1;
    });
  });
  return { all, lost };
})()`;
const rangesOf = (tab: Tab) => tab.evaluate<{ all: number; lost: number }>(RANGES);

/** Draws the box anew in every frame until told to stop; `frames` counts. */
const churn = (html: string): string => `{
  const box = document.getElementById('box');
  const html = ${JSON.stringify(html)};
  self.frames = 0;
  const step = () => {
    frames += 1;
    box.innerHTML = html.replaceAll('NUMBER', frames);
    if (!self.enough) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}`;
const PLAIN_ROWS = '<p>Row NUMBER says nothing of anybody.</p>'.repeat(150);
const NAMED_ROWS = '<p>Row NUMBER: cameras by Hikvision.</p><p>Nothing more to say.</p>'.repeat(75);

inBothBrowsers('bad days', (stage) => {
  const own = ownTab(stage);

  test('text that goes while it is read is let go, and what follows is read', async () => {
    const { tab } = own;
    await own.open('/gone', htmlPage(`${HIKVISION}<main></main>`));
    await marksAre(tab, ['Hikvision']);
    for (let round = 0; round < 2; round++) {
      await tab.evaluate(
        `document.querySelector('main').innerHTML = '<p>Radios by Hytera.</p><p>Nothing to see here, nor there.</p>'.repeat(8000)`,
      );
      await until(async () => (await rangesOf(tab)).all > 1, 'the first marks of a long text');
      await tab.evaluate(`document.querySelector('main').innerHTML = '<p>Recorders by Dahua.</p>'`);
      await marksAre(tab, ['Dahua', 'Hikvision']);
      await until(async () => (await rangesOf(tab)).all === 2, 'the marks of the text that went to be forgotten');
    }
    expect(tab.errors).toEqual([]);
  });

  test('two hundred thousand nodes with two thousand marks that go at once', async () => {
    const { tab } = own;
    await own.open('/crowd', htmlPage(`${HIKVISION}<main></main>`));
    await tab.evaluate(
      `document.querySelector('main').innerHTML = ('<p>Radios by <b>Hytera</b>.</p>' + '<i></i>'.repeat(95)).repeat(2000)`,
    );
    await until(async () => (await rangesOf(tab)).all === 2001, 'two thousand marks', 20_000);
    await tab.evaluate(`document.querySelector('main').textContent = ''`);
    await marksAre(tab, ['Hikvision']);
    expect((await rangesOf(tab)).all).toBe(1);
    await openCardOn(tab, 'Hikvision');
    expect(tab.errors).toEqual([]);
  });

  test('a feed of three thousand cards: what scrolled away is not held', async () => {
    const { tab } = own;
    await own.open('/feed', htmlPage('<main></main>'));
    await tab.evaluate(`{
      const NAMES = ['Hikvision', 'Hytera', 'Dahua'];
      const main = document.querySelector('main');
      self.made = 0;
      self.most = { all: 0, lost: 0 };
      const step = () => {
        for (let i = 0; i < 20; i++, made++) {
          main.insertAdjacentHTML('beforeend', '<article><h3>Card ' + made + '</h3><p>Word of ' + NAMES[made % 3] + ' again.</p></article>');
          if (main.childElementCount > 60) main.firstElementChild.remove();
        }
        const { all, lost } = ${RANGES};
        if (all > most.all) most.all = all;
        if (lost > most.lost) most.lost = lost;
        if (made < 3000) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    }`);
    await until(() => tab.evaluate<boolean>('made === 3000'), 'the feed to end', 20_000);
    await until(async () => {
      const { all, lost } = await rangesOf(tab);
      return all === 60 && lost === 0;
    }, 'one mark for each card that is left');
    await marksAre(
      tab,
      ['Hikvision', 'Hytera', 'Dahua'].flatMap((name) => Array.from({ length: 20 }, () => name)),
    );
    const most = await tab.evaluate<{ all: number; lost: number }>('most');
    // Marks on what went may wait for the next batch; they do not pile up.
    expect(most.all).toBeLessThan(1_000);
    // Marks that went are no hover: what a hover needs was not brought.
    await stage().reader.background(`{
      const { tabs, scripting } = self.browser ?? self.chrome;
      const func = () => { document.title = String(globalThis.counterpointCard?.hear !== undefined); };
      void tabs.query({ url: '*://*/feed' }).then(([{ id }]) => scripting.executeScript({ target: { tabId: id }, func }));
    }`);
    await until(async () => /true|false/.test(await tab.evaluate<string>('document.title')), 'an answer');
    expect(await tab.evaluate<string>('document.title')).toBe('false');
    expect(tab.errors).toEqual([]);
  });

  for (const [name, change] of [
    ['grows at its end', `text.appendData('more ')`],
    ['is written anew, longer', `text.data += 'more '`],
    ['tells the time', `text.data = text.data.replace(/\\d+/, (seconds) => Number(seconds) + 1)`],
  ] as const) {
    test(`a text that ${name} keeps the mark on words that stay`, async () => {
      const { tab } = own;
      await own.open('/growing', htmlPage('<p>Cameras by Hikvision were sold 100 times. </p>'));
      await marksAre(tab, ['Hikvision']);
      await tab.evaluate(`{
        const text = document.querySelector('p').firstChild;
        self.frames = 0;
        self.without = 0;
        const step = async () => {
          ${change};
          // Observers have run by then, and nothing was drawn yet.
          await null;
          await null;
          if (${RANGES}.all !== 1) without += 1;
          if (++frames < 60) requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }`);
      await until(() => tab.evaluate<boolean>('frames === 60'), 'sixty changes');
      expect(await tab.evaluate<number>('without')).toBe(0);
      await marksAre(tab, ['Hikvision']);
      expect(tab.errors).toEqual([]);
    });
  }

  test('the document element is replaced, taken away and put back', async () => {
    const { tab } = own;
    await own.open('/root', htmlPage(HIKVISION));
    await marksAre(tab, ['Hikvision']);
    await tab.evaluate(`{
      const next = document.createElement('html');
      next.innerHTML = '<head><title>Next</title></head><body style="font:18px serif;margin:40px">${HYTERA}</body>';
      self.old = document.replaceChild(next, document.documentElement);
    }`);
    await marksAre(tab, ['Hytera']);
    await openCardOn(tab, 'Hytera');
    await tab.evaluate('document.documentElement.remove()');
    await until(async () => (await rangesOf(tab)).all === 0, 'the marks to go with the document element');
    await tab.evaluate('document.append(old)');
    await marksAre(tab, ['Hikvision']);
    await openCardOn(tab, 'Hikvision');
    expect(tab.errors).toEqual([]);
  });

  for (const [name, script] of [
    ['throws', `constructor() { super(); throw new Error('theirs') }`],
    [
      'has a shadow root of its own',
      `constructor() { super(); this.attachShadow({ mode: 'open' }).textContent = 'theirs' }`,
    ],
    ['goes away when it is put in', `connectedCallback() { this.remove() }`],
  ]) {
    test(`a page whose element of our card's name ${name}`, async () => {
      const { tab } = own;
      await own.open(
        '/elements',
        htmlPage(
          HIKVISION,
          `<script>customElements.define('counterpoint-card', class extends HTMLElement { ${script} })</script>`,
        ),
      );
      await marksAre(tab, ['Hikvision']);
      await restOn(tab, 'Hikvision');
      // Under another name like it, where the page's own class has no say.
      const stands = () =>
        tab.evaluate<boolean>(
          `[...document.documentElement.children].some((one) => one.localName.startsWith('counterpoint-card') && one.matches(':popover-open') && one.getBoundingClientRect().height > 60)`,
        );
      await until(stands, 'the card');
      await tab.press('Escape');
      await until(async () => !(await stands()), 'the card to close');
    });
  }

  test('after it is switched off nothing is left, in no tree and no frame; switched on, all is back once', async () => {
    const { tab } = own;
    const { reader } = stage();
    stage().site.page('/inner', htmlPage(HYTERA));
    await own.open(
      '/off',
      htmlPage(
        `${HIKVISION}<div><template shadowrootmode="open"><p>Recorders by Dahua.</p></template></div><iframe src="/inner" width="600" height="160"></iframe>`,
      ),
    );
    const inFrame = () => tab.evaluate<string[] | null>(paintedWithin('frames[0]'));
    const all = async () => {
      await marksAre(tab, ['Dahua', 'Hikvision']);
      await until(async () => String(await inFrame()) === 'Hytera', 'the mark in the frame');
    };
    await all();
    await openCardOn(tab, 'Hikvision');
    const options = await reader.extensionPage('options.html');
    const press = async () => {
      await until(() => options.evaluate<boolean>(`!!document.querySelector('label')`), 'the options');
      await options.evaluate(pressSwitch('Mark names'));
    };
    await press();
    const names = () => tab.evaluate<string>('[...CSS.highlights.keys(), ...frames[0].CSS.highlights.keys()].join()');
    await until(async () => (await names()) === '', 'every name to leave the registries');
    expect(await hasCard(tab)).toBe(false);
    await tab.show();
    const add = (text: string) =>
      tab.evaluate(`for (const { document } of [self, frames[0]]) document.body.append('and ${text}')`);
    await add('Uniview');
    // Another page in the same browser: by the time it has been looked at, this one would have been too.
    const other = await reader.tab();
    await other.goto(stage().site.page('/other', htmlPage(HIKVISION)));
    await other.close();
    expect(await names()).toBe('');
    await press();
    await tab.show();
    await marksAre(tab, ['Dahua', 'Hikvision', 'Uniview']);
    await until(async () => String((await inFrame())?.sort()) === 'Hytera,Uniview', 'the marks in the frame');
    await options.close();
    expect(tab.errors).toEqual([]);
  });

  test('a page that changes in every frame draws nearly as many frames as without us', async () => {
    /** Frames a second in the best of some windows of time: what else the machine does counts as little as can be. */
    const framesIn = async (tab: Tab): Promise<number> => {
      await tab.evaluate(`{
        self.rates = [];
        let from = frames;
        let since = performance.now();
        const look = () => {
          const now = performance.now();
          if (now - since >= 400) {
            rates.push(((frames - from) / (now - since)) * 1000);
            from = frames;
            since = now;
          }
          if (rates.length < 4) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }`);
      await until(() => tab.evaluate<boolean>('rates.length === 4'), 'the windows of time', 15_000);
      return tab.evaluate<number>('Math.max(...rates)');
    };
    const { kind, reader, site } = stage();
    const address = site.page('/churn', htmlPage(`${HIKVISION}<div id="box"></div>`));
    const bare = await openReader(kind, { extension: false });
    try {
      for (const [rows, marks] of [
        [PLAIN_ROWS, 1],
        [NAMED_ROWS, 76],
      ] as const) {
        const drawn: number[] = [];
        for (const one of [bare, reader]) {
          const tab = await one.tab();
          await tab.goto(address);
          if (one === reader) await marksAre(tab, ['Hikvision']);
          await tab.evaluate(churn(rows));
          drawn.push(await framesIn(tab));
          await tab.evaluate('self.enough = true');
          if (one === reader)
            await until(async () => (await painted(tab)).length === marks, 'the last frame to be marked');
          expect(tab.errors).toEqual([]);
          await tab.close();
        }
        const [without = 0, withUs = 0] = drawn;
        expect(withUs / without).toBeGreaterThan(0.8);
      }
    } finally {
      await bare.close();
    }
  });
});
