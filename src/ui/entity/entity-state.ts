/** What the entity page is given, and what it may ask for. The entrypoint fills both from the browser. */
import type { EntityAddress } from '../../core/entity-address.ts';
import type { Pack } from '../../core/model.ts';
import type { Settings } from '../../core/settings.ts';

export type EntityState =
  | { readonly type: 'loading' }
  | { readonly type: 'failed' }
  | { readonly type: 'ready'; readonly pack: Pack; readonly settings: Settings; readonly at: EntityAddress };

export interface EntityActions {
  /** Shows another place of the page; a change of filters alone makes no entry in the history. */
  readonly go: (to: EntityAddress) => void;
  /** Resolves to false where the browser did not allow copying. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly tryAgain: () => void;
}
