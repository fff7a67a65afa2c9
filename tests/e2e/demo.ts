/**
 * `npm start`, once everything is built: opens the browser with the extension on a page. Headless it reads the page,
 * hovers, saves pictures under `.output/demo/` and prints the mentions found.
 */
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { settledMarks } from './journey.ts';
import { type Kind, openReader, type Tab, until, whereIs } from './reader.ts';
import { serveSite } from './site.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURES = join(ROOT, '.output', 'demo');

const args = process.argv.slice(2);
const optionValue = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const kind: Kind = optionValue('--browser') === 'firefox' ? 'firefox' : 'chromium';
const headless = args.includes('--headless');
const page = optionValue('--page');

const site = await serveSite();
const address = await addressOf(page);
const reader = await openReader(kind, { headed: !headless });
const tab = await reader.tab();
await tab.goto(address);

if (headless) {
  await report(tab);
  await reader.close();
  await site.close();
} else {
  console.log(`${kind} is open on ${address}. Rest the pointer on a marked name. Ctrl+C ends it.`);
  await reader.closed;
  await site.close();
}

async function report(open: Tab): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const texts = await settledMarks(open);
  await open.screenshot(join(PICTURES, 'page.png'));
  console.log(`\n${texts.length} mentions in ${address}\n`);
  for (const [text, count] of Map.groupBy(texts, (text) => text)) {
    console.log(`  ${String(count.length).padStart(3)}  ${text.replace(/\s+/g, ' ')}`);
  }
  for (const [file, text] of hoverTargets(texts)) {
    const found = await open.evaluate<{ y: number } | null>(whereIs(text));
    if (found) await open.evaluate(`scrollBy({ top: ${found.y} - innerHeight / 3, behavior: 'instant' })`);
    const at = await open.evaluate<{ x: number; y: number } | null>(whereIs(text));
    if (!at) continue;
    await open.move(at.x - 40, at.y + 50);
    await open.move(at.x, at.y);
    const opened = await until(
      () => open.inCard<string>('return root.querySelector(".cp-side") && root.textContent'),
      `the card of ${text}`,
    ).catch(() => null);
    if (opened === null) continue;
    await open.screenshot(join(PICTURES, file));
    console.log(`\n  card of ${text}: ${join('.output', 'demo', file)}`);
    await open.press('Escape');
  }
  for (const name of ['popup', 'options']) {
    const extra = await reader.extensionPage(`${name}.html`);
    await until(() => extra.evaluate<boolean>('document.body.innerText.length > 40'), `the ${name}`);
    await extra.screenshot(join(PICTURES, `${name}.png`));
    await extra.close();
  }
  console.log(`\nPictures: ${join('.output', 'demo')}`);
}

function hoverTargets(texts: readonly string[]): readonly (readonly [string, string])[] {
  return [...new Set(texts)].slice(0, 3).map((text, i) => [`card-${i + 1}.png`, text]);
}

async function addressOf(given: string | undefined): Promise<string> {
  if (given === undefined) {
    return site.page('/demo', await readFile(join(ROOT, 'assets', 'demo', 'article.html'), 'utf8'));
  }
  if (/^https?:/.test(given)) return given;
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), given);
  const body = await readFile(file, 'utf8').catch(() => undefined);
  if (body === undefined) {
    console.error(`--page: no such file or address: ${given} (looked for ${pathToFileURL(file).href})`);
    process.exit(1);
  }
  const ending = /\.(xhtml|xml|svg|txt)$/.exec(file)?.[0] ?? '.html';
  return site.page(`/page${ending}`, body);
}
