/** The reader's settings in `storage.local`: read through the schema, watched, never sent anywhere. */
import { readSettings, type Settings } from '../core/settings.ts';
import { browser } from './browser.ts';

const KEY = 'settings';

export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/** Applies `change` to the settings as they are now and stores the result. Changes are made one after another. */
export function saveSettings(change: (settings: Settings) => Settings): Promise<void> {
  const next = queue.then(async () => {
    await browser.storage.local.set({ [KEY]: change(await loadSettings()) });
  });
  queue = next.catch(() => undefined);
  return next;
}

let queue: Promise<unknown> = Promise.resolve();

/** Calls back with every new state of the settings, whoever changed them. Returns the function that ends it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY];
    if (area === 'local' && change) onChange(readSettings(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
