/** Opens a card beside words on a page, and takes it away again without a trace. */
import { h, render } from 'preact';
import type { Result } from '../../core/result.ts';
import type { EntityView } from '../../core/view.ts';
import { prepareDates } from '../parts/dates.ts';
import { english } from '../strings.ts';
import { Card, type CardState, cardName } from './card.tsx';
import { watchDismissal } from './dismissal.ts';
import { deepestFocus, handleTab, restoreFocus } from './focus.ts';
import { grace } from './grace.ts';
import { makeHost, removeHost, showHost } from './host.ts';
import { cardPosition } from './position.ts';
import { isDarkAt } from './tone.ts';

/** Loading that takes no longer than this shows nothing but its result. */
const QUIET_LOADING_MS = 100;
/** Time to come back to the words or to reach the card. */
const GRACE_MS = 300;

export interface CardOptions {
  readonly document: Document;
  readonly text: string;
  readonly anchor: () => readonly DOMRect[];
  readonly point: { readonly x: number; readonly y: number } | null;
  readonly dialog: Element | null;
  readonly takeFocus: boolean;
  readonly load: (limit?: number) => Promise<Result<EntityView>>;
  readonly openPage: (page: 'options' | 'entity', at?: string) => void;
  readonly why: { readonly rule: string; readonly words: readonly string[] };
  readonly onClose: () => void;
}

export interface CardHandle {
  close(): void;
  pointerLeftMark(): void;
  pointerOnMark(): void;
}

/** What can be done before a card opens, so that it opens sooner. */
export function prepareCard(): void {
  prepareDates(english.locale.formats);
}

const CLOSED: CardHandle = { close() {}, pointerLeftMark() {}, pointerOnMark() {} };

/**
 * Loads the claims and shows the card: nothing for the first 100 ms of loading, then the words' own name, then the
 * claims. Never throws: where a page makes a card impossible, none opens. `onClose` is called once, however it closes.
 */
export function openCard(options: CardOptions): CardHandle {
  try {
    return mountCard(options);
  } catch {
    queueMicrotask(options.onClose);
    return CLOSED;
  }
}

function mountCard(options: CardOptions): CardHandle {
  const { document } = options;
  const window = document.defaultView ?? globalThis.window;
  const life = new AbortController();
  const { signal } = life;
  const card = makeHost(document);
  const { host, root, panel } = card;
  const before = deepestFocus(document);
  const position = cardPosition({ card, window, anchor: options.anchor, point: options.point, onGone: close });
  const leaving = grace(GRACE_MS, () => hasFocus() || close(), signal);
  let state: CardState = { type: 'loading' };
  let onMark = options.point !== null;
  let inside = false;

  panel.lang = english.locale.lang;
  panel.dir = english.locale.dir;

  function hasFocus(): boolean {
    return root.activeElement !== null;
  }

  function close(): void {
    if (signal.aborted) return;
    const focused = hasFocus();
    life.abort();
    render(null, panel);
    removeHost(card);
    if (focused) restoreFocus(before);
    options.onClose();
  }

  function show(next: CardState): void {
    if (signal.aborted) return;
    state = next;
    panel.setAttribute('aria-label', cardName(state, options.text));
    render(
      h(Card, {
        state,
        text: options.text,
        why: options.why,
        onClose: close,
        onTryAgain: () => void loadFirst(),
        onShowOthers: () => void loadOthers(),
        onOpenPage: options.openPage,
      }),
      panel,
    );
    if (!host.isConnected) {
      if (options.anchor().length === 0) {
        close();
        return;
      }
      const [line] = options.anchor();
      const at = options.point ?? (line && { x: line.left, y: line.top + line.height / 2 });
      panel.classList.toggle('cp-dark', at !== undefined && isDarkAt(document, at));
      showHost(card, document, options.dialog);
      position.follow(signal);
      if (options.takeFocus) panel.focus({ preventScroll: true });
    }
    position.update(state.type === 'loading');
  }

  async function loadFirst(): Promise<void> {
    const quiet = setTimeout(() => show({ type: 'loading' }), QUIET_LOADING_MS);
    const view = await settled(options.load());
    clearTimeout(quiet);
    const retried = hasFocus();
    show(view ? { type: 'shown', view, others: 'left-out' } : { type: 'failed' });
    // The button that was pressed is gone; the focus stays in the card.
    if (retried && !hasFocus()) panel.focus({ preventScroll: true });
  }

  async function loadOthers(): Promise<void> {
    if (state.type !== 'shown') return;
    const { view: first } = state;
    const shown = new Set(first.claims.map(({ claim }) => claim.id));
    const focused = hasFocus();
    show({ type: 'shown', view: first, others: 'loading' });
    const view = await settled(options.load(first.total));
    show({ type: 'shown', view: view ?? first, others: view ? 'left-out' : 'failed' });
    if (!focused || signal.aborted) return;
    const next = view?.claims.find(({ claim }) => !shown.has(claim.id));
    const article = next && root.querySelector<HTMLElement>(`[data-claim="${next.claim.id}"]`);
    (article ?? panel).focus();
  }

  function considerLeaving(): void {
    if (onMark || inside) leaving.end();
    else leaving.start();
  }

  watchDismissal({
    window,
    host,
    root,
    signal,
    events: {
      escape: close,
      pressedElsewhere: close,
      moved: () => position.update(),
      pointerInside(now) {
        inside = now;
        considerLeaving();
      },
      pointerMoved(point) {
        if (onMark || inside || !host.isConnected) return;
        if (position.isOnTheWay(point)) leaving.end();
        else if (options.point !== null) leaving.start();
      },
    },
  });
  panel.addEventListener('keydown', (event) => handleTab(event, root, panel, close), { signal });
  void loadFirst();

  return {
    close,
    pointerLeftMark() {
      onMark = false;
      considerLeaving();
    },
    pointerOnMark() {
      onMark = true;
      considerLeaving();
    },
  };
}

/** The view, or undefined where loading failed in any way. */
async function settled(loading: Promise<Result<EntityView>>): Promise<EntityView | undefined> {
  try {
    const result = await loading;
    return result.ok ? result.value : undefined;
  } catch {
    return undefined;
  }
}
