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
  for (const hit of hits) {
    const short = IN_BRACKETS.exec(text.slice(hit.end, Math.min(to, hit.end + REACH)))?.[1];
    if (!short || found.some((one) => text.slice(one.start, one.end) === short)) continue;
    if (!initials(text.slice(hit.start, hit.end)).includes(short)) continue;
    const alone = new RegExp(`(?<![\\p{L}\\p{N}])${short}(?![\\p{L}\\p{N}])`, 'gu');
    alone.lastIndex = hit.end;
    for (let next = alone.exec(text); next && next.index + short.length <= to; next = alone.exec(text)) {
      const [start, end] = [next.index, next.index + short.length];
      if (!hits.some((one) => one.start < end && start < one.end)) found.push({ ...hit, start, end });
    }
  }
  return found.length > 0 ? [...hits, ...found].sort((a, b) => a.start - b.start) : hits;
}

/** First letters of all words of a name, and of those that are no "of" and "the". A name of one word has none. */
function initials(name: string): readonly string[] {
  const words = name.split(/[\s\p{Pd}]+/u).filter(Boolean);
  if (words.length < 2) return [];
  const letters = (some: readonly string[]) => some.map((word) => word.charAt(0).toUpperCase()).join('');
  return [letters(words), letters(words.filter((word) => /^\p{Lu}/u.test(word)))];
}
