/** Kinds of documents and of text in them: foreign documents, editors, far sections, lists that use their rows again. */
import { expect, test } from '@playwright/test';
import { marksAre, openCardOn, painted } from './journey.ts';
import { DAHUA, HIKVISION, HYTERA, htmlPage, ownTab } from './own-tab.ts';
import { until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

inBothBrowsers('documents', (stage) => {
  const own = ownTab(stage);

  for (const [name, path, body] of [
    [
      'XHTML',
      '/page.xhtml',
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${HYTERA}</body></html>`,
    ],
    [
      'an SVG drawing',
      '/drawing.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><text x="60" y="60" font-size="20">Radios by Hytera</text></svg>`,
    ],
    ['plain text', '/notes.txt', 'Radios by Hytera.\n'],
    [
      'right to left',
      '/rtl',
      `<!doctype html><html lang="ar" dir="rtl"><body style="font:20px serif;margin:40px"><p>كاميرات من Hytera في المدينة.</p></body></html>`,
    ],
  ] as const) {
    test(`${name}: the mark is there, and its card opens in the window`, async () => {
      const { tab } = own;
      await own.open(path, body);
      await marksAre(tab, ['Hytera']);
      expect(await openCardOn(tab, 'Hytera')).toContain('Hytera');
      const box = await tab.inCard<{ left: number; right: number; width: number }>(
        `const { left, right, width } = root.querySelector('.cp-side').getBoundingClientRect(); return { left, right, width }`,
      );
      expect(box?.width).toBeGreaterThan(100);
      expect(box?.left).toBeGreaterThanOrEqual(0);
      expect(box?.right).toBeLessThanOrEqual(1000);
      expect(tab.errors).toEqual([]);
    });
  }

  test('five megabytes of plain text: a name in the middle and one at the end', async () => {
    const { tab } = own;
    const half = 'Nothing to see in this sentence here.\n'.repeat(66_000);
    await own.open('/huge.txt', `${half}Radios by Hytera.\n${half}Recorders by Dahua.\n${'The end.\n'.repeat(20)}`);
    await marksAre(tab, ['Dahua', 'Hytera']);
    await tab.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await openCardOn(tab, 'Dahua');
    expect(tab.errors).toEqual([]);
  });

  test('what is not drawn until it is near is marked all the same', async () => {
    const { tab } = own;
    await own.open(
      '/far',
      htmlPage(
        `${HIKVISION}<div style="height:4000px"></div><section style="content-visibility:auto;height:300px">${HYTERA}</section><section style="content-visibility:hidden">${DAHUA}</section>`,
      ),
    );
    await marksAre(tab, ['Dahua', 'Hikvision', 'Hytera']);
    await tab.evaluate(`document.querySelector('section').scrollIntoView({ block: 'center' })`);
    await openCardOn(tab, 'Hytera');
    await tab.evaluate(`document.querySelector('section').firstElementChild.firstChild.data = 'Network by ZTE.'`);
    await marksAre(tab, ['Dahua', 'Hikvision', 'ZTE']);
    expect(tab.errors).toEqual([]);
  });

  test('a list that uses its rows again never shows a mark on other words', async () => {
    const { tab } = own;
    const rows = Array.from({ length: 24 }, () => '<li><b></b> in <span>x</span></li>').join('');
    await own.open('/rows', htmlPage(`<ul>${rows}</ul>`));
    await tab.evaluate(`{
      const NAMES = ['Hikvision', 'Hytera', 'Dahua', 'Uniview', 'a lamp', 'two chairs', ''];
      const rows = [...document.querySelectorAll('li')];
      self.wrong = [];
      self.seen = new Set();
      self.frames = 0;
      // Runs before each paint, after every observer.
      const look = () => {
        for (const [key, marks] of CSS.highlights) {
          if (!key.startsWith('counterpoint-')) continue;
          for (const { startContainer, startOffset, endContainer, endOffset } of marks) {
            // What stands in no document is not drawn.
            if (!startContainer.isConnected && !endContainer.isConnected) continue;
            const live = document.createRange();
            live.setStart(startContainer, startOffset);
            live.setEnd(endContainer, endOffset);
            seen.add(String(live));
            if (!NAMES.slice(0, 4).includes(String(live))) wrong.push(String(live));
          }
        }
      };
      const draw = (row, at) => {
        const name = NAMES[(at * 5 + (at >> 3)) % NAMES.length];
        const bold = row.firstChild;
        if (at % 3 === 0) bold.textContent = name;
        else if (at % 3 === 1 && bold.childNodes.length === 1 && bold.firstChild.data) bold.firstChild.data = 'New: ' + name;
        else bold.innerHTML = name.slice(0, 3) + '<i>' + name.slice(3) + '</i>';
        row.lastChild.firstChild.data = 'row ' + at;
      };
      const step = async () => {
        // One row goes from the top to the end, all are drawn anew every few frames.
        rows[0].parentNode.append(rows[0]);
        rows.push(rows.shift());
        if (frames % 6 === 0) rows.forEach((row, i) => draw(row, frames + i));
        else draw(rows.at(-1), frames);
        await null;
        await null;
        try { look() } catch (error) { wrong.push(String(error)) }
        if (++frames < 150) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    }`);
    await until(() => tab.evaluate<boolean>('frames === 150'), 'the list to come to rest', 15_000);
    expect(await tab.evaluate<string[]>('wrong')).toEqual([]);
    const wanted = await tab.evaluate<string[]>(
      `[...document.querySelectorAll('b')].flatMap((b) => b.textContent.match(/\\b(?:Hikvision|Hytera|Dahua|Uniview)\\b/g) ?? [])`,
    );
    await marksAre(tab, wanted);
    expect(await tab.evaluate<number>('seen.size')).toBeGreaterThan(0);
    expect(tab.errors).toEqual([]);
  });

  test('editors of every kind are left alone, and typing works in them', async () => {
    const { tab } = own;
    await own.open(
      '/editors',
      htmlPage(
        `<div id="typed" contenteditable style="min-height:40px;border:1px solid">Start:</div><div contenteditable="plaintext-only">${HYTERA}</div>
        <div contenteditable="true"><p contenteditable="false">Label by ZTE.</p>${HYTERA}</div><div contenteditable="false">Network by ZTE.</div>
        <textarea>Hytera</textarea><input value="Hytera"><select><option>Hytera</select>${HIKVISION}`,
      ),
    );
    await marksAre(tab, ['Hikvision', 'ZTE']);
    const at = await tab.evaluate<{ x: number; y: number }>(
      `document.getElementById('typed').getBoundingClientRect().toJSON()`,
    );
    await tab.click(at.x + 200, at.y + 15);
    await tab.press('End');
    await tab.type(' Radios by Hytera and Dahua.');
    await tab.evaluate(`document.body.append('Network by Uniview')`);
    await marksAre(tab, ['Hikvision', 'Uniview', 'ZTE']);
    expect(await tab.evaluate<string>(`document.getElementById('typed').textContent.trim()`)).toBe(
      'Start: Radios by Hytera and Dahua.',
    );
    expect(tab.errors).toEqual([]);
  });

  test('a document that is edited as a whole has no marks until the editing ends', async () => {
    const { tab } = own;
    await own.open('/design', htmlPage(HIKVISION));
    await marksAre(tab, ['Hikvision']);
    await tab.evaluate(`document.designMode = 'on'; document.body.append('and Dahua')`);
    await until(async () => (await painted(tab)).length === 0, 'the marks to go');
    await tab.evaluate(`document.designMode = 'off'; document.body.append(' and Hytera')`);
    await marksAre(tab, ['Dahua', 'Hikvision', 'Hytera']);
    expect(tab.errors).toEqual([]);
  });
});
