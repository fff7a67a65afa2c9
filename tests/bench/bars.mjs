/** What is asked of Counterpoint, beside what was measured. `must` is the bar, `aim` what it reaches for. */
import { megabytes, ms, percent, times } from './results.mjs';

const plain = (value) => String(Number(value.toFixed(4)));

/**
 * One entry for each bar that the run could measure: `what`, `must`, `aim` and `here` as texts, `verdict` (aim, must or
 * missed). `ours` are our summaries, `edits` from `measureEdits` or missing.
 */
export function verdicts(ours, edits) {
  const on = (page) => ours.find((row) => row.page === page);
  const worst = (key) => ours.toSorted((a, b) => b[key] - a[key])[0];
  const anywhere = (what, key, must, aim, write) => {
    const row = worst(key);
    return row && { what: `${what} (most: ${row.page})`, must, aim, write, value: row[key] };
  };
  const script = (page, must, aim) => ({ what: `script, ${page}`, must, aim, write: times, value: on(page)?.ratio });
  const memory = (page, must, aim) => ({ what: `memory, ${page}`, must, aim, write: megabytes, value: on(page)?.heap });
  const style = worst('styleShare');
  const feed = on('feed');
  const bars = [
    script('encyclopedia 1 MB', 1.2, 0.6),
    script('specification 10 MB', 0.3, 0.2),
    script('feed', 1.2, 1.0),
    script('application', 1.0, 0.3),
    anywhere('longest slice', 'sliceMs', 16, 8, ms),
    anywhere('longest task that holds our code', 'taskMs', 50, 50, ms),
    style && { ...anywhere('style and layout added', 'styleShare', 0.15, 0.1, percent), noise: style.styleNoise },
    feed && {
      what: 'paint added, feed',
      must: 0.15,
      aim: 0.1,
      write: percent,
      value: feed.paintShare,
      noise: feed.paintNoise,
    },
    anywhere('layout shift', 'shift', 0, 0, plain),
    anywhere('nodes added', 'nodes', 0, 0, plain),
    memory('encyclopedia 1 MB', 2e6, 1e6),
    memory('specification 10 MB', 6e6, 4e6),
    edits && {
      what: '2,000 texts changed',
      must: 1.1,
      aim: 1.1,
      write: times,
      value: edits.changes.marked / edits.changes.alone,
    },
    edits && {
      what: '2,000 elements removed',
      must: 1.1,
      aim: 1.1,
      write: times,
      value: edits.removals.marked / edits.removals.alone,
    },
  ];
  return [...bars.filter((bar) => bar?.value !== undefined).map(judge), ...marked(ours)];
}

function judge({ what, must, aim, write, value, noise }) {
  const doubt = noise === undefined ? '' : ` (the page alone differs by ${Math.round(noise * 100)} %)`;
  const verdict = value <= aim ? 'aim' : value <= must ? 'must' : 'missed';
  return { what, must: write(must), aim: write(aim), here: write(value) + doubt, verdict };
}

/** The page with the least share of planted names marked in time, if names were planted. */
function marked(ours) {
  const share = ({ marked: found, planted }) => found / planted;
  const row = ours.filter(({ planted }) => planted > 0).toSorted((a, b) => share(a) - share(b))[0];
  if (!row) return [];
  const here = `${(share(row) * 100).toFixed(1)} %`;
  return [
    {
      what: `marked in time (least: ${row.page})`,
      must: '95 %',
      aim: '95 %',
      here,
      verdict: share(row) >= 0.95 ? 'aim' : 'missed',
    },
  ];
}
