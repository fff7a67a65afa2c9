import { expect, test } from '@playwright/test';
import { PAINTED, type Tab, until, whereIs } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>Networks</title><body style="font:18px serif;margin:40px">
<p id="first">The city bought surveillance cameras from Hikvision; the network came from <a href="/elsewhere">Huawei</a>.</p>
<p>An <em>African <b>Union</b></em> spokesman spoke of the data centre and cyber security.</p>
<p style="margin-top:120px">Nothing else to read here.</p><button id="other">Other</button></body></html>`;

const TEXT = 'return root.textContent';

async function restOn(tab: Tab, text: string): Promise<void> {
  const at = await until(() => tab.evaluate<{ x: number; y: number } | null>(whereIs(text)), `a mark on ${text}`);
  await tab.move(at.x - 60, at.y + 60);
  await tab.move(at.x, at.y);
}

async function openCardOn(tab: Tab, text: string): Promise<string> {
  await restOn(tab, text);
  return until(async () => {
    const shown = await tab.inCard<string>(TEXT);
    return shown?.includes('answer') ? shown : null;
  }, `the card of ${text}`);
}

const cardIsGone = (tab: Tab) =>
  until(
    async () => !(await tab.evaluate<boolean>(`!!document.querySelector('counterpoint-card')`)),
    'the card to close',
  );

inBothBrowsers('card', (stage) => {
  let tab: Tab;
  test.beforeEach(async () => {
    tab = await stage().reader.tab();
    await tab.goto(stage().site.page('/article', ARTICLE));
  });
  test.afterEach(() => tab.close());

  test('marks the names, across inline elements too, and nothing else', async () => {
    await until(async () => (await tab.evaluate<string[]>(PAINTED)).length >= 3, 'three marks');
    expect((await tab.evaluate<string[]>(PAINTED)).sort()).toEqual(['African Union', 'Hikvision', 'Huawei']);
  });

  test('opens on rest with both sides, closes on Escape and leaves the page as it was', async () => {
    await until(async () => (await tab.evaluate<string[]>(PAINTED)).length >= 3, 'three marks');
    const before = await tab.evaluate<string>('document.documentElement.outerHTML');
    const text = await openCardOn(tab, 'Hikvision');
    expect(text).toContain('Hikvision');
    const sides = await tab.inCard<{ claim: string; answer: string }[]>(`
      return [...root.querySelectorAll('[data-side="answer"]')].map((answer) => {
        const claim = answer.parentElement.querySelector('[data-side="claim"]');
        const size = (e) => { const s = getComputedStyle(e); return s.fontSize + ' ' + s.fontWeight + ' ' + s.color; };
        return { claim: size(claim), answer: size(answer) };
      })`);
    expect(sides?.length).toBeGreaterThan(0);
    for (const { claim, answer } of sides ?? []) expect(answer).toBe(claim);
    await tab.press('Escape');
    await cardIsGone(tab);
    expect(await tab.evaluate<string>('document.documentElement.outerHTML')).toBe(before);
  });

  test('its links lead to the sources: new tab, no referrer, web addresses only', async () => {
    await openCardOn(tab, 'Hikvision');
    const links = await tab.inCard<{ href: string; target: string; rel: string; referrer: string }[]>(
      `return [...root.querySelectorAll('a')].map((a) => ({ href: a.href, target: a.target, rel: a.rel, referrer: a.referrerPolicy }))`,
    );
    expect(links?.length).toBeGreaterThan(0);
    for (const link of links ?? []) {
      expect(link.href).toMatch(/^https?:/);
      expect(link.target).toBe('_blank');
      expect(link.rel).toContain('noopener');
      expect(link.rel).toContain('noreferrer');
      expect(link.referrer).toBe('no-referrer');
    }
  });

  test('is a non-modal dialog named by the entity', async () => {
    await openCardOn(tab, 'Hikvision');
    const dialog = await tab.inCard<{ role: string; label: string; modal: string | null }>(`
      const e = root.querySelector('[role=dialog]');
      return { role: e.getAttribute('role'), label: e.getAttribute('aria-label') ?? root.getElementById(e.getAttribute('aria-labelledby')).textContent, modal: e.getAttribute('aria-modal') }`);
    expect(dialog?.label).toBe('Hikvision');
    expect(dialog?.modal === null || dialog?.modal === 'false').toBe(true);
    if (stage().kind === 'chromium') {
      expect(await tab.accessibility()).toContainEqual({ role: 'dialog', name: 'Hikvision' });
    }
  });

  test('stands beside the word, never over it', async () => {
    await openCardOn(tab, 'Huawei');
    const mark = await tab.evaluate<{ left: number; top: number; right: number; bottom: number } | null>(
      whereIs('Huawei'),
    );
    const card = await tab.inCard<{ left: number; top: number; right: number; bottom: number }>(
      `const r = root.querySelector('[role=dialog]').getBoundingClientRect(); return { left: r.left, top: r.top, right: r.right, bottom: r.bottom }`,
    );
    if (!mark || !card) throw new Error('no mark or no card');
    const apart =
      card.top >= mark.bottom || card.bottom <= mark.top || card.left >= mark.right || card.right <= mark.left;
    expect(apart).toBe(true);
  });

  test('closes on a press elsewhere, and when its words go away', async () => {
    await openCardOn(tab, 'Hikvision');
    await tab.click(5, 5);
    await cardIsGone(tab);
    await openCardOn(tab, 'Hikvision');
    await tab.evaluate(`document.getElementById('first').remove()`);
    await cardIsGone(tab);
  });

  test('a link under a mark still works as a link', async () => {
    const at = await until(() => tab.evaluate<{ x: number; y: number } | null>(whereIs('Huawei')), 'a mark on Huawei');
    stage().site.page('/elsewhere', '<title>Elsewhere</title>');
    await tab.click(at.x, at.y);
    await until(() => tab.evaluate<boolean>(`document.title === 'Elsewhere'`), 'the link to be followed');
  });
});
