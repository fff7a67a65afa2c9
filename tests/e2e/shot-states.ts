/** How each state comes about that a reader can see: pages with marks, the card, and our own pages. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cardIsGone, hasCard, openCardOn, placeOf, popupOver, pressSwitch, restOn, settledMarks } from './journey.ts';
import { type Kind, type Reader, type Tab, until } from './reader.ts';
import type { Site } from './site.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Scene {
  readonly kind: Kind;
  readonly theme: 'light' | 'dark';
  readonly reader: Reader;
  readonly site: Site;
}

/** Brings the state about; gives the tab that shows it where that is another one. */
export type State = (scene: Scene, tab: Tab) => Promise<unknown>;

/** A page that follows the reader's theme. */
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Picture</title><style>:root { color-scheme: light dark } body { font: 18px/1.6 Georgia, serif; margin: 40px auto; padding: 0 20px; max-width: 40rem }</style>${head}</head><body>${body}</body></html>`;

const PASSAGE = `<p>The council discussed a contract for surveillance cameras of Hikvision and a network by Huawei. The <a href="#">makers of ZTE</a> sent an offer, too, and the recorders came from Dahua.</p>
<p>Facial recognition in Belgrade had been agreed between Serbia and Huawei years before.</p>`;

/** A page with the pointer on a name, and the card of it. */
const card =
  (name: string, body = PASSAGE, head = ''): State =>
  async ({ site }, tab) => {
    await tab.goto(site.page('/picture', page(body, head)));
    await openCardOn(tab, name);
  };

const store = async ({ reader }: Scene, script: string): Promise<void> => {
  const desk = await reader.extensionPage('options.html');
  await desk.evaluate(script);
  await desk.close();
};
const setSettings = (scene: Scene, settings: object): Promise<void> =>
  store(scene, `browser.storage.local.set({ settings: ${JSON.stringify(settings)} })`);
export const noSettings = (scene: Scene): Promise<void> => store(scene, `browser.storage.local.remove('settings')`);

const look =
  (style: string, colour: string): State =>
  async (scene, tab) => {
    await setSettings(scene, { look: { style, colour } });
    await tab.goto(scene.site.page('/picture', page(PASSAGE)));
    await tab.show();
    await settledMarks(tab);
  };

/** What the background answers with is held back, or fails: the settings that each answer begins with. */
export const background = (scene: Scene, how: string): Promise<void> =>
  scene.reader.background(`
    const store = self.browser.storage.local;
    self.realGet ??= store.get;
    store.get = ${how};`);

/** Rests on Huawei when the card's code has long come, but its claims do not. */
async function withoutAnswers(scene: Scene, tab: Tab, how: string): Promise<void> {
  await card('Hikvision')(scene, tab);
  await tab.press('Escape');
  await cardIsGone(tab);
  await background(scene, how);
  await tab.show();
  await restOn(tab, 'Huawei');
}

/** The popup as it hangs from the toolbar, over the given page. */
const popup =
  (body: string, then: (popup: Tab, scene: Scene) => Promise<unknown> = async () => undefined): State =>
  async (scene, tab) => {
    await tab.goto(scene.site.page('/picture', page(body)));
    if (body === PASSAGE) await placeOf(tab, 'Hikvision');
    return overPicture(scene, '/picture', then);
  };

async function overPicture(
  scene: Scene,
  ending: string,
  then: (popup: Tab, scene: Scene) => Promise<unknown>,
): Promise<Tab> {
  const over = await popupOver(scene.reader, ending);
  await asPopup(over);
  await then(over, scene);
  return over;
}

/** As wide as its content wants to be: 25 times the reader's size of text. */
async function asPopup(over: Tab): Promise<void> {
  const size = await over.evaluate<number>('parseFloat(getComputedStyle(document.documentElement).fontSize)');
  await over.resize(25 * size, 600);
  await over.evaluate(`document.documentElement.classList.remove('in-tab')`);
}

const has = (tab: Tab, selector: string): Promise<unknown> =>
  until(() => tab.evaluate<boolean>(`!!document.querySelector(${JSON.stringify(selector)})`), selector);

const says = (tab: Tab, words: string): Promise<unknown> =>
  until(() => tab.evaluate<boolean>(`document.body.innerText.includes(${JSON.stringify(words)})`), words);

async function ask(over: Tab, query: string): Promise<void> {
  await over.evaluate(`document.querySelector('[role=combobox]').focus()`);
  await over.type(query);
}

/** A page of ours, once it shows what it is for. */
const ourPage =
  (path: string, selector: string, then: (tab: Tab) => Promise<unknown> = async () => undefined): State =>
  async ({ reader }) => {
    const tab = await reader.extensionPage(path);
    await has(tab, selector);
    await then(tab);
    return tab;
  };

/**
 * The popup whose evidence never comes, or cannot be read. Built up in a plain document of the extension, so that
 * `fetch` is another before the popup's own code runs.
 */
const popupWhose =
  (fetching: string, selector: string): State =>
  async ({ reader }) => {
    const tab = await reader.extensionPage('marks.css');
    await tab.evaluate(`
      fetch('/popup.html').then((answer) => answer.text()).then(async (html) => {
        const popup = new DOMParser().parseFromString(html, 'text/html');
        self.fetch = () => ${fetching};
        document.documentElement.lang = 'en';
        const sheets = [...popup.querySelectorAll('link[rel=stylesheet]')].map((sheet) => sheet.getAttribute('href'));
        document.head.replaceChildren(...popup.head.querySelectorAll('meta'));
        document.body.className = popup.body.className;
        document.body.innerHTML = popup.body.innerHTML;
        await Promise.all(sheets.map((href) => new Promise((done) => document.head.append(
          Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done })))));
        await import(popup.querySelector('script[src]').getAttribute('src'));
        return true;
      })`);
    await has(tab, selector);
    await asPopup(tab);
    return tab;
  };

const HOSTILE = `<style>counterpoint-card, html > :not(head):not(body) { display: none !important; opacity: 0 !important; transform: rotate(20deg) !important; filter: blur(9px) !important; font: 2px fantasy !important; color: red !important } html { letter-spacing: .6em; text-transform: uppercase } body { letter-spacing: normal; text-transform: none; background: #fe8 !important; color: #000 }</style>`;

/** Every state that a reader can see, by the name of its picture. */
export const STATES: Readonly<Record<string, State>> = {
  'demo-article': async ({ site }, tab) => {
    await tab.goto(site.page('/demo', await readFile(join(ROOT, 'assets', 'demo', 'article.html'), 'utf8')));
    await settledMarks(tab);
  },
  'page-dotted': look('dotted', 'text'),
  'page-solid-blue': look('solid', 'blue'),
  'page-wavy-orange': look('wavy', 'orange'),
  'page-background-amber': look('background', 'amber'),
  'page-background-text': look('background', 'text'),
  'card-loading': async (scene, tab) => {
    await withoutAnswers(scene, tab, '() => new Promise(() => undefined)');
    await until(() => hasCard(tab), 'the card');
  },
  'card-failed': async (scene, tab) => {
    await withoutAnswers(scene, tab, `() => Promise.reject(new Error('for a picture'))`);
    await until(() => tab.inCard<boolean>(`return !!root.querySelector('[role=alert]')`), 'the failure');
  },
  'card-huawei': card('Huawei'),
  'card-belgrade': card('Belgrade'),
  'card-all-claims': async (scene, tab) => {
    await card('Hikvision')(scene, tab);
    await tab.inCard(`[...root.querySelectorAll('button')].find((b) => /other claims/.test(b.textContent))?.click()`);
    await until(() => tab.inCard<boolean>(`return root.querySelectorAll('.cp-claim').length > 3`), 'all claims');
    await tab.inCard(`root.querySelector('[role=dialog]').scrollTop = 900`);
  },
  'card-end': async (scene, tab) => {
    await card('Hikvision')(scene, tab);
    await tab.inCard(`const e = root.querySelector('[role=dialog]'); e.scrollTop = e.scrollHeight`);
  },
  'card-details': async (scene, tab) => {
    await card('Verkada', '<p>The clinic bought its cameras from Verkada.</p>')(scene, tab);
    await tab.inCard(
      `for (const e of root.querySelectorAll('details')) e.open = true; root.querySelector('.cp-details').scrollIntoView()`,
    );
  },
  'card-no-answer': async (scene, tab) => {
    await card('iFlytek', '<p>Voices were recognised with software of iFlytek.</p>')(scene, tab);
    await tab.inCard(
      `[...root.querySelectorAll('.cp-claim')].find((claim) => /No answer/.test(claim.textContent))?.scrollIntoView()`,
    );
  },
  'card-switched-off': async (scene, tab) => {
    await setSettings(scene, { categories: { 'human-rights': false } });
    await tab.show();
    await card('CloudWalk', '<p>Cameras that know faces, by CloudWalk.</p>')(scene, tab);
    await tab.inCard(`const e = root.querySelector('[role=dialog]'); e.scrollTop = e.scrollHeight`);
  },
  'card-long-name': card(
    'Office of the UN High Commissioner for Human Rights',
    '<p>The Office of the UN High Commissioner for Human Rights wrote of mass surveillance with Hikvision cameras in Xinjiang.</p>',
  ),
  'card-above': card('Hikvision', `<p style="margin-top:560px">Cameras by Hikvision.</p>`),
  'card-right-to-left': card(
    'هواوي',
    `<p dir="rtl" lang="ar" style="text-align:right">نفت شركة هواوي ما نُشر عن كاميرات المراقبة.</p>`,
  ),
  'card-hostile-page': card('Hikvision', PASSAGE, HOSTILE),
  'card-in-dialog': async (scene, tab) => {
    await tab.goto(scene.site.page('/picture', page(`<p>Text.</p><dialog>${PASSAGE}</dialog>`)));
    await tab.evaluate(`document.querySelector('dialog').showModal()`);
    await openCardOn(tab, 'Hikvision');
  },
  'card-narrow': async (scene, tab) => {
    await tab.resize(360, 640);
    await card('Huawei')(scene, tab);
  },
  'popup-list': popup(PASSAGE, (over) => has(over, '[data-entity]')),
  'popup-claims': popup(PASSAGE, async (over) => {
    await has(over, '[data-entity=hikvision]');
    await over.evaluate(`document.querySelector('[data-entity=hikvision]').click()`);
    await has(over, '.cp-claim');
  }),
  'popup-results': popup(PASSAGE, async (over) => {
    await ask(over, 'Хуавеј');
    await has(over, '[role=option]');
    await over.press('ArrowDown');
  }),
  'popup-chosen-claim': popup(PASSAGE, async (over) => {
    await ask(over, 'rivas');
    await has(over, '[role=option]');
    await over.press('ArrowDown');
    await over.press('ArrowDown');
    await over.press('Enter');
    await has(over, '.cp-claim');
  }),
  'popup-nothing-found': popup(PASSAGE, async (over) => {
    await ask(over, 'qqqqzzzz');
    await says(over, 'Nothing found');
  }),
  'popup-nothing-here': popup('<p>Boil the potatoes for twenty minutes.</p>', (over) => says(over, 'No name from')),
  'popup-site-off': popup(PASSAGE, async (over) => {
    await over.evaluate(pressSwitch('On '));
    await says(over, 'off on this site');
  }),
  'popup-everything-off': popup(PASSAGE, async (over) => {
    await over.evaluate(pressSwitch('Mark names'));
    await says(over, 'switched off everywhere');
  }),
  'popup-categories-off': popup(PASSAGE, async (over, scene) => {
    const ids = await over.evaluate<string[]>(
      `browser.storage.local.get('page').then(() => fetch('/pack.json')).then((r) => r.json()).then((pack) => [...new Set(pack.claims.map((claim) => claim.category))])`,
    );
    await setSettings(scene, { categories: Object.fromEntries(ids.map((id) => [id, false])) });
    await over.show();
    await says(over, 'every category off');
  }),
  'popup-not-allowed': async (scene) => {
    const options = await scene.reader.extensionPage('options.html');
    const over = await overPicture(scene, '/options.html', (one) => says(one, 'lets no extension read'));
    await options.close();
    return over;
  },
  'popup-loading': popupWhose('new Promise(() => undefined)', '.late'),
  'popup-failed': popupWhose(`Promise.reject(new Error('for a picture'))`, '[role=alert]'),
  options: ourPage('options.html', '#about'),
  'options-warnings': async (scene, tab) => {
    await setSettings(scene, {
      sitesOff: ['example.org', 'news.example.net'],
      mutes: ['huawei'],
      kinds: { place: false },
    });
    return ourPage('options.html', '#about')(scene, tab);
  },
  'options-narrow': ourPage('options.html', '#about', (tab) => tab.resize(360, 640)),
  'entity-huawei': ourPage('entity.html#huawei', '.cp-claim'),
  'entity-filtered': ourPage('entity.html#hikvision', '.cp-claim', (tab) =>
    tab.evaluate(`(() => {
      const select = document.querySelectorAll('select')[1];
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      document.querySelector('.filters').scrollIntoView();
    })()`),
  ),
  'entity-timeline': ourPage('entity.html#huawei', '#timeline', (tab) =>
    tab.evaluate(`document.getElementById('timeline').scrollIntoView()`),
  ),
  'entity-sources': ourPage('entity.html#zte', '#sources', (tab) =>
    tab.evaluate(`document.getElementById('sources').scrollIntoView()`),
  ),
  'entity-narrow': ourPage('entity.html#zte', '.cp-claim', (tab) => tab.resize(360, 640)),
  'entity-unknown': ourPage('entity.html#no-such-name', 'h1', (tab) => says(tab, 'no entry')),
};
