/** Sites that are switched off and names that are never marked: lists from which things can be taken, and put back. */
import { useId, useState } from 'preact/hooks';
import { readSite } from '../../core/site-name.ts';
import { usePageWords } from '../pages/words.ts';
import type { SectionProps } from './options-state.ts';
import { RemovableList } from './removable-list.tsx';

export function Sites({ settings, change }: SectionProps) {
  const words = usePageWords().options.sites;
  const put = (site: string): void =>
    change((now) => ({ ...now, sitesOff: [...new Set([...now.sitesOff, site])].sort() }));
  return (
    <>
      <p class="lead">{words.means}</p>
      <RemovableList
        items={settings.sitesOff.map((site) => ({ id: site, text: site }))}
        words={words}
        onRemove={(site) => change((now) => ({ ...now, sitesOff: now.sitesOff.filter((other) => other !== site) }))}
        onPutBack={put}
      />
      <AddSite onAdd={put} />
    </>
  );
}

export function Mutes({ pack, settings, change }: SectionProps) {
  const words = usePageWords().options.mutes;
  const names = new Map(pack.entities.map((entity) => [entity.id as string, entity.name]));
  return (
    <>
      <p class="lead">{words.means}</p>
      <RemovableList
        items={settings.mutes.map((id) => ({ id, text: names.get(id) ?? id }))}
        words={words}
        onRemove={(id) => change((now) => ({ ...now, mutes: now.mutes.filter((other) => other !== id) }))}
        onPutBack={(id) => change((now) => ({ ...now, mutes: [...new Set([...now.mutes, id])] }))}
      />
    </>
  );
}

function AddSite({ onAdd }: { readonly onAdd: (site: string) => void }) {
  const words = usePageWords().options.sites;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        const site = readSite(typed);
        setWrong(site === undefined ? words.badAddress(typed.trim()) : '');
        if (site === undefined) return;
        setTyped('');
        onAdd(site);
      }}
    >
      <label class="add-site-label" for={id}>
        {words.add}
      </label>
      <div class="add-site-row">
        <input
          id={id}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          value={typed}
          aria-invalid={wrong !== ''}
          aria-describedby={`${id}-wrong`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{words.addButton}</button>
      </div>
      <p class="warning" id={`${id}-wrong`} role="alert">
        {wrong}
      </p>
    </form>
  );
}
