/**
 * The string engines that are compared. Each is `prepare(names, folder)` giving a function from a text to its hits, as
 * [start, end] leftmost-longest, or as the names in their order where an engine tells no places. All but ours compare
 * letters as they are; ours folds case, accents and width besides.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import FlashText from 'flashtext.js';
import AhoCorasick from 'modern-ahocorasick';
import { readLexicon } from '../../src/core/match/codec.ts';
import { compileLexicon } from '../../src/core/match/compile.ts';
import { scan } from '../../src/core/match/find-mentions.ts';
import { confirm, openExact } from '../../src/core/match/large-exact.ts';
import { candidates, openFilter, settle } from '../../src/core/match/large-filter.ts';

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const HAN = /\p{Script=Han}/u;
const IN_WORD = 1;
const ANYWHERE = 2;

export const SUBJECTS = { floor, curated, large, native, tokens, ahocorasick, flashtext };

/** The compiled files of the large lexicon lie in `folder`. What enters a page is measured; `confirmed` asks the exact names. */
function large(_names, folder) {
  const filter = opened(openFilter(readFileSync(join(folder, 'filter'))));
  const find = (text) => candidates(text, filter);
  const confirmed = (text) => {
    const exact = opened(openExact(readFileSync(join(folder, 'exact'))));
    const found = find(text);
    const asked = found.map(({ start, end }) => text.slice(start, end));
    const begin = performance.now();
    const answers = confirm(asked, exact);
    const confirmMs = performance.now() - begin;
    const hits = settle(found, answers).map(({ start, end }) => [start, end]);
    return { hits, asked: asked.length, wrong: answers.filter((name) => name < 0).length, confirmMs };
  };
  return { find, confirmed };
}

function opened(file) {
  if (!file.ok) throw new Error(file.problem);
  return file.value;
}

function floor() {
  return {
    find: (text) => {
      let sum = 0;
      for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
      return [sum].slice(1);
    },
  };
}

function curated(names) {
  const alias = { lang: 'mul', case: 'exact', mark: 'yes', inflect: 'none' };
  const entities = names.map((text, i) => ({ id: `e${i}`, kind: 'vendor', aliases: [{ text, ...alias }] }));
  const lexicon = opened(readLexicon(compileLexicon({ entities })));
  return { find: (text) => scan(text, lexicon).hits.map(({ start, end }) => [start, end]) };
}

function native(names) {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const source = (list) => list.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  const spaced = source(longestFirst.filter((name) => !HAN.test(name)));
  const han = source(longestFirst.filter((name) => HAN.test(name)));
  const edge = '[\\p{L}\\p{N}\\p{M}_]';
  const pattern = new RegExp(`(?<!${edge})(?:${spaced})(?!${edge})${han && `|${han}`}`, 'gu');
  return { find: (text) => Array.from(text.matchAll(pattern), ({ index, 0: name }) => [index, index + name.length]) };
}

/** A table of names by their first token, longest first. */
function tokens(names) {
  const token = /\p{Script=Han}|[\p{L}\p{N}\p{M}_]+/gu;
  const standing = edges();
  const byFirst = new Map();
  for (const name of names) {
    const first = name.match(token)[0];
    const known = byFirst.get(first);
    if (known) known.push(name);
    else byFirst.set(first, [name]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  const find = (text) => {
    const hits = [];
    let free = 0;
    for (const { index, 0: first } of text.matchAll(token)) {
      if (index < free) continue;
      const name = byFirst
        .get(first)
        ?.find((each) => text.startsWith(each, index) && standing(text, index, index + each.length));
      if (!name) continue;
      free = index + name.length;
      hits.push([index, free]);
    }
    return hits;
  };
  return { find };
}

function ahocorasick(names) {
  const matcher = new AhoCorasick(names);
  const standing = edges();
  const find = (text) => {
    const whole = matcher.search(text).filter(({ start, end }) => standing(text, start, end));
    whole.sort((a, b) => a.start - b.start || b.end - a.end);
    let free = 0;
    const hits = [];
    for (const { start, end } of whole) {
      if (start < free) continue;
      hits.push([start, end]);
      free = end;
    }
    return hits;
  };
  return { find };
}

function flashtext(names) {
  const finder = new FlashText(true);
  const letters = new Set();
  for (let unit = 0; unit < 0x10000; unit++) {
    const char = String.fromCharCode(unit);
    if (WORD.test(char) && !HAN.test(char)) letters.add(char);
  }
  finder.setNonWordBoundaries(letters);
  finder.addKeywordsFromArray(names);
  return { find: (text) => finder.extractKeywords(text) };
}

/** Whether no word goes on at either end. */
function edges() {
  const kinds = new Uint8Array(0x10000);
  for (let unit = 0; unit < kinds.length; unit++) {
    const char = String.fromCharCode(unit);
    kinds[unit] = HAN.test(char) ? ANYWHERE : WORD.test(char) ? IN_WORD : 0;
  }
  const kindAt = (text, at) => (at < 0 || at >= text.length ? 0 : kinds[text.charCodeAt(at)]);
  return (text, start, end) =>
    (kindAt(text, start) === ANYWHERE || kindAt(text, start - 1) !== IN_WORD) &&
    (kindAt(text, end - 1) === ANYWHERE || kindAt(text, end) !== IN_WORD);
}
