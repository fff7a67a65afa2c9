/** What the options page is given, and what it may ask for. The entrypoint fills both from the browser. */
import type { Pack } from '../../core/model.ts';
import type { Settings } from '../../core/settings.ts';

export type OptionsState =
  | { readonly type: 'loading' }
  | { readonly type: 'failed' }
  | { readonly type: 'ready'; readonly pack: Pack; readonly settings: Settings };

export interface OptionsActions {
  /** Resolves once stored, to false where the browser refused. */
  readonly save: (change: (settings: Settings) => Settings) => Promise<boolean>;
  readonly tryAgain: () => void;
}

/** Style declarations of a mark: from the table that paints pages, so that the preview cannot differ. */
export type MarkStyle = (look: Settings['look']) => string;

/** What a section is given: the data, and a way to change the settings that says "Saved." */
export interface SectionProps {
  readonly pack: Pack;
  readonly settings: Settings;
  readonly change: (change: (settings: Settings) => Settings) => void;
}
