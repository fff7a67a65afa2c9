/** From a mark under the pointer to an open card: fetches code and claims while the pointer rests, opens, closes. */
import { browser } from 'wxt/browser';
import type { Result } from '../../src/core/result.ts';
import type { EntityView } from '../../src/core/view.ts';
import { ask } from '../../src/link/ask.ts';
import { type CardHandle, whenCardReady } from '../../src/link/card-door.ts';
import { isCardOpened } from '../../src/link/wire.ts';
import type { AnnotatorEvents, MentionOnPage } from '../../src/page/annotator.ts';

/** Claims that the first screen shows. */
const FIRST_CLAIMS = 3;

export function cardOpener(document: Document, signal: AbortSignal): Omit<AnnotatorEvents, 'counted'> {
  // Not `randomUUID`: pages without encryption have none.
  const token = crypto.getRandomValues(new Uint32Array(4)).join('-');
  let prepared: { readonly mention: MentionOnPage; readonly view: Promise<Result<EntityView>> } | undefined;
  let codeAsked = false;
  let open: { readonly mention: MentionOnPage; readonly card: CardHandle } | undefined;
  let wanted: MentionOnPage | undefined;

  function close(): void {
    wanted = undefined;
    open?.card.close();
    open = undefined;
  }

  function viewOf(mention: MentionOnPage, limit?: number): Promise<Result<EntityView>> {
    const { entity, near } = mention;
    return ask({ type: 'entity', entity, near, ...(limit === undefined ? {} : { limit }) });
  }

  /** Fetches the card's code, once for this frame, and the first claims, while the pointer still rests. */
  function prepare(mention: MentionOnPage): void {
    if (!codeAsked) {
      codeAsked = true;
      void ask({ type: 'load-card' }).then((loaded) => {
        codeAsked = loaded.ok;
      });
    }
    if (prepared?.mention !== mention) prepared = { mention, view: viewOf(mention, FIRST_CLAIMS) };
  }

  const onMessage = (message: unknown): undefined => {
    if (isCardOpened(message) && message.token !== token) close();
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(onMessage);
    close();
  });

  return {
    resting(mention) {
      if (open && open.mention !== mention) open.card.pointerLeftMark();
      if (open?.mention === mention) open.card.pointerOnMark();
      prepare(mention);
    },
    async open(mention, at, byTouch) {
      if (open?.mention === mention) return;
      wanted = mention;
      prepare(mention);
      const openCard = await whenCardReady();
      if (wanted !== mention || signal.aborted) return;
      close();
      void ask({ type: 'opened', token });
      const first = prepared?.mention === mention ? prepared.view : undefined;
      let retry = false;
      const card = openCard({
        document,
        text: mention.text,
        anchor: () => mention.rects(),
        point: at,
        dialog: modalAround(mention),
        takeFocus: byTouch,
        load: (limit = FIRST_CLAIMS) => {
          const view = !retry && limit === FIRST_CLAIMS && first ? first : viewOf(mention, limit);
          retry = true;
          return view;
        },
        openPage: (page, place) => void ask({ type: 'open-page', page, ...(place === undefined ? {} : { at: place }) }),
        why: { rule: mention.reason.rule, words: mention.reasonWords() },
        onClose: () => {
          if (open?.mention === mention) open = undefined;
        },
      });
      open = { mention, card };
    },
    left() {
      wanted = undefined;
      open?.card.pointerLeftMark();
    },
    gone(mention) {
      if (open?.mention === mention || wanted === mention) close();
    },
  };
}

/** The modal dialog or full screen a mention lies in: all else is inert then, so the card has to stand inside it. */
function modalAround(mention: MentionOnPage): Element | null {
  let node: Node = mention.range.startContainer;
  for (;;) {
    const modal = (node instanceof Element ? node : node.parentElement)?.closest(':modal');
    const root = node.getRootNode();
    if (modal || !(root instanceof ShadowRoot)) return modal ?? null;
    node = root.host;
  }
}
