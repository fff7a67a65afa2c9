/** Two browsers of the same kind, one with the built extension and one without, and a server for the pages. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { QUIET_FLAGS } from '../e2e/chromium.ts';
import { childEnvironment, ensureBrowser, howToInstall, ROOT } from '../machine.mjs';

const LONGEST_START_MS = 20_000;

/** Builds the extension and gives a copy that nobody builds over meanwhile. The variable EXTENSION names another build. */
export function buildExtension() {
  if (!process.env.EXTENSION) {
    const done = spawnSync('wxt', ['build', '--level', 'warn'], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      env: childEnvironment(),
    });
    if (done.status !== 0) throw new Error('the extension does not build');
  }
  const copy = mkdtempSync(join(tmpdir(), 'counterpoint-built-'));
  cpSync(process.env.EXTENSION ?? join(ROOT, '.output', 'chrome-mv3'), copy, { recursive: true });
  return copy;
}

/** Serves `pages` by their index, never from a cache. */
export async function servePages(pages) {
  const server = createServer((request, response) => {
    const page = pages[Number(request.url.slice(1))];
    if (!page || request.url === '/favicon.ico') return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(page.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Opens one; with an extension it is given back once that marks a page (`trial` is one that names somebody). */
export async function openBrowser({ extension, trial, count }) {
  const executablePath = ensureBrowser('chromium');
  if (!executablePath) throw new Error(howToInstall('chromium'));
  const profile = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      ...QUIET_FLAGS,
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
  const page = await context.newPage();
  await page.goto(trial);
  if (extension) await page.waitForFunction(count, undefined, { polling: 200, timeout: LONGEST_START_MS });
  await page.close();
  return {
    context,
    version: context.browser().version(),
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
