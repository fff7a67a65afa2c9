/** Asks the background. The only way for code in pages to reach it. */
import { browser } from 'wxt/browser';
import type { Answer, Requests, RequestType } from './wire.ts';

/**
 * The background's answer. Never rejects: a sleeping, reloading or removed extension gives a failed result, since a
 * page must not notice.
 */
export async function ask<T extends RequestType>(
  request: Requests[T]['request'] & { readonly type: T },
): Promise<Answer<T>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer<T>;
    return unreachable('no answer');
  } catch (error) {
    return unreachable(String(error));
  }
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
