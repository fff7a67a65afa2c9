/** What the page's main thread did, read from a trace in processor time: a busy machine makes no figure worse. */

const SCRIPT = new Set([
  'FunctionCall',
  'TimerFire',
  'FireAnimationFrame',
  'RunMicrotasks',
  'EvaluateScript',
  'v8.callFunction',
]);
const STYLE = new Set(['UpdateLayoutTree', 'Layout']);
const PAINT = new Set(['PrePaint', 'Paint', 'Layerize', 'Commit']);

export const CATEGORIES = ['devtools.timeline', 'v8.execute', 'toplevel'];

/** Sums in milliseconds of the process that did most script; `longestMs` is the longest stretch of script in one piece. */
export function readTrace(buffer) {
  const events = JSON.parse(buffer.toString()).traceEvents.filter(
    (event) => event.ph === 'X' && event.tdur !== undefined,
  );
  const threads = Map.groupBy(events, (event) => `${event.pid}:${event.tid}`);
  let best = { scriptMs: 0, styleMs: 0, paintMs: 0, longestMs: 0, longestTaskMs: 0 };
  for (const list of threads.values()) {
    const script = outermost(list.filter((event) => SCRIPT.has(event.name)));
    const scriptMs = sum(script);
    if (scriptMs < best.scriptMs) continue;
    const tasks = list.filter((event) => event.name === 'RunTask' && script.some((one) => isWithin(one, event)));
    best = {
      scriptMs,
      styleMs: sum(outermost(list.filter((event) => STYLE.has(event.name)))),
      paintMs: sum(outermost(list.filter((event) => PAINT.has(event.name)))),
      longestMs: longest(script),
      longestTaskMs: longest(tasks),
    };
  }
  return best;
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

function isWithin(inner, outer) {
  return inner.ts >= outer.ts && inner.ts + inner.dur <= outer.ts + outer.dur;
}

function sum(events) {
  return events.reduce((total, event) => total + event.tdur / 1000, 0);
}

function longest(events) {
  return events.reduce((most, event) => Math.max(most, event.tdur / 1000), 0);
}
