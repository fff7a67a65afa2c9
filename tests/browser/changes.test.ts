import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

/** Name, page, marked at first, what the page's script does, marked right after it (before any paint), marked then. */
const CHANGES: readonly (readonly [string, string, readonly string[], string, readonly string[], readonly string[]])[] =
  [
    ['content added', '<p>Huawei</p>', ['Huawei'], "document.body.append('and ZTE')", ['Huawei'], ['Huawei', 'ZTE']],
    [
      'more added in one turn than waits to be looked at',
      '<p>Huawei</p>',
      ['Huawei'],
      "for (let i = 0; i < 800; i++) $('p').before(i ? '. ' : 'ZTE. ')",
      ['Huawei'],
      ['Huawei', 'ZTE'],
    ],
    ['content removed', '<p>Huawei</p><p>ZTE</p>', ['Huawei', 'ZTE'], "$('p').remove()", ['ZTE'], ['ZTE']],
    ['text replaced', '<p>Huawei</p>', ['Huawei'], "$('p').firstChild.data = 'Not it'", [], []],
    ['text moved on', '<p>Huawei</p>', ['Huawei'], "$('p').firstChild.data = 'At Huawei'", ['Huawei'], ['Huawei']],
    [
      'something between the parts of a name',
      '<p>Spies at the African <b>Union</b></p>',
      ['African Union'],
      "$('b').before('Cup ')",
      [],
      [],
    ],
    [
      'something between the parts of a name, within one of them',
      '<p>Spies at the African <b>Union</b></p>',
      ['African Union'],
      "$('b').prepend('Cup ')",
      [],
      [],
    ],
    [
      'something between the parts of a name, where nothing stood before',
      '<p>Spies at the African <b>Union</b></p><i></i>',
      ['African Union'],
      "const i = $('i'); i.append(new Comment()); await null; await null; $('b').before(i); await null; await null; i.append('Cup ')",
      [],
      [],
    ],
    [
      'something between the parts of a name, where two stood that said nothing',
      '<p>Spies at the African <i></i><u></u><b>Union</b></p>',
      ['African Union'],
      "for (const one of [$('i'), $('u')]) one.append(new Comment()); await null; await null; $('u').append('Cup ')",
      [],
      [],
    ],
    ['a name put together', '<p>Hua<i>x</i>wei</p>', [], "$('i').remove()", [], ['Huawei']],
    ['a longer word put together', '<p>Huawei</p>', ['Huawei'], "$('p').append('ology')", ['Huawei'], []],
    [
      'split in the middle',
      '<p>At Huawei</p>',
      ['At Huawei'.slice(3)],
      "$('p').firstChild.splitText(5)",
      ['Huawei'],
      ['Huawei'],
    ],
    [
      'the whole body replaced',
      '<p>Huawei</p>',
      ['Huawei'],
      "document.body = document.createElement('body'); document.body.append('ZTE')",
      [],
      ['ZTE'],
    ],
    ['moved elsewhere', '<p>Huawei</p><div></div>', ['Huawei'], "$('div').append($('p'))", ['Huawei'], ['Huawei']],
    [
      'moved into an editor',
      '<p>Huawei</p><div contenteditable></div>',
      ['Huawei'],
      "$('div').append($('p'))",
      ['Huawei'],
      [],
    ],
    ['made an editor', '<p>Huawei</p>', ['Huawei'], "$('p').contentEditable = 'true'", ['Huawei'], []],
    [
      'the registry cleared',
      '<p>Huawei</p>',
      ['Huawei'],
      "CSS.highlights.clear(); document.body.append('.')",
      [],
      ['Huawei'],
    ],
  ];

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  async function start(html: string): Promise<void> {
    await page.open(`${html}<p id="last">Hikvision</p>`);
    await page.run(`
      globalThis.$ = (selector) => document.querySelector(selector);
      globalThis.run = start(lexicon)`);
    await page.until("painted().includes('Hikvision')");
  }

  const others = 'painted().filter((word) => word !== "Hikvision")';

  test.each(CHANGES)('%s', async (_name, html, first, change, atOnce, then) => {
    await start(html);
    expect(await page.run(`return ${others}`)).toEqual(first);
    // Observers have run when a microtask queued after the change comes round; no frame was drawn in between.
    const right = await page.run(`${change}; await null; await null; return ${others}`);
    expect(right).toEqual(atOnce);
    await page.until(`${others}.join() === ${JSON.stringify(then.join())}`);
    // What comes last is also what stays: a second flush, asked for by another change, leaves it so.
    await page.run("document.body.append(Object.assign(document.createElement('p'), { textContent: 'Hytera' }))");
    await page.until("painted().includes('Hytera')");
    expect(await page.run(`return ${others}.filter((word) => word !== 'Hytera')`)).toEqual(then);
  });

  test('a page that takes our marks out three times is left alone', async () => {
    await start('<p>Huawei</p>');
    for (let i = 0; i < 3; i++) {
      await page.run("CSS.highlights.clear(); document.body.append('.')");
      await page.until('painted().length === 2');
    }
    await page.run(
      "CSS.highlights.clear(); document.body.append(Object.assign(document.createElement('p'), { textContent: 'ZTE' }))",
    );
    await page.until('run.count() === 3');
    expect(await page.run('return painted()')).toEqual([]);
  });

  test('after stop nothing remains, and nothing comes back', async () => {
    await start('<p>Huawei</p>');
    await page.run("run.stop(); document.body.append('ZTE'); return new Promise((done) => setTimeout(done, 400))");
    expect(await page.run('return [painted(), [...CSS.highlights.keys()]]')).toEqual([[], []]);
    const said = await page.run('return run.said.length');
    await page.move(20, 20);
    expect(await page.run('return run.said.length')).toBe(said);
  });

  test('a page without rest keeps only what is near the view registered, wherever its changes move it', async () => {
    await start(`<b>0</b>${'<p style="height: 200px">Huawei</p>'.repeat(40)}`);
    await page.until(`${others}.length === 40`);
    await page.run("globalThis.clock = setInterval(() => { $('b').textContent = String(performance.now()) }, 20)");
    await page.until(`${others}.length > 0 && ${others}.length < 20`);
    await page.run("for (const far of [...document.querySelectorAll('p')].slice(3, 33)) far.remove()");
    await page.run("for (const seen of [...document.querySelectorAll('p')].slice(0, 3)) seen.remove()");
    await page.until(`${others}.length >= 3`);
    // The last count is told, too.
    await page.run("clearInterval(clock); $('#last').append(' and ZTE')");
    await page.until("run.said.findLast((one) => one.startsWith('counted')) === 'counted 9'");
    expect(await page.run(`return ${others}.length`)).toBe(8);
  });

  test('for as long as it changes, however seldom it is read in the end', async () => {
    await start(`<b>0</b>${'<p style="height: 200px">Huawei</p>'.repeat(40)}`);
    await page.until(`${others}.length === 40`);
    await page.run(`
      globalThis.ticks = 0;
      globalThis.most = 0;
      globalThis.clock = setInterval(() => {
        $('b').textContent = String(++ticks);
        // By then it was found out.
        if (ticks > 120) most = Math.max(most, ${others}.length);
      }, 20)`);
    await page.until('ticks > 200');
    await page.until('ticks > 400');
    expect(await page.run('return most')).toBeLessThan(20);
  });

  test('another look and another lexicon', async () => {
    await start('<p>Huawei</p>');
    await page.run('run.setLook(7)');
    expect(await page.run('return [...CSS.highlights.keys()]')).toEqual(['counterpoint-7']);
  });

  test('a page rebuilt in every frame keeps its marks and its time', async () => {
    await start('<main></main>');
    await page.run(`
      let frames = 0;
      const text = '<p>Huawei</p>' + '<p>some words</p>'.repeat(200);
      function frame() {
        $('main').innerHTML = text;
        if (++frames < 90) requestAnimationFrame(frame);
        else globalThis.over = true;
      }
      frame()`);
    await page.until('globalThis.over === true && painted().join() === "Hikvision,Huawei"');
  });

  test('mentions are those that can be seen, in order', async () => {
    await start('<p>ZTE</p><p hidden>Dahua</p><p style="visibility:hidden">Hytera</p><p>Huawei</p>');
    expect(await page.run('return run.count()')).toBe(5);
    expect(await page.run('return run.mentions().map((mention) => [mention.text, mention.rects().length])')).toEqual([
      ['ZTE', 1],
      ['Huawei', 1],
      ['Hikvision', 1],
    ]);
  });
});
