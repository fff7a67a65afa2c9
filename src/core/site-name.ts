/** The host a reader means by what they typed: a host name or a whole address. */
import { siteOf } from './site-rules.ts';

/** The site as settings store it, or `undefined` where the text names none. `https://www.bbc.co.uk/news` -> `bbc.co.uk`. */
export function readSite(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  try {
    const { protocol, hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    const named = hostname.includes('.') || hostname === 'localhost';
    return named && (protocol === 'https:' || protocol === 'http:') ? siteOf(hostname) : undefined;
  } catch {
    return undefined;
  }
}
