/** Keeps an open card beside its words while the page scrolls, grows or is resized. */
import { type CardHost, moveHost, zoomOf } from './host.ts';
import { type Box, facingEdge, isOnTheWay, lineAt, placeCard, type Side } from './place.ts';

/** Words that moved farther than this since the card opened have left the reader's eye: the card closes. */
const FAR_PX = 150;
/** Below this width the card is a sheet along an edge. */
const NARROW_PX = 480;
/** Height reserved while the claims are still loading, so that the card need not change its side when they come. */
const EXPECTED_HEIGHT = 460;
/** How often words are looked for that moved or went without a scroll (a late picture, an edit). */
const LOOK_AGAIN_MS = 250;

export interface CardPosition {
  /** Places the card anew. `provisional`: its content is still to come. */
  update(provisional?: boolean): void;
  /** Looks after the place until the signal ends. */
  follow(signal: AbortSignal): void;
  isOnTheWay(point: { readonly x: number; readonly y: number }): boolean;
}

export function cardPosition(watched: {
  readonly card: CardHost;
  readonly window: Window;
  readonly anchor: () => readonly DOMRect[];
  readonly point: { readonly x: number; readonly y: number } | null;
  /** The words are gone, or out of sight. */
  readonly onGone: () => void;
}): CardPosition {
  const { card, window, anchor, point, onGone } = watched;
  const { host, panel } = card;
  const rtl = window.getComputedStyle(window.document.documentElement).direction === 'rtl';
  let first: Box | undefined;
  let lineIndex: number | undefined;
  let side: Side | undefined;
  let last = '';

  function update(provisional = false): void {
    if (!host.isConnected) return;
    const lines = readLines();
    if (!lines) {
      onGone();
      return;
    }
    const area = visibleArea(window);
    lineIndex ??= lines.indexOf(lineAt(lines, point));
    const line = lines[lineIndex] ?? lines[0];
    first ??= lines[0];
    const gone = { x: lines[0].left - first.left, y: lines[0].top - first.top };
    if (Math.hypot(gone.x, gone.y) > FAR_PX || line.bottom < area.top || line.top > area.bottom) {
      onGone();
      return;
    }
    const sheet = area.right - area.left < NARROW_PX;
    panel.classList.toggle('cp-sheet', sheet);
    const width = sheet ? `${(area.right - area.left) / zoomOf(host)}px` : 'max-content';
    card.where.setProperty('width', width, 'important');
    const zoom = zoomOf(host);
    const natural = (panel.scrollHeight + panel.offsetHeight - panel.clientHeight) * zoom;
    const place = (height: number) =>
      placeCard({ lines, line, width: host.getBoundingClientRect().width, height, area, rtl, keep: side, sheet });
    side = place(provisional ? Math.max(natural, EXPECTED_HEIGHT) : natural).side;
    const { left, top, maxHeight } = place(natural);
    panel.style.maxHeight = `${maxHeight / zoom}px`;
    moveHost(card, { left, top });
    last = lines.map(({ left, top }) => `${left},${top}`).join();
  }

  function readLines(): readonly [DOMRect, ...DOMRect[]] | undefined {
    const [head, ...rest] = anchor().filter((rect) => rect.width > 0 && rect.height > 0);
    return head && [head, ...rest];
  }

  return {
    update,
    follow(signal) {
      const sizes = new ResizeObserver(() => update());
      sizes.observe(panel);
      for (const part of panel.children) sizes.observe(part);
      let looked = performance.now();
      let frame = window.requestAnimationFrame(function look(now) {
        if (now - looked >= LOOK_AGAIN_MS) {
          looked = now;
          const lines = readLines();
          if (!lines) {
            onGone();
            return;
          }
          if (lines.map(({ left, top }) => `${left},${top}`).join() !== last) update();
        }
        frame = window.requestAnimationFrame(look);
      });
      signal.addEventListener('abort', () => {
        sizes.disconnect();
        window.cancelAnimationFrame(frame);
      });
    },
    isOnTheWay(at) {
      const lines = readLines();
      const line = lines && (lines[lineIndex ?? 0] ?? lines[0]);
      return !!line && !!side && isOnTheWay(at, facingEdge(line, side), host.getBoundingClientRect());
    },
  };
}

/** What the reader sees of the page: less than the window when zoomed in by fingers. */
function visibleArea(window: Window): Box {
  const { clientWidth, clientHeight } = window.document.documentElement;
  const view = window.visualViewport;
  if (view && view.scale > 1) {
    const { offsetLeft, offsetTop, width, height } = view;
    return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
  }
  const quirks = window.document.compatMode === 'BackCompat';
  const height = quirks || clientHeight === 0 ? window.innerHeight : Math.min(clientHeight, window.innerHeight);
  return { left: 0, top: 0, right: clientWidth || window.innerWidth, bottom: height };
}
