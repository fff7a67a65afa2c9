/** The popup: switches, what stands on this page, search; and one name with its claims. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimId, EntityId } from '../../core/model.ts';
import { usePageWords } from '../pages/words.ts';
import { EntityPanel } from './entity-panel.tsx';
import { OnThisPage } from './on-this-page.tsx';
import type { PopupActions, PopupState, ReadyState } from './popup-state.ts';
import { Search } from './search.tsx';
import { Switches } from './switches.tsx';

/** A name that is open, and where the focus goes when it is closed. */
interface Opened {
  readonly id: EntityId;
  readonly claim?: ClaimId;
  readonly from: 'search' | 'page';
}

export function Popup({ state, actions }: { readonly state: PopupState; readonly actions: PopupActions }) {
  const words = usePageWords().popup;
  switch (state.type) {
    case 'loading':
      return (
        <main class="cp-root popup" aria-busy="true">
          <h1 class="brand">{words.title}</h1>
          <p class="late">{words.loading}</p>
        </main>
      );
    case 'failed':
      return (
        <main class="cp-root popup">
          <h1 class="brand">{words.title}</h1>
          <p role="alert">{words.failed}</p>
          <button type="button" onClick={actions.tryAgain}>
            {words.tryAgain}
          </button>
        </main>
      );
    case 'ready':
      return <Ready state={state} actions={actions} />;
  }
}

function Ready({ state, actions }: { readonly state: ReadyState; readonly actions: PopupActions }) {
  const words = usePageWords().popup;
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<Opened>();
  const last = useRef<Opened | undefined>(undefined);
  const root = useRef<HTMLElement>(null);

  useEffect(() => {
    // With a finger the keyboard would cover what the reader came for.
    const view = root.current?.ownerDocument.defaultView;
    if (view && !view.matchMedia('(pointer: coarse)').matches) root.current?.querySelector('input')?.focus();
  }, []);
  useLayoutEffect(() => {
    const closed = last.current;
    last.current = opened;
    if (opened || !closed) return;
    const back = closed.from === 'search' ? 'input' : `[data-entity="${closed.id}"]`;
    root.current?.querySelector<HTMLElement>(back)?.focus();
  }, [opened]);

  if (opened) {
    return (
      <EntityPanel
        state={state}
        actions={actions}
        id={opened.id}
        {...(opened.claim === undefined ? {} : { chosen: opened.claim })}
        onBack={() => setOpened(undefined)}
      />
    );
  }
  return (
    <main class="cp-root popup" ref={root}>
      <header class="popup-head">
        <h1 class="brand">{words.title}</h1>
        <button type="button" class="plain" onClick={() => actions.openPage('options')}>
          {words.options}
        </button>
      </header>
      <Search
        pack={state.pack}
        settings={state.settings}
        query={query}
        onQuery={setQuery}
        onOpen={(row) =>
          setOpened(
            row.type === 'entity'
              ? { id: row.entity.id, from: 'search' }
              : { id: row.entity.id, claim: row.claim.id, from: 'search' },
          )
        }
        onLeave={actions.close}
      />
      {query.trim() === '' && (
        <>
          <OnThisPage state={state} actions={actions} onOpen={(id) => setOpened({ id, from: 'page' })} />
          <Switches state={state} onChange={actions.change} />
          <footer class="popup-foot">
            <p>{words.notAVerdict}</p>
            <p>{words.privacy}</p>
          </footer>
        </>
      )}
    </main>
  );
}
