/** The background's door: checks who speaks and what is said, then answers with a `Result`. */
import { failed, type Result } from '../core/result.ts';
import type { Requests, RequestType } from '../link/wire.ts';
import { browser } from './browser.ts';
import { readNumbered, readRequest } from './messages.ts';

/** Who sent a message. `tab` is missing for extension pages that are no tab (the popup). */
export interface Sender {
  readonly tabId: number | undefined;
  readonly frameId: number;
  /** Address of the sender's own document, and of the tab it is in. */
  readonly url: string;
  readonly tabUrl: string;
}

export type Handlers = {
  readonly [T in RequestType]: (
    request: Requests[T]['request'],
    sender: Sender,
  ) => Promise<Requests[T]['answer']> | Requests[T]['answer'];
};

/** Answers every question of our own extension until the worker ends. Register before anything is awaited. */
export function listen(handlers: Handlers): void {
  browser.runtime.onConnect.addListener((port) => {
    const { sender } = port;
    if (sender?.id !== browser.runtime.id) return port.disconnect();
    const from = {
      tabId: sender.tab?.id,
      frameId: sender.frameId ?? 0,
      url: sender.url ?? '',
      tabUrl: sender.tab?.url ?? '',
    };
    let isOpen = true;
    port.onDisconnect.addListener(() => {
      isOpen = false;
    });
    port.onMessage.addListener((message) => {
      const numbered = readNumbered(message);
      if (!numbered) return;
      const [number, question] = numbered;
      void answer(handlers, question, from).then((result) => {
        if (isOpen) port.postMessage([number, result]);
      });
    });
  });
}

async function answer(handlers: Handlers, message: unknown, sender: Sender): Promise<Result<unknown>> {
  const request = readRequest(message);
  if (!request.ok) return request;
  try {
    const handle = handlers[request.value.type] as (request: unknown, sender: Sender) => Promise<Result<unknown>>;
    return await handle(request.value, sender);
  } catch (error) {
    console.error('Counterpoint:', request.value.type, error);
    return failed([{ path: request.value.type, found: String(error), mend: 'try again', level: 'error' }]);
  }
}
