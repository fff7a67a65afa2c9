import '../../src/ui/tokens.css';
import '../../src/ui/parts/parts.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/options/options.css';
import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from '../../src/extension/browser.ts';
import { loadPack } from '../../src/extension/curated.ts';
import { loadSettings, saveSettings, watchSettings } from '../../src/extension/settings-store.ts';
import { declarationsForForcedColours, declarationsOf } from '../../src/page/look-sheet.ts';
import { Options } from '../../src/ui/options/options.tsx';
import type { MarkStyle, OptionsActions, OptionsState } from '../../src/ui/options/options-state.ts';

function App() {
  const [state, setState] = useState<OptionsState>({ type: 'loading' });
  const load = useCallback(() => {
    Promise.all([loadPack(), loadSettings()]).then(
      ([pack, settings]) => setState({ type: 'ready', pack, settings }),
      (error: unknown) => {
        console.error('Counterpoint', error);
        setState({ type: 'failed' });
      },
    );
  }, []);
  useEffect(load, [load]);
  useEffect(
    () => watchSettings((settings) => setState((now) => (now.type === 'ready' ? { ...now, settings } : now))),
    [],
  );
  const loaded = state.type === 'ready';
  useEffect(() => {
    // The place in the address (`#categories`) came before the sections it names.
    if (loaded && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [loaded]);

  const actions: OptionsActions = {
    save: (change) =>
      saveSettings(change).then(
        () => true,
        () => false,
      ),
    tryAgain: () => {
      setState({ type: 'loading' });
      load();
    },
  };
  return (
    <Options state={state} actions={actions} markStyle={markStyle} version={browser.runtime.getManifest().version} />
  );
}

const markStyle: MarkStyle = (look) => {
  const forced = matchMedia('(forced-colors: active)').matches;
  return (forced ? declarationsForForcedColours(look) : declarationsOf(look)).join(';');
};

const root = document.getElementById('app');
if (root) render(<App />, root);
