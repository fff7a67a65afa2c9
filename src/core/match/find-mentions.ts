/** The door of the matcher: a text and a lexicon in, mentions out. */

import { beginWalks, walk } from './automaton.ts';
import { stands, withEnding } from './boundary.ts';
import { withBracketed } from './brackets.ts';
import { decide } from './context.ts';
import { wholeFirm } from './firm-tails.ts';
import { mayBegin } from './first-letters.ts';
import { CLITIC, folding, HANGUL, IGNORABLE, SEPARATOR, UNSPACED } from './fold.ts';
import { INTRODUCES, NOBODY, SENSE_BYTES, VENDOR, WITH_CONTEXT } from './layout.ts';
import {
  BLOCK_SEPARATOR,
  type Decision,
  type Findings,
  type Hit,
  type Lexicon,
  type PageFacts,
  type Passage,
} from './types.ts';

/** Words written onto the one that follows: at most this many letters are tried as such. */
const MOST_CLITICS = 4;

/**
 * Every alias in one pass, leftmost-longest, edges checked. Linear in the text: at each place where a word may begin a
 * filter on its first three letters rejects most, the rest is walked for a name's length.
 */
export function scan(
  text: string,
  lexicon: Lexicon,
  range: { readonly from: number; readonly to: number } = { from: 0, to: text.length },
): Findings {
  const tables = folding(text);
  const { kind: kinds } = tables;
  const { senses } = lexicon;
  const hits: Hit[] = [];
  const { from, to } = range;
  let previous = from > 0 ? (kinds[text.charCodeAt(from - 1)] ?? 0) & 3 : SEPARATOR;
  let clitics = 0;
  const place = { start: from, wordStart: from, best: -1, end: 0 };
  beginWalks({ lexicon, text, to }, (sense, end) => {
    if (end < place.end || !stands(text, { ...place, end, sense }, lexicon, kinds)) return;
    if (end > place.end || entityOf(senses, sense) === NOBODY) place.best = sense;
    place.end = end;
  });

  /** Names are taken from here on only if they end behind it. */
  let blocked = 0;
  for (let i = from; i < to; i++) {
    const kind = kinds[text.charCodeAt(i)] ?? 0;
    // Inside a word, or between two.
    if (kind === previous && kind <= HANGUL && clitics === 0) continue;
    if (kind === IGNORABLE) continue;
    const plain = kind & 3;
    if (plain !== previous || plain === UNSPACED) {
      place.wordStart = i;
      clitics = 0;
    } else if (clitics === 0) continue;
    // What may be a clitic leaves the beginning of the word open for the next letter.
    clitics = kind & CLITIC && clitics < MOST_CLITICS ? clitics + 1 : 0;
    previous = plain;
    if (plain === SEPARATOR || !mayBegin(text, i, to, lexicon)) continue;

    place.start = i;
    place.best = -1;
    place.end = 0;
    walk(i);
    if (place.best < 0 || place.end <= blocked) continue;
    const entity = entityOf(senses, place.best);
    if (entity === NOBODY && plain === UNSPACED) {
      // Where words are not spaced, what is nobody's may hold the beginning of a name: 最大华 and 华为.
      blocked = place.end;
      continue;
    }
    if (entity !== NOBODY) {
      const name = { start: i, end: withEnding(text, place.end, kinds) };
      const since = hits.at(-1)?.end ?? from;
      const firm = lexicon.kinds[entity] === VENDOR ? wholeFirm(text, name, { from: since, to }) : name;
      hits.push({ ...firm, alias: place.best, entity });
      if (firm.end > name.end) place.end = firm.end;
    }
    i = place.end - 1;
    previous = (kinds[text.charCodeAt(i)] ?? 0) & 3;
    clitics = 0;
  }
  return { hits: withBracketed(text, hits, to) };
}

function entityOf(senses: Uint8Array, sense: number): number {
  return (senses[sense * SENSE_BYTES] ?? 0) | ((senses[sense * SENSE_BYTES + 1] ?? 0) << 8);
}

export interface Mention extends Decision {
  readonly start: number;
  readonly end: number;
  /** Entity id. */
  readonly entity: string;
}

/**
 * Every name in a plain text with the decision about it: blocks are parted by `BLOCK_SEPARATOR` or an empty line, the
 * neighbours of a block are its surroundings. With `onePassage` all blocks are judged together, as a clipping is that
 * was cut out as one. Sorted by start; `marked` says whether it would be annotated.
 */
export function findMentions(
  text: string,
  lexicon: Lexicon,
  options: { readonly lang?: string; readonly path?: string; readonly onePassage?: boolean } = {},
): readonly Mention[] {
  const blocks = blocksOf(text).map(
    ({ from, to }): Passage => ({ text, start: from, end: to, ...scan(text, lexicon, { from, to }) }),
  );
  const page: PageFacts = {
    lang: options.lang ?? '',
    path: (options.path ?? '').toLowerCase(),
    introduced: introducedBy(blocks, lexicon),
  };
  const passages = options.onePassage
    ? [{ text, start: 0, end: text.length, hits: blocks.flatMap((block) => block.hits) }]
    : blocks;
  return passages.flatMap((passage, i) =>
    passage.hits.length === 0
      ? []
      : decide(passage, { before: passages[i - 1], after: passages[i + 1], page }, lexicon).map((decision) => ({
          ...decision,
          start: decision.hit.start,
          end: decision.hit.end,
          entity: lexicon.entityIds[decision.hit.entity] ?? '',
        })),
  );
}

/** Entities whose full name stands somewhere in these passages. */
export function introducedBy(passages: readonly Findings[], lexicon: Lexicon): ReadonlySet<number> {
  const introduced = new Set<number>();
  for (const { hits } of passages) {
    for (const hit of hits) {
      const flags = lexicon.senses[hit.alias * SENSE_BYTES + 2] ?? 0;
      if (flags & INTRODUCES && !(flags & WITH_CONTEXT)) introduced.add(hit.entity);
    }
  }
  return introduced;
}

function blocksOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  const gaps = new RegExp(`${BLOCK_SEPARATOR}|\\r?\\n[ \\t]*\\r?\\n\\s*`, 'g');
  let from = 0;
  for (const gap of text.matchAll(gaps)) {
    blocks.push({ from, to: gap.index });
    from = gap.index + gap[0].length;
  }
  blocks.push({ from, to: text.length });
  return blocks.filter((block) => block.to > block.from);
}
