/** Categories and kinds as switches, each with what it holds and what switching it would do to the marks. */
import { useMemo } from 'preact/hooks';
import { CATEGORIES } from '../../core/categories.ts';
import { categoryCounts, kindCounts, type SwitchCounts } from '../../core/counts.ts';
import { KINDS } from '../../core/settings.ts';
import { Switch } from '../pages/switch.tsx';
import { usePageWords } from '../pages/words.ts';
import type { SectionProps } from './options-state.ts';

export function Categories({ pack, settings, change }: SectionProps) {
  const words = usePageWords().options.categories;
  const counts = useMemo(() => categoryCounts(pack, settings), [pack, settings]);
  return (
    <>
      <p class="lead">{words.means}</p>
      {CATEGORIES.every(({ id }) => !settings.categories[id]) && <p class="warning">{words.allOff}</p>}
      {CATEGORIES.map(({ id, label, means }) => (
        <Switch
          key={id}
          label={label}
          on={settings.categories[id]}
          hint={<Holds means={means} counts={counts[id]} on={settings.categories[id]} />}
          onChange={(on) => change((now) => ({ ...now, categories: { ...now.categories, [id]: on } }))}
        />
      ))}
    </>
  );
}

export function Kinds({ pack, settings, change }: SectionProps) {
  const words = usePageWords().options.kinds;
  const counts = useMemo(() => kindCounts(pack, settings), [pack, settings]);
  return (
    <>
      <p class="lead">{words.means}</p>
      {KINDS.every((kind) => !settings.kinds[kind]) && <p class="warning">{words.allOff}</p>}
      {KINDS.map((kind) => (
        <Switch
          key={kind}
          label={words.label(kind)}
          on={settings.kinds[kind]}
          hint={<Holds means={words.describe(kind)} counts={counts[kind]} on={settings.kinds[kind]} />}
          onChange={(on) => change((now) => ({ ...now, kinds: { ...now.kinds, [kind]: on } }))}
        />
      ))}
    </>
  );
}

interface HoldsProps {
  readonly means: string;
  readonly counts: SwitchCounts;
  readonly on: boolean;
}

function Holds({ means, counts, on }: HoldsProps) {
  const words = usePageWords().options.categories;
  return (
    <>
      <span class="means">{means}</span>{' '}
      <span class="holds">
        {words.holds(counts.claims, counts.entities)}.{' '}
        {on ? words.wouldLose(counts.marksDepending) : words.wouldGain(counts.marksDepending)}.
      </span>
    </>
  );
}
