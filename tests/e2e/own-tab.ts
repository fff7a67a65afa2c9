/** One tab for each test of a group, and pages by their content. */
import { test } from '@playwright/test';
import { PAINTED, type Tab } from './reader.ts';
import type { Stage } from './with-reader.ts';

export const HIKVISION = '<p>Cameras by Hikvision.</p>';
export const HYTERA = '<p>Radios by Hytera.</p>';
export const DAHUA = '<p>Recorders by Dahua.</p>';

/** A page with `body`, legible and with room around its words for a pointer. */
export const htmlPage = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Stress</title>${head}</head><body style="font:18px serif;margin:40px">${body}</body></html>`;

export interface OwnTab {
  readonly tab: Tab;
  /** Serves the text at `path` and opens it. */
  open(path: string, html: string, headers?: Readonly<Record<string, string>>): Promise<void>;
}

/** Call it in the group; what it gives holds a fresh tab in each of its tests. */
export function ownTab(stage: () => Stage): OwnTab {
  let tab: Tab | undefined;
  test.beforeEach(async () => {
    tab = await stage().reader.tab();
  });
  test.afterEach(async () => {
    await tab?.close();
    tab = undefined;
  });
  const current = (): Tab => {
    if (!tab) throw new Error('no tab is open');
    return tab;
  };
  return {
    get tab() {
      return current();
    },
    open: (path, html, headers) => current().goto(stage().site.page(path, html, headers)),
  };
}

/** Script: the texts that our highlights cover in another window that the page can reach, `null` while it has none. */
export const paintedWithin = (window: string): string =>
  `((other) => other?.document?.documentElement ? ((CSS, document) => ${PAINTED})(other.CSS, other.document) : null)(${window})`;
