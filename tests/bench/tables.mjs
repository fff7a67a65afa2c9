/** Results as Markdown. What a terminal shows and what the documentation holds are the same text. */
import { verdicts } from './bars.mjs';
import { megabytes, ms, percent, times } from './results.mjs';
import { SUBJECTS } from './subjects.mjs';

const OURS = 'counterpoint';
const SCRIPT_TITLE = '### Script, as multiples of a walk that reads every character once';
/** How to read it, in the reader's words. */
const READING = `Pages are generated and always the same; one word in 60 to 400 is a name. Each load is cold and traced from before
the navigation until the page rests. Figures are processor time of the page's main thread, all worlds together, less that
of the page alone. Counterpoint is the built extension in a browser; the others begin when an extension's script would, in
a world of their own, and hear of what is added later. The highlighters get the sixty names that stand in the pages.

- *slice*: the longest piece of code that is not the page's; *task*: the longest task of the browser that holds such code,
  with whatever style, layout and paint the browser does in it
- *style, layout* and *paint*: milliseconds added, and their share of the page's own
- *memory*: JavaScript heap after a collection; *nodes*: DOM nodes that stay
- *marked*: within three seconds of the load event or the page's last change; *late*: the page was too busy to be asked then
- a dash: not asked, or it would take minutes`;
const EDITING = `The script rows are the page's own script only. Whoever hears of changes, with marks or without, makes the
browser write down each of them: that is the middle column. The last row is everything the browser does for a frame.`;

/** Rows of equal length, the first being the head; columns are padded so that it reads in a terminal too. */
export function table(rows) {
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '–')));
  const widths = texts[0].map((_, i) => Math.max(...texts.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [
    line(texts[0]),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...texts.slice(1).map(line),
  ].join('\n');
}

/** Script of every subject as multiples of the floor. */
export function scriptTable(summaries, subjects) {
  const names = subjects.filter((name) => name !== 'floor');
  const pages = [...new Set(summaries.map((row) => row.page))];
  const rows = pages.map((page) => {
    const of = (name) => summaries.find((row) => row.page === page && row.subject === name);
    const floor = of('floor');
    return [page, floor && ms(floor.scriptMs), ...names.map((name) => of(name)?.ratio && times(of(name).ratio))];
  });
  return table([['page', 'floor', ...names], ...rows]);
}

/** Everything else about one subject, one page a line. */
export function fullTable(summaries, subject) {
  const rows = summaries
    .filter((row) => row.subject === subject)
    .map((row) => [
      row.page,
      ms(row.scriptMs),
      ms(row.sliceMs),
      ms(row.taskMs),
      `${ms(row.styleMs)} (${percent(row.styleShare)})`,
      `${ms(row.paintMs)} (${percent(row.paintShare)})`,
      row.shift.toFixed(4),
      row.nodes,
      megabytes(row.heap),
      row.marked === undefined ? undefined : `${row.marked} of ${row.planted}${row.late ? ', late' : ''}`,
    ]);
  const head = ['page', 'script', 'slice', 'task', 'style, layout', 'paint', 'shift', 'nodes', 'memory', 'marked'];
  return table([head, ...rows]);
}

/** Each bar with what was measured, and where a published highlighter needs less script than we. */
function verdictTable(summaries, edits) {
  const ours = summaries.filter((row) => row.subject === OURS);
  const rows = verdicts(ours, edits).map(({ what, must, aim, here, verdict }) => [what, must, aim, here, verdict]);
  const peers = SUBJECTS.filter(({ isPeer }) => isPeer).map(({ name }) => name);
  const faster = summaries.flatMap(({ page, subject, scriptMs }) => {
    const mine = ours.find((row) => row.page === page);
    if (!peers.includes(subject) || !mine || scriptMs >= mine.scriptMs) return [];
    return [`- ${page}: ${subject} needs ${ms(scriptMs)} of script, Counterpoint ${ms(mine.scriptMs)}`];
  });
  return [
    table([['', 'must', 'aim', 'here', 'reached'], ...rows]),
    ...(faster.length > 0 ? [faster.join('\n')] : []),
  ].join('\n\n');
}

function editsTable({ changes, removals, frame }) {
  const row = (what, { alone, watched, marked }) => [what, ms(alone), times(watched / alone), times(marked / alone)];
  return table([
    ['', 'page alone', 'with a bare observer', 'with 10,000 marks'],
    row('2,000 texts changed, script', changes),
    row('2,000 elements removed, script', removals),
    row('a frame in which one text changes, all work', frame),
  ]);
}

/** The whole run as one text. */
export function describe({ facts, loads, minutes, summaries, edits }) {
  const names = [...new Set(summaries.map((row) => row.subject))];
  const others = names.filter((name) => name !== OURS);
  const parts = [
    facts.map((fact) => `- ${fact}`).join('\n'),
    `${loads} loads of each page in turn (highlighters of others: one), medians; the run took ${Math.round(minutes)} minutes.`,
    READING,
    ...(names.length > 0 ? [SCRIPT_TITLE, scriptTable(summaries, names)] : []),
    ...(names.includes(OURS)
      ? ['### Counterpoint', fullTable(summaries, OURS), '### What is asked of it', verdictTable(summaries, edits)]
      : []),
    ...(edits ? ["### The page's own edits", editsTable(edits), EDITING] : []),
    ...others.flatMap((name) => [`### ${name}`, fullTable(summaries, name)]),
  ];
  return parts.join('\n\n');
}
