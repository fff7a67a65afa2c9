/** The one import of the polyfill: background and extension pages only, never code that enters a page. */
import browser from 'webextension-polyfill';

export { browser };
