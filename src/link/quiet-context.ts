/**
 * Stands in for WXT's content-script context, which tells every page that a script started (a DOM event and a
 * `window.postMessage`). A page must not notice us, and our scripts own their listeners by an `AbortSignal`.
 * Joined by the alias in `wxt.config.ts`.
 */
export class ContentScriptContext {}
