import '../../src/ui/tokens.css';
import '../../src/ui/parts/parts.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/popup/search.css';
import '../../src/ui/entity/entity.css';
import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type EntityAddress, readEntityAddress, writeEntityAddress } from '../../src/core/entity-address.ts';
import type { Pack } from '../../src/core/model.ts';
import type { Settings } from '../../src/core/settings.ts';
import { loadPack } from '../../src/extension/curated.ts';
import { loadSettings, watchSettings } from '../../src/extension/settings-store.ts';
import { EntityPage } from '../../src/ui/entity/entity-page.tsx';
import type { EntityActions } from '../../src/ui/entity/entity-state.ts';

interface Loaded {
  readonly pack: Pack;
  readonly settings: Settings;
}

function App() {
  const [loaded, setLoaded] = useState<Loaded | 'failed'>();
  const [at, setAt] = useState(() => readEntityAddress(location.hash));
  const load = useCallback(() => {
    Promise.all([loadPack(), loadSettings()]).then(
      ([pack, settings]) => setLoaded({ pack, settings }),
      (error: unknown) => {
        console.error('Counterpoint', error);
        setLoaded('failed');
      },
    );
  }, []);
  useEffect(load, [load]);
  useEffect(
    () => watchSettings((settings) => setLoaded((now) => (typeof now === 'object' ? { ...now, settings } : now))),
    [],
  );
  useEffect(() => {
    const follow = (): void => setAt(readEntityAddress(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const actions: EntityActions = {
    go: (to: EntityAddress) => {
      const hash = writeEntityAddress(to);
      if (to.entity === at.entity && to.claim === undefined) history.replaceState(null, '', hash);
      else history.pushState(null, '', hash);
      setAt(to);
    },
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    tryAgain: () => {
      setLoaded(undefined);
      load();
    },
  };
  const state =
    loaded === undefined
      ? ({ type: 'loading' } as const)
      : loaded === 'failed'
        ? ({ type: 'failed' } as const)
        : ({ type: 'ready', ...loaded, at } as const);
  return <EntityPage state={state} actions={actions} />;
}

const root = document.getElementById('app');
if (root) render(<App />, root);
