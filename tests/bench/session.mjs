/** An hour of an endless feed in minutes: is what we hold and what a card costs the same at its end as at its beginning? */
import { rmSync } from 'node:fs';
import { buildExtension, openBrowser, servePages } from './browser.mjs';
import { holdings } from './load.mjs';
import { machineFacts } from './machine-facts.mjs';
import { ENDLESS } from './pages.mjs';
import { percent } from './results.mjs';
import { SUBJECTS } from './subjects.mjs';
import { table } from './tables.mjs';
import { CATEGORIES, FIRST_MARK, readTrace } from './trace.mjs';

/** What a reader sees in an hour at three cards a second, played at fifty. */
const CARDS = 10_800;
const SAMPLES = 10;
const TRACED_MS = 3_000;
const MOST_SPREAD = 0.05;

/** Plays it with the extension and, beside that, without; gives the samples as Markdown. */
export async function runSession() {
  const facts = machineFacts();
  const extension = buildExtension();
  const site = await servePages([ENDLESS.make()]);
  const url = `${site.address}/0`;
  const { count } = SUBJECTS.find((subject) => subject.extension);
  const plain = await openBrowser({ trial: url });
  const withUs = await openBrowser({ trial: url, extension, count });
  try {
    const [alone, ours] = await Promise.all([play(plain.context, url, '0'), play(withUs.context, url, count)]);
    return describe([...facts, `Chromium ${plain.version}`], alone, ours);
  } finally {
    await plain.close();
    await withUs.close();
    site.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

async function play(context, url, count) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url);
  const samples = [];
  for (let i = 1; i <= SAMPLES; i++) {
    const until = `window.played >= ${(CARDS * i) / SAMPLES}`;
    await page.waitForFunction(until, undefined, { polling: 250, timeout: 0 });
    const before = await page.evaluate('window.played');
    await context.browser().startTracing(page, { categories: CATEGORIES });
    await page.evaluate(`performance.mark('${FIRST_MARK}')`);
    await page.waitForTimeout(TRACED_MS);
    const { othersMs } = readTrace(await context.browser().stopTracing(), new URL(url).origin);
    const { cards, marks } = await page.evaluate(`({ cards: window.played - ${before}, marks: ${count} })`);
    samples.push({ ...(await holdings(session)), perCardMs: othersMs / cards, marks });
  }
  await page.close();
  return samples;
}

function describe(facts, alone, ours) {
  const later = ours.slice(1);
  const spreadOf = (key, list) => {
    const values = list.map((sample) => sample[key]);
    return (Math.max(...values) - Math.min(...values)) / Math.min(...values);
  };
  const spread = spreadOf('heap', later);
  const half = later.length >> 1;
  const mean = (list) => list.reduce((sum, { perCardMs }) => sum + perCardMs, 0) / list.length;
  const drift = mean(later.slice(-half)) / mean(later.slice(0, half)) - 1;
  const mb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  const rows = ours.map((sample, i) => [
    `${(i + 1) * (100 / SAMPLES)} %`,
    mb(alone[i].heap),
    mb(sample.heap),
    alone[i].nodes,
    sample.nodes,
    sample.marks,
    `${sample.perCardMs.toFixed(3)} ms`,
  ]);
  return [
    facts.map((fact) => `- ${fact}`).join('\n'),
    `${CARDS.toLocaleString('en')} cards, 50 a second, the oldest taken away beyond 500. Memory is the JavaScript heap after a collection; the cost of a card is processor time of script that is not the page's own.`,
    table([['played', 'alone', 'with us', 'nodes alone', 'nodes with us', 'marks', 'cost of a card'], ...rows]),
    `Memory after the first tenth: within ${percent(spread)} (must ${percent(MOST_SPREAD)}${spread > MOST_SPREAD ? ', missed' : ''}; the page alone ${percent(spreadOf('heap', alone.slice(1)))}). Cost of a card, second half against first: ${percent(drift)}.`,
  ].join('\n\n');
}
