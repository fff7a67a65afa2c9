/** Whether marking is on for a site. Small and pure: it runs in every page. */

/** True if `host` is one of `off` or a subdomain of one: `off` of `example.org` covers `news.example.org`. */
export function isSiteOff(host: string, off: readonly string[]): boolean {
  return off.some((site) => host === site || host.endsWith(`.${site}`));
}

/** The site a reader switches when on `host`: the host without a leading `www.`. */
export function siteOf(host: string): string {
  return host.replace(/^www\./, '');
}
