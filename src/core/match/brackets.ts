/** Abbreviations that a text makes itself: "Amnesty International (AI) says … AI". No list of aliases could hold them. */
import type { Hit } from './types.ts';

/** Behind a name, in brackets, maybe in quotes. */
const IN_BRACKETS = /^\p{L}{0,3}\s?[(（]\s?["'„“«]?(\p{Lu}{2,6})["'“”»]?\s?[)）]/u;
const REACH = 24;

/**
 * The hits with those of abbreviations that stand in brackets behind a full name and are made of its first letters, there
 * and in the rest of the text up to `to`. Each has the sense of the name that it stands for. Sorted by start.
 */
export function withBracketed(text: string, hits: readonly Hit[], to: number): readonly Hit[] {
  const found: Hit[] = [];
  const done = new Set<string>();
  for (const hit of hits) {
    const brackets = IN_BRACKETS.exec(text.slice(hit.end, Math.min(to, hit.end + REACH)));
    const short = brackets?.[1];
    if (!short || done.has(short) || !initials(text.slice(hit.start, hit.end)).includes(short)) continue;
    // Once for a text, however often it says so: each time all the rest is looked through.
    done.add(short);
    const rest = text.slice(hit.end, to);
    for (const { index } of rest.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${short}(?![\\p{L}\\p{N}])`, 'gu'))) {
      const start = hit.end + index;
      const end = start + short.length;
      if (!isTaken(hits, start, end)) found.push({ ...hit, start, end });
    }
  }
  return found.length > 0 ? [...hits, ...found].sort((a, b) => a.start - b.start) : hits;
}

/** True if a hit stands there, or over it. */
function isTaken(hits: readonly Hit[], start: number, end: number): boolean {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? end) < end) low = middle + 1;
    else high = middle;
  }
  return (hits[low - 1]?.end ?? 0) > start;
}

/** First letters of all words of a name, and of those that are no "of" and "the". A name of one word has none. */
function initials(name: string): readonly string[] {
  const words = name.split(/[\s\p{Pd}]+/u).filter(Boolean);
  if (words.length < 2) return [];
  const letters = (some: readonly string[]) => some.map((word) => word.charAt(0).toUpperCase()).join('');
  return [letters(words), letters(words.filter((word) => /^\p{Lu}/u.test(word)))];
}
