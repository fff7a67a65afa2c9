import type { Pack } from '../../core/model.ts';
import type { ClaimRow, EntityRow, SearchResult } from '../../core/search.ts';
import type { Settings } from '../../core/settings.ts';
import { usePageWords } from '../pages/words.ts';
import { dateWords } from '../parts/dates.ts';
import { useStrings } from '../strings.ts';

interface ResultsProps {
  readonly id: string;
  readonly rows: SearchResult['rows'];
  readonly active: number;
  readonly onOpen: (row: EntityRow | ClaimRow) => void;
  readonly optionId: (id: string, at: number) => string;
}

/** The rows as a list box with two groups. The focus stays in the search box; `active` is what it points at. */
export function Results({ id, rows, active, onOpen, optionId }: ResultsProps) {
  const words = usePageWords().search;
  const groups = (['entity', 'claim'] as const).filter((type) => rows.some((row) => row.type === type));
  return (
    <div role="listbox" id={`${id}-list`} class="results" aria-label={words.results}>
      {groups.map((type) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list box, a group has.
        <div role="group" key={type} aria-labelledby={`${id}-${type}`}>
          <div class="results-head" id={`${id}-${type}`} role="presentation">
            {type === 'entity' ? words.names : words.claims}
          </div>
          {rows.map(
            (row, at) =>
              row.type === type && (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the search box, which keeps the focus.
                // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant, never focused.
                <div
                  role="option"
                  key={at}
                  id={optionId(id, at)}
                  class="row"
                  aria-selected={at === active}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onOpen(row)}
                >
                  {row.type === 'entity' ? <EntityOption row={row} /> : <ClaimOption row={row} />}
                </div>
              ),
          )}
        </div>
      ))}
    </div>
  );
}

function EntityOption({ row }: { readonly row: EntityRow }) {
  const words = usePageWords().search;
  const { evidence } = useStrings();
  return (
    <>
      <span class="row-main">
        <b dir="auto">{row.entity.name}</b>{' '}
        <span class="quiet">
          {row.alias !== undefined && (
            <>
              <bdi>{words.alias(row.alias)}</bdi> ·{' '}
            </>
          )}
          {evidence.kind(row.entity.kind)}
        </span>
      </span>
      <span class="row-side">{words.claimCount(row.claims)}</span>
    </>
  );
}

function ClaimOption({ row }: { readonly row: ClaimRow }) {
  const words = usePageWords().search;
  const { evidence, locale } = useStrings();
  return (
    <span class="row-main">
      <span dir="auto">{row.claim.summary}</span>{' '}
      <span class="quiet">
        {evidence.standing(row.claim.standing).label} · {dateWords(row.claim.date, locale.formats)} ·{' '}
        {row.answered ? words.answered : words.unanswered}
      </span>
    </span>
  );
}

interface SummaryProps {
  readonly result: SearchResult;
  readonly pack: Pack;
  readonly settings: Settings;
  readonly query: string;
}

/** How much was found; where nothing was, what was searched. */
export function SearchSummary({ result, pack, settings, query }: SummaryProps) {
  const words = usePageWords().search;
  const { locale } = useStrings();
  const { entities, claims } = result.found;
  const off = Object.values(settings.categories).filter((on) => !on).length;
  const searched = pack.claims.filter((claim) => settings.categories[claim.category]).length;
  const listed = result.rows.filter((row) => row.type === 'claim').length;
  if (entities + claims > 0) {
    return (
      <p class="quiet">
        {words.summary(entities, claims)}
        {claims > listed && ` · ${words.more(claims - listed)}`}
      </p>
    );
  }
  return (
    <>
      <p>{words.nothing(query.trim())}</p>
      <p class="quiet">
        {words.searched(
          pack.entities.length,
          searched,
          words.packName(pack.title, pack.version, dateWords(pack.date, locale.formats)),
        )}
        {off > 0 && ` ${words.notSearched(off)}`}
      </p>
    </>
  );
}
