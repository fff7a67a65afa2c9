/** From single loads to what is said about a page. */
/** The middle one; of an even number the upper of the two. */
export function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1];
}

/**
 * What a subject adds to the page alone: medians of its loads less the medians of `empty`. `ratio` is script against the
 * floor's, and is missing where the floor was not measured. Shares are of the page's own; `styleNoise` and `paintNoise` say
 * by what share the page alone differs from load to load.
 */
export function summarise({ page, subject, runs, empty, floor }) {
  const of = (list, key) => median(list.map((run) => run[key]));
  const added = (key) => of(runs, key) - of(empty, key);
  const noise = (key) => {
    const values = empty.map((run) => run[key]);
    return (Math.max(...values) - Math.min(...values)) / of(empty, key);
  };
  const scriptMs = added('scriptMs');
  const floorMs = floor && of(floor, 'scriptMs') - of(empty, 'scriptMs');
  return {
    page: page.name,
    subject: subject.name,
    scriptMs,
    ratio: floorMs && scriptMs / floorMs,
    sliceMs: of(runs, 'sliceMs'),
    taskMs: of(runs, 'taskMs'),
    styleMs: added('styleMs'),
    styleShare: added('styleMs') / of(empty, 'styleMs'),
    styleNoise: noise('styleMs'),
    paintMs: added('paintMs'),
    paintShare: added('paintMs') / of(empty, 'paintMs'),
    paintNoise: noise('paintMs'),
    shift: added('shift'),
    heap: added('heap'),
    nodes: added('nodes'),
    marked: subject.count ? of(runs, 'marked') : undefined,
    late: runs.some((run) => run.late),
    planted: page.planted,
  };
}

export const ms = (value) => `${value.toFixed(1)} ms`;
export const times = (value) => `${value.toFixed(2)}×`;
export const percent = (value) => `${value < 0 ? '' : '+'}${Math.round(value * 100)} %`;
export const megabytes = (value) => `${(value / 1e6).toFixed(2)} MB`;
