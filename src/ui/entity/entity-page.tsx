/** One entity in full: what it is, every claim with its answer, the course of events, and all sources. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { filterClaims } from '../../core/claim-filter.ts';
import type { EntityAddress } from '../../core/entity-address.ts';
import type { Pack } from '../../core/model.ts';
import type { Settings } from '../../core/settings.ts';
import { entityView } from '../../core/view.ts';
import { usePageWords } from '../pages/words.ts';
import { dateWords } from '../parts/dates.ts';
import { EntityFacts } from '../parts/entity-facts.tsx';
import { Search } from '../popup/search.tsx';
import { useStrings } from '../strings.ts';
import { Claims } from './claims.tsx';
import type { EntityActions, EntityState } from './entity-state.ts';
import { Identity } from './identity.tsx';
import { SourceIndex } from './source-index.tsx';
import { Timeline } from './timeline.tsx';

interface Props {
  readonly state: EntityState;
  readonly actions: EntityActions;
}

export function EntityPage({ state, actions }: Props) {
  const words = usePageWords();
  const ready = state.type === 'ready';
  return (
    <div class="cp-root entity-page">
      <header class="entity-bar">
        <p class="brand">{words.popup.title}</p>
        {ready && <Find pack={state.pack} settings={state.settings} go={actions.go} />}
      </header>
      <main>
        {state.type === 'loading' && <p class="late">{words.entity.loading}</p>}
        {state.type === 'failed' && (
          <>
            <h1>{words.popup.title}</h1>
            <p role="alert">{words.popup.failed}</p>
            <button type="button" onClick={actions.tryAgain}>
              {words.popup.tryAgain}
            </button>
          </>
        )}
        {ready && <Found {...state} actions={actions} key={state.at.entity} />}
      </main>
    </div>
  );
}

interface FindProps {
  readonly pack: Pack;
  readonly settings: Settings;
  readonly go: EntityActions['go'];
}

/** The search, with its query to itself: a letter typed must not draw eighty claims anew. */
function Find({ pack, settings, go }: FindProps) {
  const [query, setQuery] = useState('');
  return (
    <Search
      pack={pack}
      settings={settings}
      query={query}
      onQuery={setQuery}
      onLeave={() => undefined}
      onOpen={(row) => {
        setQuery('');
        go({ entity: row.entity.id, ...(row.type === 'claim' ? { claim: row.claim.id } : {}), filter: {} });
      }}
    />
  );
}

interface FoundProps {
  readonly pack: Pack;
  readonly settings: Settings;
  readonly at: EntityAddress;
  readonly actions: EntityActions;
}

function Found({ pack, settings, at, actions }: FoundProps) {
  const words = usePageWords().entity;
  const { locale } = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  const entity = pack.entities.find(({ id }) => id === at.entity);
  const view = entityView(pack, at.entity, { categories: settings.categories });
  const title = entity ? words.title(entity.name) : words.unknownTitle;
  // Mounted anew for each entity: the reader asked for this name, so reading goes on at it.
  useLayoutEffect(() => {
    if (at.claim === undefined) heading.current?.focus({ preventScroll: true });
  }, [at.claim]);
  useEffect(() => {
    if (heading.current) heading.current.ownerDocument.title = title;
  }, [title]);

  const toSearch = (): void => heading.current?.ownerDocument.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  const packName = words.packLine(pack.title, pack.version, dateWords(pack.date, locale.formats));
  if (!entity || !view) {
    return (
      <>
        <h1 tabIndex={-1} ref={heading}>
          {words.unknownTitle}
        </h1>
        <p>{at.entity === '' ? words.noneNamed : words.unknown(at.entity, pack.title)}</p>
        <p>
          <button type="button" class="plain" onClick={toSearch}>
            {words.search}
          </button>
        </p>
        <p class="quiet">{packName}</p>
      </>
    );
  }
  const shown = filterClaims(view.claims, at.filter);
  const claims = shown.map(({ claim }) => claim);
  return (
    <>
      <h1 tabIndex={-1} ref={heading} dir="auto">
        {entity.name}
      </h1>
      <EntityFacts view={view} />
      <p class="quiet">{words.standingNote}</p>
      <Identity entity={entity} />
      <Claims view={view} shown={shown} pack={pack} at={at} actions={actions} />
      {claims.length > 0 && (
        <>
          <Timeline claims={claims} at={at} go={actions.go} />
          <SourceIndex claims={claims} />
        </>
      )}
      <p class="quiet entity-foot">{packName}</p>
    </>
  );
}
