import { expect, test } from '@playwright/test';
import { cardIsGone, hasCard, marksAre, openCardOn, openCardText, PAGE_HTML, placeOf } from './journey.ts';
import { type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>Networks</title><body style="font:18px serif;margin:40px">
<p id="first">The city bought surveillance cameras from Hikvision; the network came from <a href="/elsewhere">Huawei</a>.</p>
<p>An <em>African <b>Union</b></em> spokesman spoke of espionage, the data centre and cyber security.</p>
<p style="margin-top:120px">Nothing else to read here.</p><button id="other">Other</button>
<script>self.heard = []; for (const type of ['keydown', 'keyup']) addEventListener(type, (e) => heard.push(type + ' ' + e.key))</script>
</body></html>`;

inBothBrowsers('card', (stage) => {
  let tab: Tab;
  test.beforeEach(async () => {
    tab = await stage().reader.tab();
    await tab.goto(stage().site.page('/article', ARTICLE));
  });
  test.afterEach(() => tab.close());

  test('marks the names, across inline elements too, and nothing else', async () => {
    await marksAre(tab, ['African Union', 'Hikvision', 'Huawei']);
  });

  test('opens on rest with both sides alike, closes on Escape and leaves the page as it was', async () => {
    await placeOf(tab, 'Hikvision');
    const before = await tab.evaluate<string>(PAGE_HTML);
    const text = await openCardOn(tab, 'Hikvision');
    expect(text).toContain('Hikvision');
    const claims = await tab.inCard<{ looks: string[]; width: number[]; links: number[] }[]>(`
      const look = (e) => { const s = getComputedStyle(e); return [s.fontSize, s.fontWeight, s.fontFamily, s.color, s.lineHeight, s.opacity].join(); };
      return [...root.querySelectorAll('.cp-claim')].map((claim) => {
        const sides = [...claim.querySelectorAll(':scope > .cp-sides > .cp-side')];
        return {
          looks: sides.map((side) => look(side.querySelector('.cp-text'))),
          width: sides.map((side) => Math.round(side.getBoundingClientRect().width)),
          links: sides.map((side) => side.querySelectorAll('a[href]').length),
        };
      })`);
    expect(claims?.length).toBeGreaterThan(0);
    expect(claims?.length).toBeLessThanOrEqual(3);
    for (const { looks, width, links } of claims ?? []) {
      expect(looks).toHaveLength(2);
      expect(looks[1]).toBe(looks[0]);
      expect(width[1]).toBe(width[0]);
      expect(Math.min(...links)).toBeGreaterThan(0);
    }
    await tab.press('Escape');
    await cardIsGone(tab);
    expect(await tab.evaluate<string>(PAGE_HTML)).toBe(before);
  });

  test('takes Escape from the page only while it is open', async () => {
    await openCardOn(tab, 'Hikvision');
    await tab.press('Escape');
    await cardIsGone(tab);
    expect(await tab.evaluate<string[]>('heard')).toEqual([]);
    await tab.press('Escape');
    await until(async () => (await tab.evaluate<string[]>('heard')).length === 2, 'the page to hear Escape');
    expect(await tab.evaluate<string[]>('heard')).toEqual(['keydown Escape', 'keyup Escape']);
  });

  test('its links lead to the sources: new tab, no referrer, web addresses only', async () => {
    await openCardOn(tab, 'Hikvision');
    const links = await tab.inCard<{ href: string; target: string; rel: string; referrer: string; text: string }[]>(
      `return [...root.querySelectorAll('a')].map((a) => ({ href: a.href, target: a.target, rel: a.rel, referrer: a.referrerPolicy, text: a.textContent }))`,
    );
    expect(links?.length).toBeGreaterThan(0);
    for (const link of links ?? []) {
      expect(link.href).toMatch(/^https?:/);
      expect(link.target).toBe('_blank');
      expect(link.rel).toContain('noopener');
      expect(link.rel).toContain('noreferrer');
      expect(link.referrer).toBe('no-referrer');
      expect(link.text).toMatch(/\d{4}|undated/);
    }
  });

  test('is a non-modal dialog named by the entity', async () => {
    await openCardOn(tab, 'Hikvision');
    const dialog = await tab.inCard<{ label: string | null; modal: string | null }>(`
      const e = root.querySelector('[role=dialog]');
      return { label: e.getAttribute('aria-label'), modal: e.getAttribute('aria-modal') }`);
    expect(dialog).toEqual({ label: 'Hikvision', modal: null });
    if (stage().kind === 'chromium') {
      expect(await tab.accessibility()).toContainEqual({ role: 'dialog', name: 'Hikvision' });
    }
  });

  test('stands beside the word, never over it, and inside the window', async () => {
    await openCardOn(tab, 'Huawei');
    const mark = await placeOf(tab, 'Huawei');
    const card = await tab.inCard<{ left: number; top: number; right: number; bottom: number }>(
      `const r = root.querySelector('[role=dialog]').getBoundingClientRect(); return { left: r.left, top: r.top, right: r.right, bottom: r.bottom }`,
    );
    if (!card) throw new Error('no card');
    const apart =
      card.top >= mark.bottom || card.bottom <= mark.top || card.left >= mark.right || card.right <= mark.left;
    expect(apart).toBe(true);
    expect(card.left >= 0 && card.top >= 0 && card.right <= 1000 && card.bottom <= 760).toBe(true);
  });

  test('stays while the pointer is inside, and goes once it has left', async () => {
    await openCardOn(tab, 'Hikvision');
    const inside = await tab.inCard<{ x: number; y: number }>(
      `const r = root.querySelector('[role=dialog]').getBoundingClientRect(); return { x: r.left + 30, y: r.top + 20 }`,
    );
    if (!inside) throw new Error('no card');
    await tab.move(inside.x, inside.y);
    const entered = await tab.evaluate<number>('performance.now()');
    await until(async () => (await tab.evaluate<number>('performance.now()')) - entered > 600, 'twice the grace');
    expect(await hasCard(tab)).toBe(true);
    await tab.move(980, 740);
    await cardIsGone(tab);
  });

  test('closes on a press elsewhere, and when its words go away', async () => {
    await openCardOn(tab, 'Hikvision');
    await tab.click(5, 5);
    await cardIsGone(tab);
    await openCardOn(tab, 'Hikvision');
    await tab.evaluate(`document.getElementById('first').remove()`);
    await cardIsGone(tab);
  });

  test('shows the other claims and its whole page when asked', async () => {
    await openCardOn(tab, 'Huawei');
    const first = await tab.inCard<number>(`return root.querySelectorAll('.cp-claim').length`);
    await tab.inCard(`
      const button = [...root.querySelectorAll('button')].find((b) => /other claims/.test(b.textContent));
      button.click()`);
    await until(
      async () => ((await tab.inCard<number>(`return root.querySelectorAll('.cp-claim').length`)) ?? 0) > (first ?? 0),
      'the other claims',
    );
    expect(first).toBe(3);
    const said = await openCardText(tab);
    expect(said).not.toMatch(/Show the \d+ other claims/);
  });

  test('a link under a mark still works as a link', async () => {
    stage().site.page('/elsewhere', '<title>Elsewhere</title>');
    await openCardOn(tab, 'Huawei');
    const at = await placeOf(tab, 'Huawei');
    await tab.click(at.x, at.y);
    await until(() => tab.evaluate<boolean>(`document.title === 'Elsewhere'`), 'the link to be followed');
  });
});
