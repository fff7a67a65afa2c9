/** What the page's main thread did, read from a trace in processor time: a busy machine makes no figure worse. */

const SCRIPT = new Set([
  'FunctionCall',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'RunMicrotasks',
  'EvaluateScript',
]);
const CODE = new Set(['FunctionCall', 'RunMicrotasks', 'EvaluateScript']);
const STYLE = new Set(['UpdateLayoutTree', 'Layout']);
const PAINT = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit']);
/** A mark that each page of the benchmark leaves first: it tells which thread is the page's. */
export const FIRST_MARK = 'bench';

export const CATEGORIES = [
  'devtools.timeline',
  'v8.execute',
  'loading',
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
];

/** All that the trace holds of the page's main thread. */
function pageThread(buffer) {
  const { traceEvents } = JSON.parse(buffer.toString());
  const begin = traceEvents.find((event) => event.name === FIRST_MARK && event.cat.includes('user_timing'));
  if (!begin) throw new Error('the trace does not hold the page');
  return traceEvents.filter((event) => event.pid === begin.pid && event.tid === begin.tid);
}

/** Milliseconds of processor time from each of the page's own marks of time to the next. */
export function timesBetween(buffer, marks) {
  const thread = pageThread(buffer);
  const at = marks.map(
    (mark) => thread.find(({ name, cat }) => name === mark && cat.includes('user_timing')).tts / 1000,
  );
  return at.slice(1).map((time, i) => time - at[i]);
}

/**
 * Milliseconds of processor time of the page's main thread, all worlds together; `allMs` is all it did. `sliceMs` is the longest stretch of
 * code in one piece that is not the page's own, `taskMs` the longest task that holds such code, `othersMs` all of it.
 * The pages use no promises: every microtask is somebody else's. `address` is where the page's own scripts come from.
 */
export function readTrace(buffer, address) {
  const thread = pageThread(buffer);
  const events = thread.filter((event) => event.ph === 'X' && event.tdur !== undefined);
  const others = outermost(events.filter(({ name, args }) => CODE.has(name) && !args?.data?.url?.startsWith(address)));
  const tasks = events.filter((event) => event.name === 'RunTask');
  const pick = (names) => outermost(events.filter((event) => names.has(event.name)));
  return {
    allMs: sum(outermost(tasks)),
    scriptMs: sum(pick(SCRIPT)),
    styleMs: sum(pick(STYLE)),
    paintMs: sum(pick(PAINT)),
    othersMs: sum(others),
    sliceMs: longest(others),
    taskMs: longest(holders(tasks, others)),
    shift: thread
      .filter((event) => event.name === 'LayoutShift' && event.args?.data)
      .reduce((total, event) => total + event.args.data.score, 0),
  };
}

/** Those not inside another of the list. */
function outermost(events) {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter((event) => {
      if (event.ts + event.dur <= end) return false;
      end = event.ts + event.dur;
      return true;
    });
}

/** The outermost of `outer` that hold one of `inner`. */
function holders(outer, inner) {
  const sorted = inner.toSorted((a, b) => a.ts - b.ts);
  return outermost(outer).filter(({ ts, dur }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle].ts < ts) low = middle + 1;
      else high = middle;
    }
    return low < sorted.length && sorted[low].ts < ts + dur;
  });
}

function sum(events) {
  return events.reduce((total, event) => total + event.tdur / 1000, 0);
}

function longest(events) {
  return events.reduce((most, event) => Math.max(most, event.tdur / 1000), 0);
}
