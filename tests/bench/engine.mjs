/**
 * String engines at 60 to 1,000,000 names on the same million units of text: `npm run -s bench -- --engine`. Each engine
 * and size has a fresh process, whose first call is "cold"; "hot" is the best of 12 there. The scripts are bundled first,
 * as those of the extension are.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { ROOT } from '../machine.mjs';
import { makeNames, makeText } from './engine-data.mjs';
import { machineFacts } from './machine-facts.mjs';

const SIZES = [60, 1_000, 10_000, 100_000, 1_000_000];
const LIMIT_MS = 60_000;
/** As `engine-process.mjs` has it. */
const RUNS = 12;
/** The lexicon of the extension's own pack numbers its names with 15 bits. */
const MOST_CURATED = 10_000;
const ENGINES = {
  floor: 'sum of characters (floor)',
  curated: 'Counterpoint, lexicon of the pack',
  large: 'Counterpoint, large lexicon: filter',
  native: 'RegExp, alternation, Unicode edges',
  tokens: 'Map of first tokens',
  flashtext: `flashtext.js ${versionOf('flashtext.js')}`,
  ahocorasick: `modern-ahocorasick ${versionOf('modern-ahocorasick')}, edges checked`,
};

const HEAD = `A million UTF-16 units of generated prose in English, German, Spanish, Russian and Chinese, a name about every 400 words;
generated names of places, firms, persons and bodies in four scripts; the shorter list is the beginning of the longer. All
engines look for whole words, leftmost-longest. The others compare letters as they are; ours folds case, accents, width and
hyphens, too, so it may find more. Each engine and size has a fresh process: the first call is "cold", the best of ${RUNS} that
follow is "hot" (MB: million units). "Build" is from a list of names to an engine that can search. "Memory" is what it then
holds. For the large lexicon both are split: the build is done once in the background, the memory is what a page holds. What
takes over ${LIMIT_MS / 1000} s in all is left out.`;

/** Measures, and gives the table with what it says as Markdown. Takes some five minutes. */
export async function runEngines() {
  const facts = machineFacts();
  const folder = mkdtempSync(join(tmpdir(), 'engines-'));
  try {
    const names = makeNames(Math.max(...SIZES));
    writeFileSync(join(folder, 'names'), names.join('\n'));
    writeFileSync(join(folder, 'text'), makeText(names), 'utf16le');
    const script = await bundle(folder);
    const rows = [];
    for (const size of SIZES) rows.push(...(await measureSize({ script, size, folder })));
    return `${HEAD}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}\n\n${markdown(rows)}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}

async function bundle(folder) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'tests/bench/engine-process.mjs'),
      outDir: join(folder, 'script'),
      minify: true,
      rollupOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  });
  return join(folder, 'script', 'engine.mjs');
}

async function measureSize({ script, size, folder }) {
  const run = (subject) => inProcess([script, subject, String(size), folder]);
  const compiled = await run('compile');
  const rows = [];
  for (const subject of Object.keys(ENGINES)) {
    if (subject === 'curated' && size > MOST_CURATED) continue;
    console.error(`${size} names: ${ENGINES[subject]}`);
    rows.push({ size, subject, compiled, ...(await run(subject)) });
  }
  const floor = rows.find((row) => row.subject === 'floor');
  const ours = rows.find((row) => row.subject === 'large');
  for (const row of rows) Object.assign(row, { floor, ours: ours.count, same: row.digest === ours.digest });
  return rows;
}

/** What the process prints, or `{ skipped }` in words. */
async function inProcess(args) {
  try {
    const options = { timeout: LIMIT_MS, maxBuffer: 1 << 20 };
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', ...args], options);
    return JSON.parse(stdout);
  } catch (error) {
    if (error.killed) return { skipped: `over ${LIMIT_MS / 1000} s` };
    return { skipped: /heap out of memory/.test(error.stderr) ? 'out of memory' : 'fails' };
  }
}

function markdown(rows) {
  const table = [
    '| names | engine | cold ms | hot MB/s | times the floor | build ms | memory MB | hits |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...rows.map(line),
  ];
  return `${table.join('\n')}\n\n${remarks(rows).join('\n')}\n`;
}

function line(row) {
  const { size, subject, skipped } = row;
  const start = `| ${size.toLocaleString('en')} | ${ENGINES[subject]} |`;
  if (skipped) return `${start} ${skipped} | | | | | |`;
  const buildMs = subject === 'large' ? row.compiled.buildMs : row.buildMs;
  const cells = [
    row.coldMs.toFixed(1),
    (row.units / 1000 / row.hotMs).toFixed(0),
    (row.hotMs / row.floor.hotMs).toFixed(1),
    subject === 'floor' ? '' : buildMs.toFixed(0),
    subject === 'floor' ? '' : (Math.max(0, row.bytes) / 1e6).toFixed(1),
    subject === 'floor'
      ? ''
      : `${row.count}${row.same ? ', the same' : `, ${Math.abs(row.count - row.ours)} ${row.count < row.ours ? 'fewer' : 'more'}`}`,
  ];
  return `${start} ${cells.join(' | ')} |`;
}

function remarks(rows) {
  const ours = rows.filter((row) => row.subject === 'large' && !row.skipped);
  const least = ours[0];
  return ours.map((row) => {
    const { compiled, buildMs, asked, wrong, confirmMs } = row;
    const times = (row.hotMs / least.hotMs).toFixed(2);
    const inTab = `filter ${(compiled.filterBytes / 1e6).toFixed(2)} MB in the page, read from its file and opened in ${buildMs.toFixed(1)} ms`;
    const elsewhere = `exact names ${(compiled.exactBytes / 1e6).toFixed(1)} MB in the background`;
    const batch = `${asked} candidates, ${wrong} of them none, answered in one batch in ${confirmMs.toFixed(1)} ms`;
    return `- ${row.size.toLocaleString('en')} names: ${inTab}; ${elsewhere}; ${batch}; hot time ${times} times that of ${least.size} names.`;
  });
}
