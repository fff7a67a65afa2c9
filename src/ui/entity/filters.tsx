import { useId } from 'preact/hooks';
import { categoryLabel } from '../../core/categories.ts';
import type { Choice, ClaimFilter, FilterChoices } from '../../core/claim-filter.ts';
import { usePageWords } from '../pages/words.ts';
import { useStrings } from '../strings.ts';

interface Props {
  readonly choices: FilterChoices;
  readonly filter: ClaimFilter;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: (filter: ClaimFilter) => void;
}

/** Four lists to choose from; each offers only what leaves a claim, with how many. */
export function Filters({ choices, filter, names, onChange }: Props) {
  const words = usePageWords().entity;
  const { evidence } = useStrings();
  const pick = (key: keyof ClaimFilter, value: string): void => {
    const { [key]: _, ...others } = filter;
    onChange(value === '' ? others : { ...others, [key]: value });
  };
  return (
    <fieldset class="filters">
      <legend>{words.filters}</legend>
      <Filter
        label={words.category}
        value={filter.category}
        choices={choices.category}
        name={categoryLabel}
        onPick={(value) => pick('category', value)}
      />
      <Filter
        label={words.standing}
        value={filter.standing}
        choices={choices.standing}
        name={(standing) => evidence.standing(standing).label}
        onPick={(value) => pick('standing', value)}
      />
      <Filter
        label={words.year}
        value={filter.year}
        choices={choices.year}
        name={(year) => year}
        onPick={(value) => pick('year', value)}
      />
      <Filter
        label={words.counterpart}
        value={filter.counterpart}
        choices={choices.counterpart}
        name={(id) => names.get(id) ?? id}
        onPick={(value) => pick('counterpart', value)}
      />
    </fieldset>
  );
}

interface FilterProps<T extends string> {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice<T>[];
  readonly name: (value: T) => string;
  readonly onPick: (value: string) => void;
}

function Filter<T extends string>({ label, value, choices, name, onPick }: FilterProps<T>) {
  const words = usePageWords().entity;
  const id = useId();
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{words.any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {words.withCount(name(choice.value), choice.count)}
          </option>
        ))}
      </select>
    </div>
  );
}
