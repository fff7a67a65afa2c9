/** What deciding costs beside finding: the same text, the same run, processor time. Part of `bench -- --engine`. */
import { readNames } from '../../src/cli/lexicon.ts';
import { decide } from '../../src/core/match/context.ts';
import { introducedBy, scan } from '../../src/core/match/find-mentions.ts';
import { BLOCK_SEPARATOR } from '../../src/core/match/types.ts';
import { ROOT } from '../machine.mjs';
import { PAGES } from './pages.mjs';

const ROUNDS = 15;
const CALLS = 10;
const WARM = 20;

/** Prints and gives a line of Markdown: milliseconds for finding, for finding and deciding, and their ratio. */
export async function runGate() {
  const names = await readNames(undefined, ROOT);
  const { lexicon } = names;
  const { html, planted } = PAGES.find(({ name }) => name === 'encyclopedia 1 MB').make();
  const blocks = html
    .split(/<\/(?:p|li|td|th|h2)>/)
    .map((block) => block.replace(/<[^>]+>/g, ''))
    .filter((block) => block.trim());
  const text = blocks.join(BLOCK_SEPARATOR);
  let at = 0;
  const ranges = blocks.map(({ length }) => {
    const from = at;
    at += length + 1;
    return { from, to: from + length };
  });
  /** Passages by the number of their block: those that name somebody, as a page has them before it decides. */
  function found() {
    const passages = new Map();
    let block = 0;
    for (const hit of scan(text, lexicon).hits) {
      while (ranges[block].to <= hit.start) block++;
      const known = passages.get(block);
      if (known) known.hits.push(hit);
      else passages.set(block, passageOf(block, [hit]));
    }
    return passages;
  }
  const passageOf = (block, hits) => ({ text, start: ranges[block].from, end: ranges[block].to, hits });
  function decided() {
    const passages = found();
    const page = { lang: 'en', path: '', introduced: introducedBy([...passages.values()], lexicon) };
    // A passage that is the neighbour of two is the same for both, as in a page.
    const beside = (block) => {
      if (!ranges[block]) return undefined;
      const known = passages.get(block) ?? passageOf(block, []);
      passages.set(block, known);
      return known;
    };
    for (const [block, passage] of [...passages]) {
      const surroundings = {
        page,
        get before() {
          return beside(block - 1);
        },
        get after() {
          return beside(block + 1);
        },
      };
      decide(passage, surroundings, lexicon);
    }
  }
  for (let i = 0; i < WARM; i++) {
    found();
    decided();
  }
  const ratios = [];
  const alone = [];
  const both = [];
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(processorMs(found));
    both.push(processorMs(decided));
    ratios.push(both.at(-1) / alone.at(-1));
  }
  const line = `Finding ${planted} names in ${text.length.toLocaleString('en')} characters took ${median(alone).toFixed(1)} ms of processor time, finding and deciding ${median(both).toFixed(1)} ms: **${median(ratios).toFixed(2)} times** (at most 1.15 wanted), medians of ${ROUNDS} alternating rounds.`;
  console.log(line);
  return `### Deciding beside finding\n\n${line}\n`;
}

function processorMs(work) {
  const before = process.cpuUsage();
  for (let i = 0; i < CALLS; i++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / CALLS;
}

function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1];
}
