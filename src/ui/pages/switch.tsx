import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  readonly label: ComponentChildren;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  /** What it does, read with the label. */
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean;
}

/** A switch with its label. A checkbox underneath, so that every browser and forced colours know what it is. */
export function Switch({ label, on, onChange, hint, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <div class="switch-words">
        <label for={id}>{label}</label>
        {hint !== undefined && (
          <div class="switch-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
