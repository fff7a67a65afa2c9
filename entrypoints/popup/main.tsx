import '../../src/ui/tokens.css';
import '../../src/ui/parts/parts.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/popup/search.css';
import '../../src/ui/popup/popup.css';
import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Pack } from '../../src/core/model.ts';
import type { Settings } from '../../src/core/settings.ts';
import { siteOf } from '../../src/core/site-rules.ts';
import { browser } from '../../src/extension/browser.ts';
import { loadPack } from '../../src/extension/curated.ts';
import { mentionsInTab } from '../../src/extension/page-mentions.ts';
import { loadSettings, saveSettings, watchSettings } from '../../src/extension/settings-store.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import type { PopupActions, PopupState, TabState } from '../../src/ui/popup/popup-state.ts';

/** While the popup is open the page may still be loading, or follow a switch: it is asked again this often. */
const ASK_AGAIN_MS = 500;

interface Tab {
  readonly id: number;
  readonly address: string;
}

interface Loaded {
  readonly pack: Pack;
  readonly settings: Settings;
  readonly tab: Tab | undefined;
}

function App() {
  const [loaded, setLoaded] = useState<Loaded | 'failed'>();
  const [tabState, setTabState] = useState<TabState>({ type: 'loading' });
  const ready = typeof loaded === 'object' ? loaded : undefined;
  const tabId = ready?.tab?.id;

  const load = useCallback(() => {
    Promise.all([loadPack(), loadSettings(), currentTab()]).then(
      ([pack, settings, tab]) => setLoaded({ pack, settings, tab }),
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
    if (!ready) return;
    if (tabId === undefined) {
      setTabState({ type: 'not-allowed' });
      return;
    }
    const look = async (): Promise<void> => {
      const found = await mentionsInTab(tabId);
      setTabState((shown) => (JSON.stringify(shown) === JSON.stringify(found) ? shown : found));
    };
    void look();
    const timer = setInterval(() => void look(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [ready, tabId]);

  const actions: PopupActions = {
    change: (change) => {
      // Shown at once, stored in the background; what was stored comes back through `watchSettings`.
      setLoaded((now) => (typeof now === 'object' ? { ...now, settings: change(now.settings) } : now));
      void saveSettings(change).catch(load);
    },
    openPage: (page, at) => {
      const url = browser.runtime.getURL(`${page}.html${at === undefined ? '' : `#${at}`}`);
      void browser.tabs.create({ url }).then(() => window.close());
    },
    reloadTab: () => {
      if (tabId !== undefined) void browser.tabs.reload(tabId);
      setTabState({ type: 'loading' });
    },
    tryAgain: () => {
      setLoaded(undefined);
      load();
    },
    close: () => window.close(),
  };
  return <Popup state={popupState(loaded, tabState)} actions={actions} />;
}

function popupState(loaded: Loaded | 'failed' | undefined, tab: TabState): PopupState {
  if (loaded === undefined) return { type: 'loading' };
  if (loaded === 'failed') return { type: 'failed' };
  const address = loaded.tab?.address ?? '';
  return { type: 'ready', pack: loaded.pack, settings: loaded.settings, address, site: siteIn(address), tab };
}

/** The tab the popup stands over. `?tab=ID` names one where the popup itself is opened in a tab. */
async function currentTab(): Promise<Tab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const tab =
    named > 0 ? await browser.tabs.get(named) : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? undefined : { id: tab.id, address: tab.url ?? '' };
}

function siteIn(address: string): string {
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? siteOf(hostname) : '';
  } catch {
    return '';
  }
}

void browser.tabs.getCurrent().then((tab) => document.documentElement.classList.toggle('in-tab', tab !== undefined));

const root = document.getElementById('app');
if (root) render(<App />, root);
