/** Chromium and Firefox behind one small door: a page that runs text and takes a pointer. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { sheetFor } from '../../src/page/look-sheet.ts';
import { ensureBrowser, ROOT } from '../machine.mjs';
import { testContext, testLexicon } from './lexicon.ts';

export interface Page {
  /** Opens a page of this content, with the sheet of looks that the extension brings. */
  open(html: string): Promise<void>;
  /** Runs an expression or statements in the page; what the last `return` gives, as JSON. */
  run<T = unknown>(body: string): Promise<T>;
  /** Waits until an expression is true. Fails after five seconds. */
  until(expression: string): Promise<void>;
  move(x: number, y: number): Promise<void>;
  press(): Promise<void>;
  release(): Promise<void>;
  wheel(down: number): Promise<void>;
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export type Name = 'chromium' | 'firefox';

/** Our code for pages, as the content script has it, a lexicon and words of context. */
async function prepare(): Promise<{ script: string; lexicon: string; glance: string; context: string }> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, 'tests/browser/in-page.ts'), formats: ['iife'], name: 'page' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the page layer was not built');
  return { script: output.output[0].code, ...testLexicon(), context: testContext() };
}

const functionOf = (body: string): string => `(async () => { ${body} })()`;

export async function openBrowser(name: Name): Promise<Page> {
  const executablePath = ensureBrowser(name);
  if (!executablePath) throw new Error(`no ${name} found`);
  const { script, ...data } = await prepare();
  const begin = `${script};Object.assign(globalThis, ${JSON.stringify(data)});`;
  const withSheet = (html: string): string => `<!doctype html><style>${sheetFor(name)}</style>${html}`;

  if (name === 'chromium') {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    return {
      async open(html) {
        await page.goto('about:blank');
        await page.setContent(withSheet(html));
        await page.evaluate(begin);
      },
      run: (body) => page.evaluate(functionOf(body)),
      until: async (expression) => {
        await page.waitForFunction(expression, undefined, { timeout: 5_000, polling: 20 });
      },
      move: (x, y) => page.mouse.move(x, y),
      press: () => page.mouse.down(),
      release: () => page.mouse.up(),
      wheel: (down) => page.mouse.wheel(0, down),
      picture: () => page.screenshot(),
      close: () => browser.close(),
    };
  }
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 600 });
  return {
    async open(html) {
      await page.goto('about:blank');
      await page.setContent(withSheet(html));
      await page.evaluate(begin);
    },
    run: <T>(body: string) => page.evaluate(functionOf(body)) as Promise<T>,
    until: async (expression) => {
      await page.waitForFunction(expression, { timeout: 5_000, polling: 20 });
    },
    move: (x, y) => page.mouse.move(x, y),
    press: () => page.mouse.down(),
    release: () => page.mouse.up(),
    wheel: (down) => page.mouse.wheel({ deltaY: down }),
    picture: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
