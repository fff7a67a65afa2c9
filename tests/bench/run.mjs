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
import { CATEGORIES, readTrace } from './trace.mjs';

const LOADS = Number(process.env.LOADS ?? 3);
const wanted = process.argv.slice(2);
const pages = Object.entries(PAGES)
  .filter(([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map(([name, make]) => ({ name, ...make() }));

const bundle = await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: true,
    lib: { entry: join(ROOT, 'tests/bench/in-page.ts'), formats: ['iife'], name: 'bench' },
  },
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
const browser = await chromium.launch({
  executablePath: ensureBrowser('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
});

/** Bytes and nodes that the page holds after a collection. */
async function holdings(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes') };
}

/** One cold load: the page settles, then the subject begins from a timer and is traced until nothing changes any more. */
async function measure(index, subject) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${address}/${index}`);
  await page.evaluate(script);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const before = await holdings(session);
  await browser.startTracing(page, { categories: CATEGORIES });
  const start = Date.now();
  await page.evaluate(
    ([name, data]) =>
      setTimeout(() => {
        globalThis.result = globalThis[name](data);
        globalThis.begin?.();
      }),
    [subject, lexicon],
  );
  await page.waitForFunction(() => globalThis.result, undefined, { polling: 50 });
  if (pages[index].finishes)
    await page.waitForFunction(() => globalThis.finished, undefined, { timeout: 60_000, polling: 500 });
  await settled(page);
  const took = Date.now() - start;
  const trace = readTrace(await browser.stopTracing());
  const after = await holdings(session);
  const value = await page.evaluate(() => globalThis.result());
  await context.close();
  return { ...trace, heap: after.heap - before.heap, nodes: after.nodes - before.nodes, value, took };
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
  const added = (subject, key) => of(subject, key) - of('empty', key);
  const ms = (number) => Number(number.toFixed(1));
  rows.push({
    page: page.name,
    'floor ms': ms(added('floor', 'scriptMs')),
    'ours ms': ms(added('counterpoint', 'scriptMs')),
    ratio: Number((added('counterpoint', 'scriptMs') / added('floor', 'scriptMs')).toFixed(2)),
    'slice ms': ms(of('counterpoint', 'longestMs')),
    'task ms': ms(of('counterpoint', 'longestTaskMs')),
    'style ms': `${ms(of('empty', 'styleMs'))} → ${ms(of('counterpoint', 'styleMs'))}`,
    'paint ms': `${ms(of('empty', 'paintMs'))} → ${ms(of('counterpoint', 'paintMs'))}`,
    'heap MB': Number((added('counterpoint', 'heap') / 1e6).toFixed(2)),
    nodes: added('counterpoint', 'nodes'),
    marked: `${of('counterpoint', 'value')} of ${page.planted}`,
  });
}
console.table(rows);
await browser.close();
server.close();
