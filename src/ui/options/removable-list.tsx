import { useEffect, useRef, useState } from 'preact/hooks';
import { usePageWords } from '../pages/words.ts';

interface Item {
  readonly id: string;
  readonly text: string;
}

interface Props {
  readonly items: readonly Item[];
  readonly words: {
    readonly none: string;
    readonly remove: string;
    readonly removed: (text: string) => string;
  };
  readonly onRemove: (id: string) => void;
  readonly onPutBack: (id: string) => void;
}

/** A list with a button on each item that takes it away, and then a way back. */
export function RemovableList({ items, words, onRemove, onPutBack }: Props) {
  const { undo } = usePageWords().options;
  const [removed, setRemoved] = useState<Item>();
  const [putBack, setPutBack] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const gone = removed && !items.some(({ id }) => id === removed.id) ? removed : undefined;
  const back = items.some(({ id }) => id === putBack) ? putBack : undefined;
  // The button that was pressed is gone: the focus goes to the way back, and from there to the item that came back.
  useEffect(() => {
    if (gone) root.current?.querySelector<HTMLElement>('[data-undo]')?.focus();
    else if (back !== undefined) root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(back)}"]`)?.focus();
  }, [gone, back]);
  return (
    <div ref={root}>
      {items.length === 0 && !gone && <p class="quiet">{words.none}</p>}
      {items.length > 0 && (
        <ul class="removable">
          {items.map((item) => (
            <li key={item.id}>
              <bdi>{item.text}</bdi>
              <button
                type="button"
                class="plain"
                data-item={item.id}
                aria-label={`${words.remove}: ${item.text}`}
                onClick={() => {
                  setRemoved(item);
                  setPutBack(undefined);
                  onRemove(item.id);
                }}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="removed">
        {gone && (
          <>
            {words.removed(gone.text)}{' '}
            <button
              type="button"
              class="plain"
              data-undo
              onClick={() => {
                setRemoved(undefined);
                setPutBack(gone.id);
                onPutBack(gone.id);
              }}
            >
              {undo}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
