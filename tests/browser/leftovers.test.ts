/** What ours asks of a page: after stop nothing is left of it, and a page on its worst day does not make it more. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

/** Wraps what a script can leave behind, before ours starts; `held()` lists what is still there. */
const LEDGER = `
  const draw = requestAnimationFrame.bind(window);
  globalThis.drawn = () => new Promise((done) => draw(done));
  const held = new Set();
  globalThis.timers = 0;
  globalThis.held = () => [...held].map((one) => one.what).sort();
  const keep = (what) => {
    const one = { what };
    held.add(one);
    return one;
  };

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const listeners = [];
  const captures = (options) => (typeof options === 'object' ? !!options?.capture : !!options);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const { signal, once } = typeof options === 'object' && options ? options : {};
    const isKnown = listeners.some(
      (one) => held.has(one.entry) && one.target === target && one.type === type && one.listener === listener && one.capture === captures(options),
    );
    // Listeners of signals end with those who hold the signals: they are not the page's.
    if (!isKnown && !signal?.aborted && !(target instanceof AbortSignal)) {
      const entry = keep('listener ' + type);
      listeners.push({ entry, target, type, listener, capture: captures(options) });
      const forget = () => held.delete(entry);
      if (signal) addEventListener.call(signal, 'abort', forget);
      if (once) addEventListener.call(target, type, forget, { once: true, capture: captures(options) });
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    for (const one of listeners) {
      if (one.target === target && one.type === type && one.listener === listener && one.capture === captures(options)) held.delete(one.entry);
    }
    return removeEventListener.call(target, type, listener, options);
  };

  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    globalThis[name] = class extends globalThis[name] {
      #entry;
      observe(...args) {
        if (!held.has(this.#entry)) this.#entry = keep(name);
        return super.observe(...args);
      }
      disconnect() {
        held.delete(this.#entry);
        return super.disconnect();
      }
    };
  }

  for (const [ask, cancel] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
    ['requestIdleCallback', 'cancelIdleCallback'],
  ]) {
    const [start, end] = [globalThis[ask].bind(window), globalThis[cancel].bind(window)];
    const running = new Map();
    globalThis[ask] = (work, ...rest) => {
      timers += 1;
      const entry = keep(ask);
      const id = start((...args) => {
        if (ask !== 'setInterval') held.delete(entry);
        work(...args);
      }, ...rest);
      running.set(id, entry);
      return id;
    };
    globalThis[cancel] = (id) => {
      held.delete(running.get(id));
      end(id);
    };
  }

  globalThis.controllers = [];
  globalThis.AbortController = class extends AbortController {
    constructor() {
      super();
      controllers.push(this);
    }
  };`;

const LONG = `<p>Huawei</p>${'<p>Plain words that name nobody at all.</p>'.repeat(4000)}<p>ZTE</p>`;

