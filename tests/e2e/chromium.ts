import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import type { Look, Reader, Tab } from './reader.ts';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');

export async function openChromium(look: Look): Promise<Reader> {
  const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  const profile = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  const withExtension = look.extension !== false;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: look.headed !== true,
    viewport: look.headed ? null : { width: look.width ?? 1000, height: look.height ?? 760 },
    colorScheme: look.theme ?? 'light',
    forcedColors: look.forcedColors ? 'active' : 'none',
    reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(withExtension ? [`--disable-extensions-except=${EXTENSION}`, `--load-extension=${EXTENSION}`] : []),
    ],
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
    tab: async () => tabOf(await context.newPage()),
    extensionPage: async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return tabOf(page);
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function tabOf(page: Page): Promise<Tab> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const cdp = await page.context().newCDPSession(page);
  return {
    kind: 'chromium',
    errors,
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: (script) => page.evaluate(script),
    move: (x, y) => page.mouse.move(x, y, { steps: 3 }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    click: (x, y) => page.mouse.click(x, y),
    wheel: (deltaY) => page.mouse.wheel(0, deltaY),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: (path) => page.screenshot(path === undefined ? {} : { path }),
    inCard: (body) => inCard(cdp, body),
    accessibility: async () => {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree');
      return nodes
        .filter((node) => !node.ignored)
        .map((node) => ({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') }));
    },
    close: () => page.close(),
  };
}

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

async function inCard<T>(cdp: CDPSession, body: string): Promise<T | null> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const shadow = cardRoot(root as DomNode);
  if (!shadow) return null;
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () { const root = this; ${body} }`,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

function cardRoot(node: DomNode): DomNode | undefined {
  if (node.nodeName.toLowerCase() === 'counterpoint-card') return node.shadowRoots?.[0];
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), node.contentDocument]) {
    const found = child && cardRoot(child);
    if (found) return found;
  }
  return undefined;
}
