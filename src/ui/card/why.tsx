import type { EntityView } from '../../core/view.ts';
import { listWords } from '../parts/dates.ts';
import { useStrings } from '../strings.ts';

/** More words than these explain no more. */
const WORDS_SHOWN = 8;

export interface WhyProps {
  /** The matcher's rule, a stable word. */
  readonly rule: string;
  /** Words of the passage that spoke for the mark. */
  readonly words: readonly string[];
  /** The marked words themselves. */
  readonly text: string;
  readonly pack: EntityView['pack'];
}

/** Says on demand why these words are marked: what the page says, which rule and words decided, from which pack. */
export function Why({ rule, words, text, pack }: WhyProps) {
  const { card, locale } = useStrings();
  const spoke = rule === 'vendor' ? [] : [...new Set(words)].slice(0, WORDS_SHOWN);
  return (
    <details class="cp-details">
      <summary>{card.whyMarked}</summary>
      <p dir="auto">
        {card.matched(text)} {card.rule(rule)}
        {spoke.length > 0 && ` ${card.ruleWords(listWords(spoke.map(card.quoted), locale.formats))}`}
      </p>
      <p dir="auto">{card.packLine(pack.title, pack.version)}</p>
    </details>
  );
}
