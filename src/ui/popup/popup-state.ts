/** What the popup is given, and what it may ask for. The entrypoint fills both from the browser. */
import type { Pack } from '../../core/model.ts';
import type { Settings } from '../../core/settings.ts';

/** What is marked in the tab the popup stands over. */
export type TabState =
  | { readonly type: 'loading' }
  | { readonly type: 'ready'; readonly mentions: readonly Mentioned[] }
  | { readonly type: 'off' }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'reload' };

export interface Mentioned {
  readonly entity: string;
  readonly count: number;
}

export type PopupState = { readonly type: 'loading' } | { readonly type: 'failed' } | ReadyState;

export interface ReadyState {
  readonly type: 'ready';
  readonly pack: Pack;
  readonly settings: Settings;
  /** Address of the page, '' where there is none. */
  readonly address: string;
  /** The page's site as the reader switches it, '' where a page has none. */
  readonly site: string;
  readonly tab: TabState;
}

export interface PopupActions {
  readonly change: (change: (settings: Settings) => Settings) => void;
  readonly openPage: (page: 'options' | 'entity', at?: string) => void;
  readonly reloadTab: () => void;
  readonly tryAgain: () => void;
  readonly close: () => void;
}
