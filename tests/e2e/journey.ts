/** The steps that journeys share: reading marks, resting on words, opening and closing cards. */
import { HOVER_DELAY_MS } from '../../src/page/hover.ts';
import { PAINTED, type Place, type Reader, type Tab, until, whereIs } from './reader.ts';

/** The words that are marked in a page, sorted; line breaks inside a name read as one space. */
export async function painted(tab: Tab): Promise<string[]> {
  const texts = await tab.evaluateApart<string[]>(PAINTED);
  return texts.map((text) => text.replace(/\s+/g, ' ')).sort();
}

/** Waits until exactly these words are marked. */
export async function marksAre(tab: Tab, texts: readonly string[]): Promise<void> {
  const wanted = [...texts].sort().join(' | ');
  let last = '';
  await until(async () => {
    last = (await painted(tab)).join(' | ');
    return last === wanted;
  }, `the marks "${wanted}"`).catch((error) => {
    throw new Error(`${String(error)}; marked: "${last}"`);
  });
}

export function placeOf(tab: Tab, text: string): Promise<Place> {
  return until(() => tab.evaluateApart<Place | null>(whereIs(text)), `a mark on ${text}`);
}

/** A frame later: moves of the pointer within one frame are one move. Where the browser draws none it goes on. */
const A_FRAME_LATER =
  'new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 500); }).then(() => true)';

/** Brings the pointer onto the words from beside them, as a hand does. */
export async function restOn(tab: Tab, text: string): Promise<Place> {
  const at = await placeOf(tab, text);
  await tab.move(at.x + 40, at.y + 70);
  await tab.evaluateApart(A_FRAME_LATER);
  await tab.move(at.x, at.y);
  return at;
}

/** The text of the card that stands open with its claims, or null. */
export async function openCardText(tab: Tab): Promise<string | null> {
  return tab.inCard<string>(`return root.querySelector('.cp-side') && root.textContent`);
}

/** Rests on the words until their card shows claims; its whole text. */
export async function openCardOn(tab: Tab, text: string): Promise<string> {
  await restOn(tab, text);
  return until(() => openCardText(tab), `the card of ${text}`);
}

export function hasCard(tab: Tab): Promise<boolean> {
  return tab.evaluateApart<boolean>(`!!document.querySelector('counterpoint-card')`);
}

export async function cardIsGone(tab: Tab): Promise<void> {
  await until(async () => !(await hasCard(tab)), 'the card to close');
}

/** Lets the time pass, on the page's own clock, in which a resting pointer would have opened a card. */
export async function restedLongEnough(tab: Tab): Promise<void> {
  const start = await tab.evaluateApart<number>('performance.now()');
  await until(
    async () => (await tab.evaluateApart<number>('performance.now()')) - start > 2 * HOVER_DELAY_MS,
    'the delay to pass',
  );
}

export const PAGE_HTML = `new XMLSerializer().serializeToString(document)`;

/** The browser's number for the tab whose address ends so; asked on a page of the extension. */
export function tabNumber(desk: Tab, ending: string): Promise<number> {
  return until(
    () =>
      desk.evaluate<number | undefined>(
        `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.endsWith(${JSON.stringify(ending)}))?.id)`,
      ),
    `the tab of ${ending}`,
  );
}

/** The popup as it stands over the tab whose address ends so. */
export async function popupOver(reader: Reader, ending: string): Promise<Tab> {
  const popup = await reader.extensionPage('popup.html');
  const id = await tabNumber(popup, ending);
  await popup.evaluate(`void (location.search = '?tab=${id}')`);
  await until(
    () =>
      popup.evaluate<boolean>(
        `location.search === '?tab=${id}' && !!document.querySelector('[role=combobox]') && !document.querySelector('.late')`,
      ),
    `the popup over ${ending}`,
  );
  return popup;
}

/** Script: presses the switch whose label begins so, and says when. */
export const pressSwitch = (label: string): string => `(() => {
  const named = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(${JSON.stringify(label)}));
  const at = Date.now();
  document.getElementById(named.htmlFor).click();
  return at;
})()`;

/** Script: whether the switch whose label begins so is on; null without such a switch. */
export const isSwitchOn = (label: string): string => `(() => {
  const named = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(${JSON.stringify(label)}));
  return named ? document.getElementById(named.htmlFor).checked : null;
})()`;

/** What the reader reads on a page of ours. */
export function wordsOf(tab: Tab): Promise<string> {
  return tab.evaluate<string>('document.body.innerText');
}

/** The marks once many looks in a row find the same: the page has been read. A page without names has none. */
export async function settledMarks(tab: Tab): Promise<string[]> {
  let last = '';
  let same = 0;
  return until(async () => {
    const texts = await tab.evaluateApart<string[]>(PAINTED);
    const now = JSON.stringify(texts);
    same = now === last ? same + 1 : 0;
    last = now;
    return same >= (texts.length > 0 ? 20 : 60) ? texts : null;
  }, 'the page to be read');
}
