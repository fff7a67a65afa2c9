/**
 * What code in pages and extension pages says to the background, and what it says to pages. One type per direction;
 * the background checks what arrives with the schemas of `src/extension/messages.ts`, pages with the guard below.
 */
import type { Questions, Verdicts } from '../core/match/questions.ts';
import type { EntityId } from '../core/model.ts';
import type { Result } from '../core/result.ts';
import type { EntityView } from '../core/view.ts';

/** To the background, with the answer each gets. */
export interface Requests {
  /**
   * Brings a script into the sender's frame: the marker where a name was glimpsed, the card's code where the first hover
   * begins. False where the tab's site is switched off: the site is the tab's, and only the background knows it.
   */
  bring: {
    readonly request: { readonly type: 'bring'; readonly script: 'marker' | 'card' };
    readonly answer: Result<boolean>;
  };
  /** The names in passages of a page, and whether each is to be marked. */
  judge: { readonly request: Questions & { readonly type: 'judge' }; readonly answer: Result<Verdicts> };
  /** One entity with its claims. */
  entity: {
    readonly request: {
      readonly type: 'entity';
      readonly entity: EntityId | string;
      readonly near: readonly string[];
      readonly limit?: number;
    };
    readonly answer: Result<EntityView>;
  };
  /** A card opened here: every card in the tab that does not hold this token closes. */
  opened: { readonly request: { readonly type: 'opened'; readonly token: string }; readonly answer: Result<null> };
  /** May this frame paint? The site is the tab's; asked by frames only, and only once they found something. */
  'may-paint': { readonly request: { readonly type: 'may-paint' }; readonly answer: Result<boolean> };
  /** How many mentions this frame shows now, for the badge. */
  counted: { readonly request: { readonly type: 'counted'; readonly count: number }; readonly answer: Result<null> };
  /** The stored record is missing or damaged: write it anew. */
  'write-record': { readonly request: { readonly type: 'write-record' }; readonly answer: Result<null> };
  /** Opens an extension page in a new tab: the options at a place, or one entity in full. */
  'open-page': {
    readonly request: { readonly type: 'open-page'; readonly page: 'options' | 'entity'; readonly at?: string };
    readonly answer: Result<null>;
  };
}

/** What goes over a line, in both directions: questions are numbered, and their answers bear the number. */
export type Numbered<T> = readonly [number: number, message: T];

export type RequestType = keyof Requests;
export type Request = Requests[RequestType]['request'];
export type Answer<T extends RequestType> = Requests[T]['answer'];

/** From the background to every frame of a tab: a card opened, whoever does not hold `token` closes theirs. */
export interface CardOpened {
  readonly type: 'card-opened';
  readonly token: string;
}

export function isCardOpened(message: unknown): message is CardOpened {
  if (typeof message !== 'object' || message === null) return false;
  const found = message as Partial<Record<keyof CardOpened, unknown>>;
  return found.type === 'card-opened' && typeof found.token === 'string';
}
