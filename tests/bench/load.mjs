/** One cold load of a page, traced from before the navigation until nothing happens any more. */
import { errors } from '@playwright/test';
import { CATEGORIES, readTrace } from './trace.mjs';

/** Names are to be marked within this time of the load event, or of the last change. */
const IN_TIME_MS = 3_000;
/** Later than this the question was answered late, because the page was busy. */
const LATE_MS = 3_500;
/** Quiet: so little work in so long a time. */
const QUIET_MS = 20;
const QUIET_FOR_MS = 500;
const LONGEST_MS = 90_000;

/**
 * What `readTrace` gives, and `heap` (bytes) and `nodes` held after a collection, and `marked` in time, `late` if the
 * page was too busy to answer by then. Nothing if the page does not come to rest within 90 s.
 */
export async function measureLoad({ context, url, subject, page: { finishes } }) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (subject.script) {
    const source = subject.script;
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: 'subject' });
    await session.send('Page.enable');
  }
  const browser = context.browser();
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.goto(url, { timeout: LONGEST_MS });
  const finished = !finishes || (await hasFinished(page));
  // Of everybody: the question itself is script in the page, and goes off with that of the page alone.
  const marked = finished ? await countInTime(page, subject.count ?? '0') : { marked: 0, late: false };
  const rested = finished && (await comesToRest(session));
  const buffer = await browser.stopTracing();
  const held = rested && (await holdings(session));
  await page.close();
  return held ? { ...readTrace(buffer, new URL(url).origin), ...held, ...marked } : undefined;
}

/** False if the page still changes after 90 s. */
async function hasFinished(page) {
  try {
    await page.waitForFunction('window.finishedAt', undefined, { polling: 500, timeout: LONGEST_MS });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

async function countInTime(page, count) {
  const since = 'performance.now() - (window.finishedAt ?? performance.timing.loadEventEnd - performance.timeOrigin)';
  const passed = await page.evaluate(since);
  await page.waitForTimeout(Math.max(0, IN_TIME_MS - passed));
  const { marked, at } = await page.evaluate(`({ marked: ${count}, at: ${since} })`);
  return { marked, late: at > LATE_MS };
}

/** False if it is still at work after 90 s. */
async function comesToRest(session) {
  const end = Date.now() + LONGEST_MS;
  for (let last = -1; Date.now() < end; ) {
    const { TaskDuration } = await metrics(session);
    if (last >= 0 && (TaskDuration - last) * 1000 < QUIET_MS) return true;
    last = TaskDuration;
    await new Promise((resolve) => setTimeout(resolve, QUIET_FOR_MS));
  }
  return false;
}

/** Bytes and nodes that the page holds after a collection. */
export async function holdings(session) {
  // What the first one lets go of may hold more.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, Nodes } = await metrics(session);
  return { heap: JSHeapUsedSize, nodes: Nodes };
}

async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}
