/** Frames of every kind: marked where a card opens, left alone while they are too small to read. */
import { expect, test } from '@playwright/test';
import { marksAre } from './journey.ts';
import { HIKVISION, HYTERA, htmlPage, ownTab, paintedWithin } from './own-tab.ts';
import { type Tab, until } from './reader.ts';
import { inBothBrowsers } from './with-reader.ts';

const SIZE = 'width="600" height="160" style="border:0;display:block"';
const TEXT = `<!doctype html><body style="font:18px serif">${HYTERA}</body>`;
const FRAMED = `src="/framed" ${SIZE}`;

/**
 * Name, the frame (OTHER stands for another origin), a part of its address where the page cannot reach into it, and
 * what the page's script does.
 */
const FRAMES: readonly (readonly [string, string, (string | undefined)?, string?])[] = [
  ['of the same origin', `<iframe ${FRAMED}></iframe>`],
  ['of another origin', `<iframe src="OTHER/framed" ${SIZE}></iframe>`, 'localhost'],
  ['inside a frame of another origin', `<iframe src="OTHER/nested" ${SIZE}></iframe>`, '/framed'],
  ['by srcdoc', `<iframe srcdoc='${TEXT}' ${SIZE}></iframe>`],
  [
    'without an address, written by a script',
    `<iframe ${SIZE}></iframe>`,
    undefined,
    `const { contentDocument } = document.querySelector('iframe');
    contentDocument.open();
    contentDocument.write('${TEXT}');
    contentDocument.close();`,
  ],
  [
    'without an address, filled by a script',
    `<iframe ${SIZE}></iframe>`,
    undefined,
    `document.querySelector('iframe').contentDocument.body.innerHTML = '${HYTERA}';`,
  ],
  [
    'with a blob for an address',
    `<iframe ${SIZE}></iframe>`,
    undefined,
    `document.querySelector('iframe').src = URL.createObjectURL(new Blob(['${TEXT}'], { type: 'text/html' }));`,
  ],
  [
    'with its content for an address',
    `<iframe src="data:text/html,${encodeURIComponent(TEXT)}" ${SIZE}></iframe>`,
    'data:',
  ],
  ['in a sandbox with scripts', `<iframe sandbox="allow-scripts" ${FRAMED}></iframe>`, '/framed'],
  ['in a sandbox that allows nothing', `<iframe sandbox ${FRAMED}></iframe>`, '/framed'],
  ['in a sandbox of the same origin without scripts', `<iframe sandbox="allow-same-origin" ${FRAMED}></iframe>`],
  [
    'by srcdoc in a sandbox with scripts',
    `<iframe sandbox="allow-scripts" srcdoc='${TEXT}' ${SIZE}></iframe>`,
    'about:srcdoc',
  ],
  ['by srcdoc in a sandbox that allows nothing', `<iframe sandbox srcdoc='${TEXT}' ${SIZE}></iframe>`, 'about:srcdoc'],
  [
    'of a frameset',
    '',
    undefined,
    `document.body = Object.assign(document.createElement('frameset'), { innerHTML: '<frame src="/framed">' });`,
  ],
];

interface Mark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Script: the first mark and its middle. Without callbacks: in a sandbox without scripts browsers call none. */
const FIRST_MARK = `(() => {
  for (const [name, marks] of CSS.highlights) {
    if (!name.startsWith('counterpoint-')) continue;
    for (const range of marks) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { x, y, width, height } = live.getBoundingClientRect();
      return { text: live.toString(), x: x + width / 2, y: y + height / 2 };
    }
  }
  return null;
})()`;

