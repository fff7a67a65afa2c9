/** Characters of caveats that stand beside a claim; a longer text stands in full in the details. */
const CAVEATS_LIMIT = 220;

export function caveatsOpening(caveats: string, lang: string): string {
  return openingOf(caveats, CAVEATS_LIMIT, lang);
}

/**
 * The first sentences of a text that together stay within the limit (UTF-16 units), at least one; the whole text where
 * it is short enough.
 */
export function openingOf(text: string, limit: number, lang: string): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    const next = index + segment.length;
    if (end > 0 && next > limit) break;
    end = next;
  }
  return text.slice(0, end).trimEnd();
}
