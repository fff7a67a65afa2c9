/**
 * Asks the background. The only way for code in pages to reach it: a line that the first question opens, and that is
 * closed once nothing was said on it for a while. A message on an open line costs a page a fraction of what
 * `sendMessage` costs, which opens one for each.
 */
import { type Browser, browser } from 'wxt/browser';
import type { Answer, Numbered, Requests, RequestType } from './wire.ts';

/** A line in use keeps the background awake; so long after the last answer it is given up. */
const REST_MS = 2_000;

interface Line {
  readonly port: Browser.runtime.Port;
  /** Who waits for the answer, by the number of the question. */
  readonly waiting: Map<number, (answer: unknown) => void>;
  /** Opened while the page was drawn ahead of time: once it is shown it is another frame, and the line still says the old. */
  readonly isAhead: boolean;
  /** The background knows the page by the address it had when the line was opened. */
  readonly address: string;
}

let line: Line | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/**
 * The background's answer. Never rejects: a sleeping, reloading or removed extension gives a failed result, since a
 * page must not notice.
 */
export async function ask<T extends RequestType>(
  request: Requests[T]['request'] & { readonly type: T },
): Promise<Answer<T>> {
  try {
    const answer = await onLine(request);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer<T>;
    return unreachable('no answer');
  } catch (error) {
    return unreachable(String(error));
  }
}

function onLine(request: Requests[RequestType]['request']): Promise<unknown> {
  const number = ++asked;
  return new Promise((resolve) => {
    clearTimeout(resting);
    if (line && isOutdated(line)) hangUp();
    // A page that was away and came back may hold a line that was cut meanwhile.
    for (const isAgain of [false, true]) {
      line ??= open();
      line.waiting.set(number, resolve);
      try {
        line.port.postMessage([number, request] satisfies Numbered<unknown>);
        return;
      } catch (error) {
        line.waiting.delete(number);
        close(line);
        if (isAgain) throw error;
      }
    }
  });
}

function open(): Line {
  const opened: Line = {
    port: browser.runtime.connect(),
    waiting: new Map(),
    isAhead: isDrawnAhead(),
    address: location.href,
  };
  opened.port.onMessage.addListener(([number, answer]: Numbered<unknown>) => {
    opened.waiting.get(number)?.(answer);
    opened.waiting.delete(number);
    if (opened.waiting.size > 0 || opened !== line) return;
    clearTimeout(resting);
    resting = setTimeout(hangUp, REST_MS);
  });
  opened.port.onDisconnect.addListener(() => {
    // Who does not look at it has it written to the page's console.
    void browser.runtime.lastError;
    close(opened);
  });
  // Browsers cut the lines of pages that they keep for coming back to, and say nothing to the page.
  addEventListener('pagehide', putAway);
  return opened;
}

function isOutdated({ isAhead, address, waiting }: Line): boolean {
  return (isAhead && !isDrawnAhead()) || (address !== location.href && waiting.size === 0);
}

/** Firefox draws no page ahead of time. */
function isDrawnAhead(): boolean {
  return (document as { readonly prerendering?: boolean }).prerendering === true;
}

function putAway({ isTrusted }: Event): void {
  if (isTrusted) hangUp();
}

function hangUp(): void {
  line?.port.disconnect();
  if (line) close(line);
}

/** Whoever still waits on the line gets no answer. */
function close(closed: Line): void {
  if (line === closed) {
    line = undefined;
    clearTimeout(resting);
    removeEventListener('pagehide', putAway);
  }
  for (const answer of closed.waiting.values()) answer(undefined);
  closed.waiting.clear();
}

function unreachable(found: string): {
  readonly ok: false;
  readonly problems: [{ path: string; found: string; mend: string; level: 'error' }];
} {
  return {
    ok: false,
    problems: [{ path: 'background', found, mend: 'reload the page, or try again', level: 'error' }],
  };
}
