/** From a mark under the pointer to an open card: fetches the claims while the pointer rests, opens, closes. */
import { browser } from 'wxt/browser';
import type { Result } from '../../src/core/result.ts';
import type { EntityView } from '../../src/core/view.ts';
import { ask } from '../../src/link/ask.ts';
import type { MarkEvents } from '../../src/link/card-door.ts';
import { isCardOpened } from '../../src/link/wire.ts';
import type { MentionOnPage } from '../../src/page/annotator.ts';
import { type CardHandle, openCard } from '../../src/ui/card/mount.ts';

/** Claims that the first screen shows. */
const FIRST_CLAIMS = 3;

type View = Promise<Result<EntityView>>;

/** One for each frame; it lives as long as the document. */
export function cardOpener(document: Document): MarkEvents<MentionOnPage> {
  // Not `randomUUID`: pages without encryption have none.
  const token = crypto.getRandomValues(new Uint32Array(4)).join('-');
  let prepared: { readonly mention: MentionOnPage; readonly view: View } | undefined;
  let open: { readonly mention: MentionOnPage; readonly card: CardHandle } | undefined;

  function close(): void {
    open?.card.close();
    open = undefined;
  }

  function viewOf(mention: MentionOnPage, limit: number): View {
    return ask({ type: 'entity', entity: mention.entity, near: mention.near(), limit });
  }

  function prepare(mention: MentionOnPage): View {
    if (prepared?.mention !== mention) prepared = { mention, view: viewOf(mention, FIRST_CLAIMS) };
    return prepared.view;
  }

  browser.runtime.onMessage.addListener((message: unknown): undefined => {
    if (isCardOpened(message) && message.token !== token) close();
  });

  // Who comes back to the page by its history did not ask for a card.
  document.defaultView?.addEventListener('pagehide', close);

  return {
    resting(mention) {
      if (open?.mention === mention) open.card.pointerOnMark();
      else open?.card.pointerLeftMark();
      void prepare(mention);
    },
    open(mention, at, byTouch) {
      if (open?.mention === mention) return;
      let first: View | undefined = prepare(mention);
      prepared = undefined;
      close();
      void ask({ type: 'opened', token });
      const card = openCard({
        document,
        text: mention.text,
        anchor: () => mention.rects(),
        point: at,
        dialog: modalAround(mention),
        takeFocus: byTouch,
        load(limit = FIRST_CLAIMS) {
          const view = limit === FIRST_CLAIMS && first ? first : viewOf(mention, limit);
          first = undefined;
          return view;
        },
        openPage: (page, place) => void ask({ type: 'open-page', page, ...(place === undefined ? {} : { at: place }) }),
        why: mention.why,
        onClose: () => {
          if (open?.card === card) open = undefined;
        },
      });
      open = { mention, card };
    },
    left() {
      open?.card.pointerLeftMark();
    },
    gone(mention) {
      if (open?.mention === mention) close();
    },
    ended: close,
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
