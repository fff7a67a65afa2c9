import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimId, EntityId } from '../../core/model.ts';
import { type EntityView, entityView } from '../../core/view.ts';
import { Switch } from '../pages/switch.tsx';
import { usePageWords } from '../pages/words.ts';
import { ClaimArticle } from '../parts/claim.tsx';
import { ClaimGroups } from '../parts/claim-groups.tsx';
import { EntityFacts } from '../parts/entity-facts.tsx';
import type { PopupActions, ReadyState } from './popup-state.ts';

/** Claims drawn at once; a name with eighty would make the popup slow to open and long to walk through. */
const FIRST = 10;

interface Props {
  readonly state: ReadyState;
  readonly actions: PopupActions;
  readonly id: EntityId;
  /** The claim that was chosen in the search: it stands first. */
  readonly chosen?: ClaimId;
  readonly onBack: () => void;
}

/** One name with its claims, as the card shows it. */
export function EntityPanel({ state, actions, id, chosen, onBack }: Props) {
  const { panel: words, popup } = usePageWords();
  const [all, setAll] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);

  const view = viewOf(state, id);
  if (!view) return null;
  const first = view.claims.find(({ claim }) => claim.id === chosen);
  const others = view.claims.filter((claim) => claim !== first);
  const shown = all ? others : others.slice(0, FIRST);
  const showAll = (): void => {
    setAll(true);
    // The button that was pressed goes; the focus moves to the first claim that it brought.
    requestAnimationFrame(() => list.current?.querySelectorAll('article')[FIRST]?.focus());
  };
  return (
    <main
      class="cp-root popup panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <header class="popup-head">
        <button type="button" class="plain back" onClick={onBack}>
          {words.back}
        </button>
        <button type="button" class="plain" onClick={() => actions.openPage('entity', id)}>
          {words.fullPage}
        </button>
      </header>
      <h1 class="cp-unseen">{popup.title}</h1>
      <h2 class="panel-name" tabIndex={-1} ref={heading} dir="auto">
        {view.entity.name}
      </h2>
      <EntityFacts view={view} />
      {view.total === 0 && <p>{words.noClaims}</p>}
      {first && (
        <section class="chosen">
          <h3>{words.fromSearch}</h3>
          <ClaimArticle view={first} />
        </section>
      )}
      <div ref={list}>
        <ClaimGroups view={{ ...view, claims: shown }} />
      </div>
      {shown.length < others.length && (
        <button type="button" class="wide" onClick={showAll}>
          {words.showOthers(others.length - shown.length)}
        </button>
      )}
      {view.switchedOff > 0 && (
        <p>
          {words.switchedOff(view.switchedOff)}{' '}
          <button type="button" class="plain" onClick={() => actions.openPage('options', 'categories')}>
            {words.changeCategories}
          </button>
        </p>
      )}
      <Switch
        label={words.mute}
        on={!state.settings.mutes.includes(id)}
        onChange={(on) =>
          actions.change((now) => ({
            ...now,
            mutes: on ? now.mutes.filter((muted) => muted !== id) : [...new Set([...now.mutes, id])],
          }))
        }
      />
    </main>
  );
}

function viewOf({ pack, settings, tab, address }: ReadyState, id: EntityId): EntityView | undefined {
  return entityView(pack, id, {
    categories: settings.categories,
    near: tab.type === 'ready' ? tab.mentions.map(({ entity }) => entity) : [],
    ...(address === '' ? {} : { page: address }),
  });
}
