/** What a pointer that does something else must not do: open a card. */
import { expect, test } from '@playwright/test';
import { cardIsGone, hasCard, openCardOn, placeOf, restedLongEnough, restOn } from './journey.ts';
import { type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const ROW = '<p style="margin:0 0 20px">Cameras by Hikvision stand here.</p>';
const PAGE = `<!doctype html><html lang="en"><title>Rows</title><body style="font:18px serif;margin:40px">
<p>Dahua sells recorders.</p><textarea id="box" style="position:fixed;left:600px;top:20px"></textarea>
${ROW.repeat(60)}</body></html>`;

inBothBrowsers('pointer', (stage) => {
  let tab: Tab;
  test.beforeEach(async () => {
    tab = await stage().reader.tab();
    await tab.goto(stage().site.page('/rows', PAGE));
    await placeOf(tab, 'Dahua');
    await placeOf(tab, 'Hikvision');
  });
  test.afterEach(() => tab.close());

  /** The control: after all that, a real rest opens the card. */
  async function restingStillOpens(): Promise<void> {
    await openCardOn(tab, 'Hikvision');
  }

  test('a scroll that brings words under it', async () => {
    const at = await placeOf(tab, 'Hikvision');
    await tab.move(at.x, 700);
    await tab.move(at.x, 731);
    await until(async () => {
      await tab.wheel(7);
      const x = Math.round(at.x);
      return tab.evaluate<boolean>(
        `[...CSS.highlights.highlightsFromPoint(${x}, 731)].some(({ ranges }) => ranges.length > 0)`,
      );
    }, 'a mark under the pointer');
    await restedLongEnough(tab);
    expect(await hasCard(tab)).toBe(false);
    await tab.evaluate('scrollTo(0, 0)');
    await restingStillOpens();
  });

  test('a button held down, and the selection it makes', async () => {
    const at = await placeOf(tab, 'Hikvision');
    await tab.move(at.left - 60, at.y);
    await tab.down();
    await tab.move(at.x, at.y);
    await restedLongEnough(tab);
    expect(await hasCard(tab)).toBe(false);
    await tab.up();
    await restedLongEnough(tab);
    expect(await tab.evaluate<string>('String(getSelection())')).not.toBe('');
    expect(await hasCard(tab)).toBe(false);
    await tab.evaluate('getSelection().removeAllRanges()');
    await restingStillOpens();
  });

  test('typing while it lies on a mark', async () => {
    await tab.evaluate(`(() => {
      document.getElementById('box').focus();
      addEventListener('pointermove', () => { window.movedAt = performance.now(); }, true);
      addEventListener('keydown', () => { window.typedAt = performance.now(); }, true);
    })()`);
    // The key has to come before the delay is over; a busy machine may need more than one try.
    await until(async () => {
      await tab.press('Escape');
      await tab.move(5, 5);
      await cardIsGone(tab);
      await restOn(tab, 'Hikvision');
      await tab.type('a');
      return tab.evaluate<boolean>('window.typedAt - window.movedAt < 200');
    }, 'a key in time');
    await restedLongEnough(tab);
    expect(await hasCard(tab)).toBe(false);
    await restingStillOpens();
  });

  test('passing over without resting', async () => {
    const at = await placeOf(tab, 'Hikvision');
    for (const x of [at.left - 30, at.x, at.right + 300]) await tab.move(x, at.y);
    await restedLongEnough(tab);
    expect(await hasCard(tab)).toBe(false);
    await restingStillOpens();
  });

  test('scrolling far closes the card that is open', async () => {
    await openCardOn(tab, 'Hikvision');
    await tab.move(900, 700);
    await tab.evaluate('scrollTo(0, 800)');
    await cardIsGone(tab);
  });
});