inBothBrowsers('frames', (stage) => {
  const own = ownTab(stage);

  /** Moves onto a mark of the page's first frame until its card stands open; the card's text. */
  async function openCardInFrame(tab: Tab, { x, y }: Mark): Promise<string> {
    const frame = await tab.evaluate<{ x: number; y: number }>(
      `document.querySelector('iframe,frame').getBoundingClientRect().toJSON()`,
    );
    await tab.move(frame.x + x + 40, frame.y + y + 60);
    await tab.move(frame.x + x, frame.y + y);
    return until(
      () => tab.inCard<string>(`return root.querySelector('.cp-side') && root.textContent`),
      'the card in the frame',
    );
  }

  for (const [name, html, address, script] of FRAMES) {
    test(`a frame ${name} is marked, and its card opens`, async () => {
      const { tab } = own;
      const { site } = stage();
      site.page('/framed', TEXT);
      site.page(
        '/nested',
        `<!doctype html><body style="margin:0"><iframe src="${site.origin}/framed" ${SIZE}></iframe></body>`,
      );
      const other = site.origin.replace('127.0.0.1', 'localhost');
      await own.open('/frames', htmlPage(html.replace('OTHER', other)));
      if (script) await tab.evaluate(`{ ${script} }`);
      const mark = await until(
        () =>
          address === undefined
            ? tab.evaluate<Mark | null>(`((CSS, document) => ${FIRST_MARK})(frames[0].CSS, frames[0].document)`)
            : tab.evaluate<Mark | null>(FIRST_MARK, address),
        'the mark in the frame',
      );
      expect(mark.text).toBe('Hytera');
      expect(await openCardInFrame(tab, mark)).toContain('Hytera');
      // Automation's own scripts are what a sandbox complains of.
      expect(tab.errors.filter((error) => !error.startsWith('Blocked script execution'))).toEqual([]);
    });
  }

  test('frames that are small, or not shown, are read once they have room', async () => {
    const { tab } = own;
    stage().site.page('/framed', TEXT);
    const frame = (id: string, style: string) =>
      `<iframe id="${id}" src="/framed" style="border:0;width:600px;height:160px;${style}"></iframe>`;
    const small = ['low', 'narrow', 'gone', 'empty'];
    await own.open(
      '/small',
      htmlPage(
        `${HIKVISION}${frame('low', 'height:99px')}${frame('narrow', 'width:199px')}${frame('gone', 'display:none')}${frame('empty', 'width:0;height:0')}${frame('big', '')}`,
      ),
    );
    const marksIn = async (id: string) =>
      String(await tab.evaluate<string[] | null>(paintedWithin(`document.getElementById('${id}').contentWindow`)));
    await until(async () => (await marksIn('big')) === 'Hytera', 'the mark in the big frame');
    await tab.evaluate(`document.getElementById('big').contentDocument.body.append('and Dahua')`);
    await until(async () => (await marksIn('big')) === 'Hytera,Dahua', 'what is added to it');
    for (const id of small) expect(await marksIn(id), id).toBe('');
    for (const id of small) {
      await tab.evaluate(
        `Object.assign(document.getElementById('${id}').style, { display: 'inline', width: '300px', height: '120px' })`,
      );
      await until(async () => (await marksIn(id)) === 'Hytera', `the mark in the frame that was ${id}`);
    }
    expect(tab.errors).toEqual([]);
  });

  test('a frame that goes to another page, and one that is moved', async () => {
    const { tab } = own;
    const { site } = stage();
    site.page('/framed', TEXT);
    site.page('/later', TEXT.replace('Hytera', 'Dahua'));
    await own.open('/moving', htmlPage(`<iframe ${FRAMED}></iframe><div id="elsewhere"></div>${HIKVISION}`));
    const marksAreInFrame = (wanted: string) =>
      until(
        async () => String(await tab.evaluate<string[] | null>(paintedWithin('frames[0]'))) === wanted,
        `the mark ${wanted} in the frame`,
      );
    await marksAreInFrame('Hytera');
    await tab.evaluate(`void (document.querySelector('iframe').src = '/later')`);
    await marksAreInFrame('Dahua');
    await tab.evaluate(`document.getElementById('elsewhere').append(document.querySelector('iframe'))`);
    await marksAreInFrame('Dahua');
    await tab.evaluate('frames[0].history.replaceState({}, "", "/framed"), void frames[0].location.reload()');
    await marksAreInFrame('Hytera');
    await marksAre(tab, ['Hikvision']);
    expect(tab.errors).toEqual([]);
  });

  test('words that move into a frame are marked there, and no longer here', async () => {
    const { tab } = own;
    stage().site.page('/framed', TEXT);
    await own.open(
      '/adopted',
      htmlPage(`<p id="moved">Recorders by Dahua.</p>${HIKVISION}<iframe ${FRAMED}></iframe>`),
    );
    await marksAre(tab, ['Dahua', 'Hikvision']);
    await tab.evaluate(`frames[0].document.body.append(document.getElementById('moved'))`);
    await until(
      async () => String(await tab.evaluate<string[] | null>(paintedWithin('frames[0]'))) === 'Hytera,Dahua',
      'the marks in the frame',
    );
    await marksAre(tab, ['Hikvision']);
    expect(tab.errors).toEqual([]);
  });

  test('a frame that is one big editor is left alone', async () => {
    const { tab } = own;
    await own.open(
      '/editor',
      htmlPage(
        `<iframe ${SIZE} srcdoc='${TEXT}'></iframe>${HIKVISION}`,
        `<script>addEventListener('load', () => { frames[0].document.designMode = 'on' })</script>`,
      ),
    );
    await marksAre(tab, ['Hikvision']);
    expect(await tab.evaluate<string>('frames[0].document.designMode')).toBe('on');
    await tab.evaluate(`frames[0].document.body.append('and Dahua')`);
    await tab.evaluate(`document.body.append('and Dahua')`);
    await marksAre(tab, ['Dahua', 'Hikvision']);
    expect(await tab.evaluate<string[]>(paintedWithin('frames[0]'))).toEqual([]);
    expect(tab.errors).toEqual([]);
  });
});
