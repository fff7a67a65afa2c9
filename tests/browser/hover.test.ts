import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from './browsers.ts';

const PAGE =
  '<style>body{margin:0;font:20px/40px sans-serif}p{margin:0}</style><p>Huawei</p><p>nothing</p><p><a href="#x">ZTE</a></p><p>Hikvision</p><div style="height:3000px"></div>';

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  let page: Page;
  beforeAll(async () => {
    page = await openBrowser(name);
  });
  afterAll(() => page?.close());

  async function start(): Promise<void> {
    await page.move(700, 500);
    await page.open(PAGE);
    await page.run('globalThis.run = start(lexicon)');
    await page.until('painted().length === 3');
    await page.move(701, 500);
  }

  const said = (): Promise<string[]> => page.run("return run.said.filter((one) => !one.startsWith('counted'))");
  /** Longer than the delay, by the page's own clock. */
  const wait = (): Promise<unknown> => page.run('return new Promise((done) => setTimeout(done, 450))');

  test('rest opens, leaving says so', async () => {
    await start();
    await page.move(20, 20);
    await page.until("run.said.includes('open Huawei')");
    expect(await said()).toEqual(['resting Huawei', 'open Huawei']);
    await page.move(20, 60);
    await page.until("run.said.includes('left Huawei')");
  });

  test('a mark in a link opens too', async () => {
    await start();
    await page.move(15, 100);
    await page.until("run.said.includes('open ZTE')");
  });

  test('passing over opens nothing', async () => {
    await start();
    await page.move(20, 20);
    await page.until("run.said.includes('resting Huawei')");
    await page.move(20, 60);
    await page.until("run.said.includes('left Huawei')");
    await wait();
    expect(await said()).toEqual(['resting Huawei', 'left Huawei']);
  });

  test('a pressed button opens nothing', async () => {
    await start();
    await page.move(20, 20);
    await page.until("run.said.includes('resting Huawei')");
    await page.press();
    await wait();
    await page.release();
    await wait();
    expect(await said()).not.toContain('open Huawei');
  });

  test('typing opens nothing', async () => {
    await start();
    await page.move(20, 20);
    await page.until("run.said.includes('resting Huawei')");
    await page.run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))");
    await wait();
    expect(await said()).toEqual(['resting Huawei']);
  });

  test('scrolling under a resting pointer opens nothing', async () => {
    await start();
    await page.move(20, 60);
    await page.wheel(40);
    await page.until('scrollY > 0');
    await wait();
    expect((await said()).filter((one) => one.startsWith('open'))).toEqual([]);
  });

  test('a mark whose text goes is said to be gone', async () => {
    await start();
    await page.move(20, 20);
    await page.until("run.said.includes('open Huawei')");
    await page.run("document.querySelector('p').textContent = 'x'");
    await page.until("run.said.includes('gone Huawei')");
  });

  test('in a shadow root', async () => {
    await start();
    await page.run("document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<p>Dahua</p>'");
    await page.run('return new Promise((done) => setTimeout(done, 50))');
    await page.move(20, 200);
    await page.until("painted().includes('Dahua')");
    await page.move(22, 202);
    await page.until("run.said.includes('open Dahua')");
  });
});
