import { isSiteOff } from '../../core/site-rules.ts';
import { Switch } from '../pages/switch.tsx';
import { usePageWords } from '../pages/words.ts';
import type { PopupActions, ReadyState } from './popup-state.ts';

/** On this site, and everywhere. */
export function Switches({
  state,
  onChange,
}: {
  readonly state: ReadyState;
  readonly onChange: PopupActions['change'];
}) {
  const words = usePageWords().popup;
  const { settings, site } = state;
  return (
    <div class="popup-switches">
      {site !== '' && (
        <Switch
          label={words.siteOn(site)}
          hint={words.siteOnHint}
          on={settings.on && !isSiteOff(site, settings.sitesOff)}
          disabled={!settings.on}
          onChange={(on) => onChange((now) => ({ ...now, sitesOff: switched(now.sitesOff, site, on) }))}
        />
      )}
      <Switch label={words.marksOn} on={settings.on} onChange={(on) => onChange((now) => ({ ...now, on }))} />
    </div>
  );
}

/** Switching on also takes away a parent site that was off: else the switch would do nothing. */
function switched(sitesOff: readonly string[], site: string, on: boolean): string[] {
  const others = sitesOff.filter((other) => !isSiteOff(site, [other]));
  return on ? others : [...others, site].sort();
}
