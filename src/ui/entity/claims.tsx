import { useEffect, useRef } from 'preact/hooks';
import { type ClaimFilter, filterChoices } from '../../core/claim-filter.ts';
import type { EntityAddress } from '../../core/entity-address.ts';
import type { Pack } from '../../core/model.ts';
import type { ClaimView, EntityView } from '../../core/view.ts';
import { usePageWords } from '../pages/words.ts';
import { ClaimArticle } from '../parts/claim.tsx';
import { useStrings } from '../strings.ts';
import { ClaimTools } from './claim-tools.tsx';
import type { EntityActions } from './entity-state.ts';
import { Filters } from './filters.tsx';

interface Props {
  readonly view: EntityView;
  /** Those of the view that the filters leave. */
  readonly shown: readonly ClaimView[];
  readonly pack: Pack;
  readonly at: EntityAddress;
  readonly actions: EntityActions;
}

/** Every claim with its answer, and filters that leave some of them. */
export function Claims({ view, shown, pack, at, actions }: Props) {
  const words = usePageWords().entity;
  const { evidence } = useStrings();
  const root = useRef<HTMLElement>(null);
  const choices = filterChoices(view.claims, at.filter, view.entity.id);
  const setFilter = (filter: ClaimFilter): void => actions.go({ entity: at.entity, filter });

  useEffect(() => {
    if (at.claim === undefined) return;
    const article = root.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(at.claim)}"]`);
    article?.focus({ preventScroll: true });
    article?.scrollIntoView({ block: 'start' });
  }, [at.claim]);

  return (
    <section class="entity-section" ref={root} aria-labelledby="claims">
      <h2 id="claims">{words.claims}</h2>
      {view.claims.length > 1 && (
        <Filters choices={choices} filter={at.filter} names={namesOf(pack)} onChange={setFilter} />
      )}
      <p role="status" class="quiet shown-count">
        {words.shown(shown.length, view.claims.length)}
        {shown.length < view.claims.length && (
          <>
            {' · '}
            <button type="button" class="plain" onClick={() => setFilter({})}>
              {words.clearFilters}
            </button>
          </>
        )}
      </p>
      {shown.length === 0 && view.claims.length > 0 && <p>{words.noneLeft}</p>}
      {(['about', 'by'] as const).map((role) => {
        const group = shown.filter((claim) => claim.role === role);
        if (group.length === 0) return null;
        return (
          <section class="cp-group" key={role}>
            <h3 dir="auto">
              {role === 'about' ? evidence.about(view.entity.name) : evidence.saidBy(view.entity.name)}
            </h3>
            {group.map((claim) => (
              <div class="claim-block" key={claim.claim.id}>
                <ClaimArticle view={claim} open={claim.claim.id === at.claim} />
                <ClaimTools claim={claim.claim} pack={pack} entity={at.entity} copy={actions.copy} />
              </div>
            ))}
          </section>
        );
      })}
      {view.switchedOff > 0 && (
        <p>
          {words.hidden(view.switchedOff)} <a href="options.html#categories">{words.changeCategories}</a>
        </p>
      )}
    </section>
  );
}

function namesOf(pack: Pack): ReadonlyMap<string, string> {
  return new Map(pack.entities.map((entity) => [entity.id, entity.name]));
}
