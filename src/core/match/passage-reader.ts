/** Passages of texts, those read lately kept. */
import { scan } from './find-mentions.ts';
import type { Lexicon, Passage } from './types.ts';

/** UTF-16 units of texts read lately: a page that builds itself anew says the same again, and so do its headings. */
const MOST_KEPT = 200_000;

/** Reads texts as the matcher wants them; a text read lately gives the same passage, with what is known of it. */
export function passageReader(lexicon: Lexicon): (text: string) => Passage {
  const kept = new Map<string, Passage>();
  let size = 0;
  return (text) => {
    let passage = kept.get(text);
    if (!passage) {
      passage = { text, start: 0, end: text.length, hits: scan(text, lexicon).hits };
      kept.set(text, passage);
      size += text.length;
      for (const [oldest] of kept) {
        if (size <= MOST_KEPT) break;
        kept.delete(oldest);
        size -= oldest.length;
      }
    }
    return passage;
  };
}
