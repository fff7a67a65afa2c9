import { join } from 'node:path';
import puppeteer, { type Frame, type Page } from 'puppeteer-core';
import { type Look, type Reader, type Tab, until } from './reader.ts';
import { PLAIN_HOST } from './site.ts';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'firefox-mv3');
const GECKO_ID = 'counterpoint@counterpoint.invalid';
const UUID = '6f1c0d8e-5d5b-4c39-9a52-3f0e8a3a6c11';

export async function openFirefox(look: Look): Promise<Reader> {
  const textSize = look.textSize ?? 16;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH || '/usr/bin/firefox-esr',
    headless: look.headed !== true,
    args: ['--remote-allow-system-access'],
    defaultViewport: look.headed ? null : { width: look.width ?? 1000, height: look.height ?? 760 },
    ...(look.profile === undefined ? {} : { userDataDir: look.profile }),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      // An add-on installed for a test goes when the browser closes; what it stored stays, as for a real one.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'network.dns.localDomains': PLAIN_HOST,
      'layout.css.prefers-color-scheme.content-override': look.theme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': look.reducedMotion ? 1 : 0,
      'browser.display.document_color_use': look.forcedColors ? 2 : 1,
      'font.size.variable.x-western': textSize,
      'font.size.variable.x-unicode': textSize,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  if (look.extension !== false) await browser.installExtension(EXTENSION);
  const requests: string[] = [];
  let desk: Promise<Tab> | undefined;
  const extensionPage = async (path: string): Promise<Tab> => {
    const page = await browser.newPage();
    // Firefox opens extension pages but never says that they have loaded.
    page.goto(`moz-extension://${UUID}/${path}`).catch(() => undefined);
    const loaded = `location.protocol === 'moz-extension:' && document.readyState === 'complete'`;
    await until(() => page.evaluate(loaded) as Promise<boolean>, path);
    return tabOf(page, requests);
  };
  return {
    kind: 'firefox',
    requests,
    closed: new Promise((done) => void browser.on('disconnected', () => done())),
    tab: async () => tabOf(await browser.newPage(), requests),
    extensionPage,
    background: async (script) => {
      // Left open: what a closed page gave to the background is dead there.
      desk ??= extensionPage('options.html');
      await (await desk).evaluate(`browser.runtime.getBackgroundPage().then((self) => { ${script} })`);
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page, requests: string[]): Tab {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  return {
    kind: 'firefox',
    errors,
    goto: async (url) => {
      await page.goto(url);
    },
    back: async () => {
      await page.evaluate('void history.back()');
    },
    evaluate: <T>(script: string, frame?: string) => {
      const inner = frame === undefined ? page.mainFrame() : page.frames().find((one) => one.url().includes(frame));
      if (!inner) throw new Error(`no frame ${frame}`);
      return inner.evaluate(script) as Promise<T>;
    },
    evaluateApart: <T>(script: string) => isolatedRealm(page).evaluate(script) as Promise<T>,
    move: (x, y) => page.mouse.move(x, y, { steps: 3 }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    click: (x, y) => page.mouse.click(x, y),
    wheel: (deltaY) => page.mouse.wheel({ deltaY }),
    press: (key) => page.keyboard.press(key as 'Escape'),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewport({ width, height }),
    show: () => page.bringToFront(),
    screenshot: (path, whole = false) =>
      page.screenshot({ fullPage: whole, ...(path === undefined ? {} : { path: path as `${string}.png` }) }),
    inCard: async <T>(body: string) => {
      for (const frame of page.frames()) {
        const found = await inCard<T>(page, frame, body);
        if (found) return found.value;
      }
      return null;
    },
    accessibility: async () => [],
    close: () => page.close(),
  };
}

/** Puppeteer has no public name for the realm that page scripts do not share. */
function isolatedRealm(page: Page): { evaluate(script: string): Promise<unknown> } {
  return (
    page.mainFrame() as unknown as { isolatedRealm(): { evaluate(script: string): Promise<unknown> } }
  ).isolatedRealm();
}

interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}
interface Bidi {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

/** The closed root is reached as WebDriver's serialisation offers it: a node reference with its shadow tree. */
async function inCard<T>(page: Page, frame: Frame, body: string): Promise<{ readonly value: T } | undefined> {
  const bidi = (page.browser() as unknown as { connection: Bidi }).connection;
  const target = { context: (frame as unknown as { _id: string })._id, sandbox: 'apart' };
  const { result } = await bidi.send('script.evaluate', {
    expression: `document.querySelector('counterpoint-card')`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const host = (result as { result?: BidiNode }).result;
  const shadow = host?.value?.shadowRoot;
  if (!shadow?.sharedId) return undefined;
  const called = await bidi.send('script.callFunction', {
    functionDeclaration: `async (root) => JSON.stringify(await (async () => { ${body} })() ?? null)`,
    arguments: [{ sharedId: shadow.sharedId }],
    target,
    awaitPromise: true,
  });
  const outcome = called.result as { type: string; result?: { value?: string }; exceptionDetails?: { text: string } };
  if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails?.text);
  return { value: JSON.parse(outcome.result?.value ?? 'null') as T };
}
