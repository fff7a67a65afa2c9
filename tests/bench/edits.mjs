/** What the page's own edits take while 10,000 marks stand in it. */
import { median } from './results.mjs';
import { CATEGORIES, FIRST_MARK, readTrace, timesBetween } from './trace.mjs';

const LOADS = 5;
const MARKS = 10_000;
const LONGEST_MS = 30_000;
const FRAMES = 30;
/** Any script that hears of changes makes the browser write them down, marks or none. */
const WATCHING =
  'new MutationObserver(() => {}).observe(document, { childList: true, characterData: true, subtree: true })';

/**
 * Milliseconds of processor time: of the page's own script for 2,000 changes of marked texts and for 2,000 removals, and of
 * all work for a frame in which one text changes. For the page alone, with a bare observer, and with the extension; medians
 * of five loads in turn.
 */
export async function measureEdits({ url, plain, withUs, count }) {
  const subjects = {
    alone: { context: plain },
    watched: { context: plain, prepare: WATCHING },
    marked: { context: withUs, ready: `${count} >= ${MARKS}` },
  };
  const runs = { alone: [], watched: [], marked: [] };
  for (let load = 0; load < LOADS; load++) {
    for (const [name, subject] of Object.entries(subjects)) runs[name].push(await editOnce(subject, url));
  }
  const medians = (key) =>
    Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, median(list.map((run) => run[key]))]));
  return { changes: medians('changes'), removals: medians('removals'), frame: medians('frame') };
}

async function editOnce({ context, prepare, ready }, url) {
  const page = await context.newPage();
  await page.goto(url);
  if (prepare) await page.evaluate(prepare);
  if (ready) await page.waitForFunction(ready, undefined, { polling: 250, timeout: LONGEST_MS });
  const trace = async (script) => {
    await context.browser().startTracing(page, { categories: CATEGORIES });
    await page.evaluate(`performance.mark('${FIRST_MARK}'), ${script}`);
    return context.browser().stopTracing();
  };
  const { allMs } = readTrace(await trace(`tick(${FRAMES})`), new URL(url).origin);
  const [changes, removals] = timesBetween(await trace('edit()'), ['begun', 'changed', 'removed']);
  await page.close();
  return { changes, removals, frame: allMs / FRAMES };
}
