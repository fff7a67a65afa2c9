/** What deciding costs beside finding: the same text, the same run. Part of `bench -- --engine`. */
import { readNames } from '../../src/cli/lexicon.ts';
import { decide } from '../../src/core/match/context.ts';
import { introducedBy, scan } from '../../src/core/match/find-mentions.ts';
import { BLOCK_SEPARATOR } from '../../src/core/match/types.ts';
import { ROOT } from '../machine.mjs';
import { PAGES } from './pages.mjs';

const ROUNDS = 301;
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
  const passageOf = (block, hits) => ({ text, start: ranges[block].from, end: ranges[block].to, hits });
  /** The passages that name somebody, as a page has them before it decides, and the numbers of their blocks. */
  function found() {
    const passages = [];
    const numbers = [];
    let block = 0;
    for (const hit of scan(text, lexicon).hits) {
      while (ranges[block].to <= hit.start) block++;
      if (numbers.at(-1) === block) passages.at(-1).hits.push(hit);
      else {
        passages.push(passageOf(block, [hit]));
        numbers.push(block);
      }
    }
    return { passages, numbers };
  }
  function decided() {
    const { passages, numbers } = found();
    const page = { lang: 'en', path: '', introduced: introducedBy(passages, lexicon) };
    // A passage that is the neighbour of two is the same for both, as in a page.
    const others = new Map();
    const beside = (block) => {
      if (!ranges[block]) return undefined;
      const known = passages[numbers.indexOf(block)] ?? others.get(block) ?? passageOf(block, []);
      others.set(block, known);
      return known;
    };
    passages.forEach((passage, i) => {
      const surroundings = {
        page,
        get before() {
          return beside(numbers[i] - 1);
        },
        get after() {
          return beside(numbers[i] + 1);
        },
      };
      decide(passage, surroundings, lexicon);
    });
  }
  for (let i = 0; i < WARM; i++) {
    found();
    decided();
  }
  const alone = [];
  const both = [];
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(millisecondsOf(found));
    both.push(millisecondsOf(decided));
  }
  const line = `Finding ${planted} names in ${text.length.toLocaleString('en')} characters took ${median(alone).toFixed(2)} ms, finding and deciding ${median(both).toFixed(2)} ms: **${(median(both) / median(alone)).toFixed(2)} times** (at most 1.15 wanted), medians of ${ROUNDS} alternating rounds.`;
  console.log(line);
  return `### Deciding beside finding\n\n${line}\n`;
}

/** Of the clock: what a process is told of its processor's time comes in steps of four milliseconds. */
function millisecondsOf(work) {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1];
}
