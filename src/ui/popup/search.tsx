/** Search box and results: an editable combobox with a list box, after the ARIA Authoring Practices. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Pack } from '../../core/model.ts';
import { type ClaimRow, type EntityRow, search } from '../../core/search.ts';
import { buildIndex, type SearchIndex } from '../../core/search-index.ts';
import type { Settings } from '../../core/settings.ts';
import { usePageWords } from '../pages/words.ts';
import { Results, SearchSummary } from './results.tsx';

/** Rows of each type; more would be scrolled past, another word in the box is quicker. */
const ROWS = 12;

interface Props {
  readonly pack: Pack;
  readonly settings: Settings;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (row: EntityRow | ClaimRow) => void;
  /** Esc in an empty box. */
  readonly onLeave: () => void;
}

export function Search({ pack, settings, query, onQuery, onOpen, onLeave }: Props) {
  const words = usePageWords().search;
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(-1);
  const index = useIndex(pack);
  const result = useMemo(
    () => (query.trim() === '' ? undefined : search(index(), query, { categories: settings.categories, limit: ROWS })),
    [index, query, settings.categories],
  );
  const rows = result?.rows ?? [];

  useEffect(() => {
    if (active >= 0)
      box.current?.ownerDocument.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const typed = (text: string): void => {
    setActive(-1);
    onQuery(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, its keys are its own.
    if (event.isComposing) return;
    const done = onKey(event.key);
    if (done) event.preventDefault();
  };
  const onKey = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
        if (rows.length > 0) setActive(active + 1 >= rows.length ? 0 : active + 1);
        return rows.length > 0;
      case 'ArrowUp':
        if (rows.length > 0) setActive(active <= 0 ? rows.length - 1 : active - 1);
        return rows.length > 0;
      case 'Enter': {
        const row = rows[Math.max(active, 0)];
        if (row) onOpen(row);
        return row !== undefined;
      }
      case 'Escape':
        if (query !== '') typed('');
        else onLeave();
        return true;
      default:
        return false;
    }
  };

  return (
    <search class="search">
      <div class="search-box">
        <input
          ref={box}
          type="text"
          role="combobox"
          inputMode="search"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          aria-label={words.label}
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? optionId(id, active) : undefined}
          placeholder={words.placeholder}
          value={query}
          onInput={(event) => typed(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query !== '' && (
          <button
            type="button"
            class="plain clear"
            aria-label={words.clear}
            onClick={() => {
              typed('');
              box.current?.focus();
            }}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </div>
      <div role="status">{result && <SearchSummary result={result} {...{ pack, settings, query }} />}</div>
      {rows.length > 0 && <Results id={id} rows={rows} active={active} onOpen={onOpen} optionId={optionId} />}
    </search>
  );
}

/** The pack's search index, made once the box is drawn, or at the first letter if that comes sooner. */
function useIndex(pack: Pack): () => SearchIndex {
  const index = useMemo(() => {
    let built: SearchIndex | undefined;
    return (): SearchIndex => {
      built ??= buildIndex(pack);
      return built;
    };
  }, [pack]);
  useEffect(() => {
    const afterPaint = setTimeout(index);
    return () => clearTimeout(afterPaint);
  }, [index]);
  return index;
}

function optionId(id: string, at: number): string {
  return `${id}-${at}`;
}
