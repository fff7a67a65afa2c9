import { useRef } from 'preact/hooks';
import type { Entity, EntityId, Pack } from '../../core/model.ts';
import { whyNothingIsMarked } from '../../core/nothing-marked.ts';
import { usePageWords } from '../pages/words.ts';
import { useStrings } from '../strings.ts';
import type { Mentioned, PopupActions, ReadyState } from './popup-state.ts';

interface Props {
  readonly state: ReadyState;
  readonly actions: PopupActions;
  readonly onOpen: (id: EntityId) => void;
}

/** The names marked on the page, or why there are none. */
export function OnThisPage({ state, actions, onOpen }: Props) {
  const words = usePageWords().page;
  const off = whyNothingIsMarked(state.pack, state.settings, state.site) !== undefined;
  const found = state.tab.type === 'ready' && !off ? known(state.tab.mentions, state.pack) : [];
  const total = found.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="on-page" aria-labelledby="on-page">
      <div class="section-head">
        <h2 id="on-page">{words.heading}</h2>
        {found.length > 0 && <span class="quiet">{words.total(found.length, total)}</span>}
      </div>
      {found.length > 0 ? (
        <MentionList found={found} onOpen={onOpen} />
      ) : (
        <div role="status">
          <Nothing state={state} actions={actions} />
        </div>
      )}
    </section>
  );
}

interface Found {
  readonly entity: Entity;
  readonly count: number;
}

function MentionList({ found, onOpen }: { readonly found: readonly Found[]; readonly onOpen: Props['onOpen'] }) {
  const words = usePageWords().page;
  const { evidence } = useStrings();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: { key: string; currentTarget: HTMLButtonElement; preventDefault(): void }): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = by === undefined ? undefined : buttons[buttons.indexOf(event.currentTarget) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul class="rows" ref={list}>
      {found.map(({ entity, count }) => (
        <li key={entity.id}>
          <button
            type="button"
            class="row"
            data-entity={entity.id}
            onClick={() => onOpen(entity.id)}
            onKeyDown={onKeyDown}
          >
            <span class="row-main">
              <b dir="auto">{entity.name}</b> <span class="quiet">{evidence.kind(entity.kind)}</span>
            </span>
            <span class="row-side">{words.mentions(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ state, actions }: Pick<Props, 'state' | 'actions'>) {
  const words = usePageWords().page;
  if (state.tab.type === 'not-allowed') return <p>{words.notAllowed}</p>;
  const why = whyNothingIsMarked(state.pack, state.settings, state.site);
  if (why !== undefined || state.tab.type === 'off') {
    const atOptions = why === 'categories-off' || why === 'kinds-off' || why === 'switches';
    return (
      <>
        <p>{words.nothing(why ?? 'site-off')}</p>
        {atOptions && (
          <button
            type="button"
            onClick={() => actions.openPage('options', why === 'kinds-off' ? 'kinds' : 'categories')}
          >
            {words.openOptions}
          </button>
        )}
      </>
    );
  }
  switch (state.tab.type) {
    case 'loading':
      return <p class="late">{words.reading}</p>;
    case 'reload':
      return (
        <>
          <p>{words.reload}</p>
          <button type="button" onClick={actions.reloadTab}>
            {words.reloadNow}
          </button>
        </>
      );
    case 'ready':
      return (
        <>
          <p>{words.none}</p>
          <p class="quiet">{words.noneHint(state.pack.entities.filter((entity) => entity.marked).length)}</p>
        </>
      );
  }
}

/** A page that was read with an older pack may name entities this one lacks. */
function known(mentions: readonly Mentioned[], pack: Pack): readonly Found[] {
  const byId = new Map(pack.entities.map((entity) => [entity.id as string, entity]));
  return mentions.flatMap(({ entity: id, count }) => {
    const entity = byId.get(id);
    return entity && count > 0 ? [{ entity, count }] : [];
  });
}