/** When it is stopped, the page, what is done first, and the expression that says that the time has come. */
const MOMENTS: readonly (readonly [string, string, string, string])[] = [
  ['before anything was read', '<p>Huawei</p>', '', 'true'],
  ['while a long page is read', LONG, '', "painted().includes('Huawei')"],
  ['when all is read', '<p>Huawei</p>', '', "painted().includes('Huawei')"],
  [
    'while a change waits for its turn',
    '<p>Huawei</p>',
    "document.body.append('ZTE'); await null",
    "painted().includes('Huawei')",
  ],
  ['with open shadow roots', '<div></div><p>Huawei</p>', '', 'painted().length === 2'],
];

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  /** Opens the page with the ledger in place. The pointer lies where no text is. */
  async function open(html: string): Promise<void> {
    await page.move(700, 500);
    await page.open(html);
    await page.run(
      `const host = document.querySelector('div');
      if (host) host.attachShadow({ mode: 'open' }).innerHTML = '<p>Dahua</p>';
      ${LEDGER}`,
    );
  }

  /** The runner's own waiting listens in the page: this asks from frame to frame, past the ledger. */
  const due = (expression: string): Promise<unknown> => page.run(`while (!(${expression})) await drawn()`);

  /** Everything that could wake ours up again: changes, the pointer, resizing, an address, another visibility. */
  const WAKE = `
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Hikvision' }));
    document.querySelector('p').firstChild.data = 'ZTE';
    for (const type of ['resize', 'scroll', 'pageshow', 'popstate', 'pointermove', 'pointerdown', 'keydown'])
      window.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: 20, clientY: 20 }));
    document.dispatchEvent(new Event('visibilitychange'));
    await null;`;
  const LEFT = `return { held: held(), names: [...CSS.highlights.keys()] }`;
  const NOTHING = { held: [], names: [] };

  test.each(MOMENTS)('stopped %s', async (_name, html, first, moment) => {
    await open(html);
    await page.run('globalThis.run = start(lexicon)');
    await due(moment);
    expect((await page.run<string[]>('return held()')).length).toBeGreaterThan(0);
    expect(await page.run(`${first}; run.stop(); ${LEFT}`)).toEqual(NOTHING);
    expect(await page.run(`${WAKE} ${LEFT}`)).toEqual(NOTHING);
    // Work that was under way when it was stopped has had its turn by the time two frames are drawn.
    expect(await page.run(`await drawn(); await drawn(); ${LEFT}`)).toEqual(NOTHING);
  });

  test('stopped while a slow machine looks for what is in view', async () => {
    await open('<p>Huawei</p>');
    // Each look at the clock takes ten milliseconds.
    await page.run(`
      const now = performance.now.bind(performance);
      let late = 0;
      performance.now = () => now() + (late += 10);
      globalThis.IntersectionObserver = class extends IntersectionObserver {
        observe(target) {
          super.observe(target);
          queueMicrotask(() => {
            run.stop();
            globalThis.isStopped = true;
          });
        }
      };
      globalThis.run = start(lexicon)`);
    await due('globalThis.isStopped');
    expect(await page.run(`await drawn(); await drawn(); ${LEFT}`)).toEqual(NOTHING);
  });

  test('stopped while the pointer rests on a mark', async () => {
    await open('<style>body{margin:0;font:20px/40px sans-serif}p{margin:0}</style><p>Huawei</p>');
    await page.run('globalThis.run = start(lexicon)');
    await due("painted().includes('Huawei')");
    await page.move(20, 20);
    await due("run.said.includes('resting Huawei')");
    expect(await page.run(`run.stop(); ${LEFT}`)).toEqual(NOTHING);
    expect(await page.run(`${WAKE} return run.said.filter((one) => one.startsWith('open'))`)).toEqual([]);
  });

  test('stopped by its signal', async () => {
    await open('<p>Huawei</p>');
    await page.run('globalThis.run = start(lexicon)');
    await due("painted().includes('Huawei')");
    expect(await page.run(`run.end.abort(); ${LEFT}`)).toEqual(NOTHING);
    expect(await page.run(`${WAKE} ${LEFT}`)).toEqual(NOTHING);
  });

  test('the first look leaves nothing once a name was found', async () => {
    await open('<p>x</p>');
    await page.run('look()');
    await page.run("document.body.append('Huawei')");
    await due('glimpsed');
    expect(await page.run(LEFT)).toEqual(NOTHING);
  });

  test.each([
    ['at once', '<p>x</p>', ''],
    ['while a change waits', '<p>x</p>', "document.body.append('y'); await null;"],
    ['while a long page is read', LONG.replaceAll(/Huawei|ZTE/g, 'x'), ''],
  ])('the first look, ended %s', async (_name, html, first) => {
    await open(html);
    await page.run('look()');
    expect((await page.run<string[]>('return held()')).length).toBeGreaterThan(0);
    expect(await page.run(`${first} for (const one of controllers) one.abort(); ${LEFT}`)).toEqual(NOTHING);
    expect(await page.run(`${WAKE} ${LEFT}`)).toEqual(NOTHING);
  });

  const CHURN = `
    const box = document.querySelector('main');
    for (let i = 0; i < 90; i++) {
      box.innerHTML = '<p>Line ' + i + ' of HERE</p>'.repeat(20);
      await drawn();
    }`;

  test.each([
    ['nobody', 'nothing', ''],
    ['somebody', 'Huawei', 'Huawei,'.repeat(20)],
  ])('a page that changes in every frame and names %s is looked at far less often', async (_name, text, marked) => {
    await open('<main></main><p>Hikvision</p>');
    await page.run('globalThis.run = start(lexicon)');
    await due("painted().includes('Hikvision')");
    const asked = await page.run<number>(`timers = 0; ${CHURN.replace('HERE', text)} return timers`);
    expect(asked).toBeLessThan(90);
    await due(`painted().sort().join() === 'Hikvision,${marked}'.slice(0, -1)`);
    expect(await page.run(`run.stop(); ${LEFT}`)).toEqual(NOTHING);
  });

  test('faults of ours are not shown to the page; after some of them ours ends, and leaves nothing', async () => {
    await open('<p>Huawei</p>');
    await page.run(`
      globalThis.shown = [];
      for (const type of ['error', 'unhandledrejection']) window.addEventListener(type, () => shown.push(type));
      console.error = (...args) => shown.push(args.join(' '));
      globalThis.ledger = held();
      globalThis.StaticRange = class { constructor() { throw new Error('a fault') } };
      globalThis.run = start(lexicon)`);
    await page.run(`
      while (held().length > ledger.length) {
        document.body.append(Object.assign(document.createElement('p'), { textContent: 'ZTE' }));
        await drawn();
      }`);
    expect(await page.run('return held().join() === ledger.join()')).toBe(true);
    expect(await page.run('return [painted(), shown]')).toEqual([[], []]);
  });
});
