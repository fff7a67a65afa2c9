import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import type { Look, Reader, Tab } from './reader.ts';
import { PLAIN_HOST } from './site.ts';

/** A browser that runs as root, draws without a graphics card and asks nobody for anything. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

export async function openChromium(look: Look): Promise<Reader> {
  const profile = look.profile ?? mkdtempSync(join(tmpdir(), 'counterpoint-'));
  if (look.textSize !== undefined) writePreferences(profile, look.textSize);
  const withExtension = look.extension !== false;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    headless: look.headed !== true,
    viewport: look.headed ? null : { width: look.width ?? 1000, height: look.height ?? 760 },
    colorScheme: look.theme ?? 'light',
    forcedColors: look.forcedColors ? 'active' : 'none',
    reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference',
    args: [
      ...QUIET_FLAGS,
      `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
      ...(withExtension ? [`--disable-extensions-except=${EXTENSION}`, `--load-extension=${EXTENSION}`] : []),
    ],
    // Playwright switches it off, and with it the way back to a page as it was left.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  let id = '';
  if (withExtension) {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    id = new URL(worker.url()).host;
  }
  return {
    kind: 'chromium',
    requests,
    closed: new Promise((done) => void context.on('close', () => done())),
    tab: async () => tabOf(context, await context.newPage()),
    extensionPage: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return tabOf(context, page);
    },
    background: async (script) => {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      await worker.evaluate(`(() => { ${script} })()`);
    },
    close: async () => {
      await context.close();
      if (look.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

function writePreferences(profile: string, textSize: number): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const webprefs = { default_font_size: textSize, default_fixed_font_size: textSize };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ webkit: { webprefs } }));
}

async function tabOf(context: BrowserContext, page: Page): Promise<Tab> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const cdp = await context.newCDPSession(page);
  return {
    kind: 'chromium',
    errors,
    goto: async (url) => {
      await page.goto(url);
    },
    back: async () => {
      await cdp.send('Runtime.evaluate', { expression: 'history.back()' });
    },
    evaluate: async <T>(script: string, frame?: string) => {
      if (frame === undefined) return outcomeOf<T>(await cdp.send('Runtime.evaluate', evaluation(script)));
      const inner = page.frames().find((one) => one !== page.mainFrame() && one.url().includes(frame));
      if (!inner) throw new Error(`no frame ${frame}`);
      return inner.evaluate<T>(script);
    },
    evaluateApart: async <T>(script: string) => {
      const { frameTree } = await cdp.send('Page.getFrameTree');
      const world = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'apart' });
      const contextId = world.executionContextId;
      return outcomeOf<T>(await cdp.send('Runtime.evaluate', { ...evaluation(script), contextId }));
    },
    move: (x, y) => page.mouse.move(x, y, { steps: 3 }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    click: (x, y) => page.mouse.click(x, y),
    wheel: (deltaY) => page.mouse.wheel(0, deltaY),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    show: () => page.bringToFront(),
    screenshot: (path, whole = false) => page.screenshot({ fullPage: whole, ...(path === undefined ? {} : { path }) }),
    inCard: async <T>(body: string) => {
      for (const session of await sessionsOf(context, page, cdp)) {
        const found = await inCard<T>(session, body);
        if (found) return found.value;
      }
      return null;
    },
    accessibility: async () => {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree');
      return nodes
        .filter((node) => !node.ignored)
        .map((node) => ({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') }));
    },
    close: () => page.close(),
  };
}

/** Not through the runner's own helpers: they run in the page, and a hostile page breaks them. */
const evaluation = (expression: string) => ({ expression, returnByValue: true, awaitPromise: true });

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

function outcomeOf<T>({ result, exceptionDetails }: Evaluated): T {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** The page's session, and one for each frame that lives in a process of its own. */
async function sessionsOf(context: BrowserContext, page: Page, main: CDPSession): Promise<readonly CDPSession[]> {
  const inner = page.frames().filter((frame) => frame !== page.mainFrame());
  const own = await Promise.all(inner.map((frame) => context.newCDPSession(frame).catch(() => undefined)));
  return [main, ...own.filter((session) => session !== undefined)];
}

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly frameId?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

async function inCard<T>(cdp: CDPSession, body: string): Promise<{ readonly value: T } | undefined> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const found = cardRoot(root as DomNode, frameTree.frame.id);
  if (!found) return undefined;
  const { frameId, backendNodeId } = found;
  const world = await cdp.send('Page.createIsolatedWorld', { frameId, worldName: 'apart' });
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId, executionContextId: world.executionContextId });
  const called = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () { const root = this; ${body} }`,
    returnByValue: true,
    awaitPromise: true,
  });
  return { value: outcomeOf<T>(called) };
}

function cardRoot(
  node: DomNode,
  frameId: string,
): { readonly backendNodeId: number; readonly frameId: string } | undefined {
  if (node.nodeName.toLowerCase() === 'counterpoint-card') {
    const shadow = node.shadowRoots?.[0];
    return shadow && { backendNodeId: shadow.backendNodeId, frameId };
  }
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = cardRoot(child, frameId);
    if (found) return found;
  }
  return node.contentDocument && cardRoot(node.contentDocument, node.frameId ?? frameId);
}
