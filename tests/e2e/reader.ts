/**
 * One way to drive both browsers with the built extension, as a reader would: open a page, rest on a word, read the
 * card. Chromium by Playwright (and CDP, for the closed root), Firefox by Puppeteer over WebDriver BiDi.
 */
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';

export type Kind = 'chromium' | 'firefox';
export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  /** The reader's own size of text, in pixels; browsers come with 16. */
  readonly textSize?: number;
  /** False: the same browser without the extension. */
  readonly extension?: boolean;
  readonly headed?: boolean;
  /** A profile's directory that outlives the browser; without it a profile is made and thrown away. */
  readonly profile?: string;
}

/** One tab. Scripts given to `evaluate` run in the page's own world. */
export interface Tab {
  readonly kind: Kind;
  goto(url: string): Promise<void>;
  back(): Promise<void>;
  /** With `frame`, a part of a frame's address, the script runs there instead of in the page itself. */
  evaluate<T>(script: string, frame?: string): Promise<T>;
  /** In a world of its own on the same document: a page that rewrote its own prototypes cannot fool it. */
  evaluateApart<T>(script: string): Promise<T>;
  move(x: number, y: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  click(x: number, y: number): Promise<void>;
  wheel(deltaY: number): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Brings the tab before its reader. */
  show(): Promise<void>;
  /** `whole`: the page to its end instead of what stands in the window. */
  screenshot(path?: string, whole?: boolean): Promise<Uint8Array>;
  /** Runs `body` (a function body with `root`, the card's closed shadow root) where a card is open; else `null`. */
  inCard<T>(body: string): Promise<T | null>;
  /** What assistive technology is offered of the card: Chromium only (its automation has a tree). */
  accessibility(): Promise<readonly { role: string; name: string }[]>;
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface Reader {
  readonly kind: Kind;
  tab(): Promise<Tab>;
  /** An extension page as a tab: `popup.html`, `options.html`, `entity.html#huawei`. */
  extensionPage(path: string): Promise<Tab>;
  /** Runs a script in the background; `self` is its global object. */
  background(script: string): Promise<void>;
  /** Every address that was requested so far, by pages and by the extension, where the browser tells. */
  readonly requests: readonly string[];
  /** Settles when the browser is closed, by whomever. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export function openReader(kind: Kind, look: Look = {}): Promise<Reader> {
  return kind === 'chromium' ? openChromium(look) : openFirefox(look);
}

/** Function body's head: `ours()` gives every range of our highlights with a live one over the same words. No iterators: they do not cross worlds in Firefox. */
const OURS = `function ours() {
  const found = [];
  CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('counterpoint-')) return;
    highlight.forEach((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      found.push(live);
    });
  });
  return found;
}`;

/** Script: the texts that our highlights cover, read back from the page's registry. */
export const PAINTED = `(() => { ${OURS} return ours().map((live) => live.toString()); })()`;

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Script: where on the screen the nth painted mention of `text` from the top is: its first line's middle, or null. */
export const whereIs = (text: string, nth = 0): string => `(() => {
  ${OURS}
  const rects = ours()
    .filter((live) => live.toString().replace(/\\s+/g, ' ') === ${JSON.stringify(text)})
    .flatMap((live) => live.getClientRects()[0] ?? [])
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const rect = rects[${nth}];
  return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom } : null;
})()`;

type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/** Asks until `ask` gives something truthy; throws with `what` after `limitMs`. The only waiting there is. */
export async function until<T>(ask: () => Promise<T>, what: string, limitMs = 8000): Promise<Truthy<T>> {
  const end = Date.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer as Truthy<T>;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${limitMs} ms for ${what}; last: ${String(last)}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
