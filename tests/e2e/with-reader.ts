/** Runs a group of journeys in both browsers, each with one browser of its own and one site. */
import { test } from '@playwright/test';
import { type Kind, type Look, openReader, type Reader } from './reader.ts';
import { type Site, serveSite } from './site.ts';

export interface Stage {
  readonly kind: Kind;
  readonly reader: Reader;
  readonly site: Site;
}

/** `tests` gets a function that gives the stage; call it inside a test only. */
export function inBothBrowsers(name: string, tests: (stage: () => Stage) => void, look: Look = {}): void {
  for (const kind of ['chromium', 'firefox'] as const) {
    test.describe(`${name} (${kind})`, () => {
      let stage: Stage | undefined;
      test.beforeAll(async () => {
        const site = await serveSite();
        stage = { kind, site, reader: await openReader(kind, look) };
      });
      test.afterAll(async () => {
        await stage?.reader.close();
        await stage?.site.close();
      });
      tests(() => {
        if (!stage) throw new Error('no browser is open');
        return stage;
      });
    });
  }
}
