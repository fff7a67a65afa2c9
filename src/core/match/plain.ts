/** Names that need no look around the text they stand in. */
import type { Scanned } from './find-mentions.ts';
import { ABBREVIATION, PERSON_NAME, SENSE_BYTES, WITH_CONTEXT } from './layout.ts';
import type { Hit, Lexicon, Reason } from './types.ts';

const VENDOR = 0;
/** A longer name that holds this one may begin before the text: behind so many letters it does not. */
const FAR = 24;

/** Why such a name is marked: it is a vendor's and nobody else's. */
export const PLAIN_REASON: Reason = { rule: 'vendor', words: [], score: 0 };

/**
 * The names in a part of a passage that was scanned alone, where all are vendors that are marked whatever stands around
 * them; `undefined` where any may depend on what stands before or behind the part.
 */
export function plainHits(
  { text, hits, isOpen }: Scanned & { readonly text: string },
  lexicon: Lexicon,
): readonly Hit[] | undefined {
  if (isOpen) return undefined;
  const isPlain = ({ start, end, entity, alias }: Hit): boolean => {
    const at = alias * SENSE_BYTES;
    const { senses, kinds } = lexicon;
    const flags = senses[at + 2] ?? 0;
    const isSure = !(flags & (ABBREVIATION | PERSON_NAME | WITH_CONTEXT)) && !senses[at + 3] && !senses[at + 4];
    // White space on both sides: it is not the part of an address or a path.
    return (
      isSure && kinds[entity] === VENDOR && start >= FAR && text.lastIndexOf(' ', start) >= 0 && text.includes(' ', end)
    );
  };
  return hits.every(isPlain) ? hits : undefined;
}
