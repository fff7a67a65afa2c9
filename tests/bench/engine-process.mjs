/**
 * One engine at one size in a process of its own: `engine-process SUBJECT SIZE FOLDER` with the names and the text in the
 * folder. Prints one line of JSON. `compile` as subject writes the files of the large lexicon instead.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileLarge } from '../../src/core/match/large-writer.ts';
import { SUBJECTS } from './engine-subjects.mjs';

const RUNS = 12;
/** Slow engines are run less often. */
const LONGEST_MS = 12_000;

const [subject, size, folder] = process.argv.slice(2);
const needsNames = subject !== 'large' && subject !== 'floor';
const names = needsNames ? readFileSync(join(folder, 'names'), 'utf8').split('\n').slice(0, Number(size)) : [];

/** Bytes of objects and buffers. What a buffer held is given back only between two tasks. */
async function held() {
  for (let round = 0; round < 3; round++) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function timed(work) {
  const begin = performance.now();
  const value = work();
  return { value, ms: performance.now() - begin };
}

function digest(parts) {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

function compile() {
  const { value, ms } = timed(() => compileLarge(names));
  writeFileSync(join(folder, 'filter'), value.filter);
  writeFileSync(join(folder, 'exact'), value.exact);
  return { buildMs: ms, filterBytes: value.filter.length, exactBytes: value.exact.length };
}

async function measure() {
  const text = readFileSync(join(folder, 'text'), 'utf16le');
  const before = await held();
  const { value: engine, ms: buildMs } = timed(() => SUBJECTS[subject](names, folder));
  const { value: first, ms: coldMs } = timed(() => engine.find(text));
  let hits = first;
  let hotMs = Number.POSITIVE_INFINITY;
  const end = performance.now() + LONGEST_MS;
  for (let run = 0; run < RUNS && (run === 0 || performance.now() < end); run++)
    hotMs = Math.min(hotMs, timed(() => engine.find(text)).ms);
  const extra = engine.confirmed?.(text);
  if (extra) hits = extra.hits;
  const strings = hits.map((hit) => (typeof hit === 'string' ? hit : text.slice(hit[0], hit[1])));
  const result = { units: text.length, buildMs, coldMs, hotMs, count: hits.length, digest: digest(strings) };
  if (extra) Object.assign(result, { asked: extra.asked, wrong: extra.wrong, confirmMs: extra.confirmMs });
  return { result, before, engine };
}

if (subject === 'compile') {
  console.log(JSON.stringify(compile()));
} else {
  const { result, before, engine } = await measure();
  // Measured when the hits are gone but the engine is still there to be asked.
  console.log(JSON.stringify({ ...result, bytes: (await held()) - before, engine: typeof engine.find }));
}
