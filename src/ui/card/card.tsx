/** The card's content in each of its states. Props in, callbacks out. */
import type { EntityView } from '../../core/view.ts';
import { ClaimGroups } from '../parts/claim-groups.tsx';
import { dateWords } from '../parts/dates.ts';
import { EntityFacts } from '../parts/entity-facts.tsx';
import { useStrings } from '../strings.ts';
import { Why, type WhyProps } from './why.tsx';

export type CardState =
  | { readonly type: 'loading' }
  | { readonly type: 'failed' }
  | {
      readonly type: 'shown';
      readonly view: EntityView;
      /** How it stands with the claims that the first screen leaves out. */
      readonly others: 'left-out' | 'loading' | 'failed';
    };

export interface CardProps {
  readonly state: CardState;
  /** The words on the page. */
  readonly text: string;
  readonly why: Pick<WhyProps, 'rule' | 'words'>;
  readonly onClose: () => void;
  readonly onTryAgain: () => void;
  readonly onShowOthers: () => void;
  readonly onOpenPage: (page: 'options' | 'entity', at?: string) => void;
}

export function Card(props: CardProps) {
  const { card } = useStrings();
  const { state } = props;
  return (
    <>
      <header class="cp-head">
        <h2 dir="auto">{cardName(state, props.text)}</h2>
        <button type="button" class="cp-close" aria-label={card.close} onClick={props.onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" />
          </svg>
        </button>
      </header>
      <div class="cp-body">
        {state.type === 'loading' && <p role="status">{card.loading}</p>}
        {state.type === 'failed' && (
          <p role="alert">
            {card.failed}{' '}
            <button type="button" class="cp-action" onClick={props.onTryAgain}>
              {card.tryAgain}
            </button>
          </p>
        )}
        {state.type === 'shown' && <Shown {...props} state={state} />}
      </div>
      <footer class="cp-foot">{card.notAVerdict}</footer>
    </>
  );
}

/** The accessible name of the card: the entity's name, or the words on the page until it is known. */
export function cardName(state: CardState, text: string): string {
  return state.type === 'shown' ? state.view.entity.name : text;
}

function Shown({ state, ...props }: CardProps & { readonly state: Extract<CardState, { type: 'shown' }> }) {
  const { card, locale } = useStrings();
  const { view } = state;
  const others = view.total - view.claims.length;
  return (
    <>
      <EntityFacts view={view} />
      <ClaimGroups view={view} />
      {view.total === 0 && <p class="cp-more">{card.noClaims}</p>}
      <ul class="cp-more">
        {others > 0 && (
          <li>
            {state.others === 'loading' ? (
              <span role="status">{card.loadingOthers}</span>
            ) : (
              <button type="button" class="cp-action" onClick={props.onShowOthers}>
                {state.others === 'failed' ? `${card.failed} ${card.tryAgain}` : card.showOthers(others)}
              </button>
            )}
          </li>
        )}
        <li>
          <button type="button" class="cp-action" onClick={() => props.onOpenPage('entity', view.entity.id)}>
            {card.fullPage}
          </button>
        </li>
        {view.switchedOff > 0 && (
          <li>
            {card.switchedOff(view.switchedOff)}.{' '}
            <button type="button" class="cp-action" onClick={() => props.onOpenPage('options', 'categories')}>
              {card.changeCategories}
            </button>
          </li>
        )}
      </ul>
      <Why {...props.why} text={props.text} pack={view.pack} />
      <p class="cp-pack">{card.packDate(dateWords(view.pack.date, locale.formats))}</p>
    </>
  );
}
