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
    readonly remove: (text: string) => string;
    readonly removed: (text: string) => string;
  };
  readonly onRemove: (id: string) => void;
  readonly onPutBack: (id: string) => void;
}

/** A list with a button on each item that takes it away, and then a way back. */
export function RemovableList({ items, words, onRemove, onPutBack }: Props) {
  const { undo } = usePageWords().options;
  const [removed, setRemoved] = useState<Item>();
  const undoButton = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone with its item: the focus goes to the way back.
  useEffect(() => undoButton.current?.focus(), [removed]);
  const gone = removed && !items.some(({ id }) => id === removed.id) ? removed : undefined;
  return (
    <>
      {items.length === 0 && !gone && <p class="quiet">{words.none}</p>}
      {items.length > 0 && (
        <ul class="removable">
          {items.map((item) => (
            <li key={item.id}>
              <bdi>{item.text}</bdi>
              <button
                type="button"
                class="plain"
                onClick={() => {
                  setRemoved(item);
                  onRemove(item.id);
                }}
              >
                {words.remove(item.text)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="removed">
        {gone && words.removed(gone.text)}{' '}
        {removed && (
          <button
            type="button"
            class="plain"
            ref={undoButton}
            hidden={!gone}
            onClick={() => {
              onPutBack(removed.id);
              setRemoved(undefined);
            }}
          >
            {undo}
          </button>
        )}
      </p>
    </>
  );
}
