/** Open shadow roots: as sent, in one another, attached late, moved about, and what they take in from outside. */
import { expect, test } from '@playwright/test';
import { marksAre, openCardOn } from './journey.ts';
import { DAHUA, HIKVISION, HYTERA, htmlPage, ownTab } from './own-tab.ts';
import { until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

inBothBrowsers('shadow roots', (stage) => {
  const own = ownTab(stage);

  test('shadow roots that stand in the page as it is sent, one in another', async () => {
    const { tab } = own;
    await own.open(
      '/declared',
      htmlPage(
        `<x-outer><template shadowrootmode="open">${HYTERA}<x-inner><template shadowrootmode="open">${DAHUA}</template></x-inner></template></x-outer>${HIKVISION}`,
      ),
    );
    await marksAre(tab, ['Dahua', 'Hikvision', 'Hytera']);
    await openCardOn(tab, 'Dahua');
    await tab.evaluate(
      `document.querySelector('x-outer').shadowRoot.querySelector('x-inner').shadowRoot.append('and Uniview')`,
    );
    await marksAre(tab, ['Dahua', 'Hikvision', 'Hytera', 'Uniview']);
    expect(tab.errors).toEqual([]);
  });

  test('words that a shadow root takes in from outside are marked once, and what it holds back not wrongly', async () => {
    const { tab } = own;
    await own.open(
      '/slots',
      htmlPage(
        `<x-card><template shadowrootmode="open"><h2><slot name="title"></slot></h2><div><slot></slot></div><p>Network by ZTE.</p></template><span slot="title">Cameras by Hikvision</span> Radios by Hytera.</x-card>`,
      ),
    );
    await marksAre(tab, ['Hikvision', 'Hytera', 'ZTE']);
    for (const name of ['Hikvision', 'Hytera', 'ZTE']) {
      expect(await openCardOn(tab, name)).toContain(name);
      await tab.press('Escape');
    }
    expect(tab.errors).toEqual([]);
  });

  // What attaches a root tells nobody: no mutation, no event, no selector.
  for (const [name, seconds] of [
    ['while the page loads', 0],
    ['five seconds later', 5],
  ] as const) {
    test(`shadow roots that are attached ${name}, to an element with words of its own and to one without`, async () => {
      const { tab } = own;
      await own.open('/attached', htmlPage(`<div id="own">Words that go.</div><div id="bare"></div>${HIKVISION}`));
      await marksAre(tab, ['Hikvision']);
      await until(() => tab.evaluate<boolean>(`performance.now() > ${seconds * 1000}`), 'the moment');
      await tab.evaluate(`
        document.getElementById('own').attachShadow({ mode: 'open' }).innerHTML = '${HYTERA}';
        document.getElementById('bare').attachShadow({ mode: 'open' }).innerHTML = '${DAHUA}';`);
      await marksAre(tab, ['Dahua', 'Hikvision', 'Hytera']);
      await openCardOn(tab, 'Hytera');
      expect(tab.errors).toEqual([]);
    });
  }

  test('a page that names nobody until a shadow root is attached late', async () => {
    const { tab } = own;
    await own.open('/late', htmlPage('<p>Nothing yet.</p><div id="bare"></div>'));
    await until(() => tab.evaluate<boolean>('performance.now() > 5000'), 'five seconds');
    await tab.evaluate(`document.getElementById('bare').attachShadow({ mode: 'open' }).innerHTML = '${DAHUA}'`);
    await marksAre(tab, ['Dahua']);
    expect(tab.errors).toEqual([]);
  });

  test('a shadow host that is taken away and put back', async () => {
    const { tab } = own;
    await own.open('/host', htmlPage(`<x-a><template shadowrootmode="open">${DAHUA}</template></x-a>${HIKVISION}`));
    await marksAre(tab, ['Dahua', 'Hikvision']);
    await tab.evaluate(`self.host = document.querySelector('x-a'); host.remove()`);
    await marksAre(tab, ['Hikvision']);
    await tab.evaluate('document.body.append(host)');
    await marksAre(tab, ['Dahua', 'Hikvision']);
    await openCardOn(tab, 'Dahua');
    await tab.evaluate(`host.shadowRoot.append('and Uniview')`);
    await marksAre(tab, ['Dahua', 'Hikvision', 'Uniview']);
    expect(tab.errors).toEqual([]);
  });

  test('words that move into a closed shadow root lose their mark: no card could open there', async () => {
    const { tab } = own;
    await own.open('/closed', htmlPage(`${HIKVISION}<p id="moved">Recorders by Dahua.</p><div></div>`));
    await marksAre(tab, ['Dahua', 'Hikvision']);
    await tab.evaluate(
      `document.querySelector('div').attachShadow({ mode: 'closed' }).append(document.getElementById('moved')); document.body.append('and Uniview')`,
    );
    await marksAre(tab, ['Hikvision', 'Uniview']);
    expect(tab.errors).toEqual([]);
  });
});
