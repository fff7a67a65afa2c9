/**
 * `npm run -s bench [-- PART-OF-A-PAGE-NAME …]`: script time of Counterpoint as a multiple of a walker that reads
 * every character once, on the same generated pages in the same run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { readContextTable } from '../../src/cli/context-files.ts';
import { lexiconToText } from '../../src/core/match/codec.ts';
import { compileLexicon } from '../../src/core/match/compile.ts';
import { sheetFor } from '../../src/page/look-sheet.ts';
import { ensureBrowser, ROOT } from '../machine.mjs';
import { PAGES } from './pages.mjs';

const LOADS = Number(process.env.LOADS ?? 3);
const wanted = process.argv.slice(2);
const pages = Object.entries(PAGES)
  .filter(([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map(([name, make]) => ({ name, ...make() }));

const bundle = await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: true, lib: { entry: join(ROOT, 'tests/bench/in-page.ts'), formats: ['iife'], name: 'bench' } },
});
const script = bundle[0].output[0].code;
const folder = join(ROOT, 'assets', 'evidence', 'entities');
const entities = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
const lexicon = lexiconToText(compileLexicon({ entities, context: await readContextTable(ROOT) }));

const server = createServer((request, response) => {
  const page = pages[Number(request.url.slice(1))];
  if (!page || request.url === '/favicon.ico') return response.writeHead(404).end();
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page.html.replace('</style>', `</style><style>${sheetFor('chromium')}</style>`));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox', '--disable-gpu'] });

/** Counters of the renderer, in milliseconds and bytes. */
async function metrics(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics: list } = await session.send('Performance.getMetrics');
  const value = (name) => list.find((metric) => metric.name === name)?.value ?? 0;
  return {
    script: value('ScriptDuration') * 1000,
    style: (value('RecalcStyleDuration') + value('LayoutDuration')) * 1000,
    task: value('TaskDuration') * 1000,
    heap: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
  };
}

async function measure(index, subject) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${address}/${index}`);
  await page.evaluate(script);
  const before = await metrics(session);
  const start = Date.now();
  await page.evaluate(
    ([name, data]) => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, entry.duration);
      }).observe({ type: 'longtask' });
      globalThis.result = name === 'empty' ? () => 0 : globalThis[name](data);
    },
    [subject, lexicon],
  );
  if (pages[index].finishes) await page.waitForFunction(() => globalThis.finished, undefined, { timeout: 60_000 });
  await settled(page);
  const took = Date.now() - start;
  const after = await metrics(session);
  const result = await page.evaluate(() => ({ value: globalThis.result(), longest: globalThis.longest }));
  await context.close();
  const difference = Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));
  return { ...difference, ...result, took };
}

/** Until the number of marks has been the same for a while. */
async function settled(page) {
  let last = -1;
  let same = 0;
  while (same < 8) {
    const now = await page.evaluate(() => globalThis.result());
    same = now === last ? same + 1 : 0;
    last = now;
    await page.waitForTimeout(250);
  }
}

function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1];
}

const rows = [];
for (const [index, page] of pages.entries()) {
  const runs = { empty: [], floor: [], counterpoint: [] };
  for (let load = 0; load < LOADS; load++) {
    for (const subject of Object.keys(runs)) runs[subject].push(await measure(index, subject));
  }
  const of = (subject, key) => median(runs[subject].map((run) => run[key]));
  const floor = of('floor', 'script') - of('empty', 'script');
  const ours = of('counterpoint', 'script') - of('empty', 'script');
  rows.push({
    page: page.name,
    'floor ms': floor.toFixed(1),
    'ours ms': ours.toFixed(1),
    ratio: (ours / floor).toFixed(2),
    'style ms': `${of('empty', 'style').toFixed(0)} → ${of('counterpoint', 'style').toFixed(0)}`,
    'longest task': of('counterpoint', 'longest').toFixed(0),
    'heap MB': ((of('counterpoint', 'heap') - of('empty', 'heap')) / 1e6).toFixed(2),
    nodes: of('counterpoint', 'nodes') - of('empty', 'nodes'),
    marked: `${of('counterpoint', 'value')} of ${page.planted}`,
    'task ms': `${of('empty', 'task').toFixed(0)} / ${of('floor', 'task').toFixed(0)} / ${of('counterpoint', 'task').toFixed(0)}`,
  });
}
console.table(rows);
await browser.close();
server.close();
