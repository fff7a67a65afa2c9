/**
 * `npm run shots`, once everything is built: pictures of every state that a reader can see, in both browsers and
 * themes, with the real extension and its real evidence: `.output/shots/STATE.BROWSER.THEME.png`.
 * Words given as arguments leave only the states whose name contains one of them.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Kind, type Look, openReader, type Tab } from './reader.ts';
import { background, noSettings, type Scene, STATES } from './shot-states.ts';
import { serveSite } from './site.ts';

const SHOTS = join(import.meta.dirname, '..', '..', '.output', 'shots');
const only = process.argv.slice(2);
const missing: string[] = [];

/** What a reader's own settings change everywhere, taken of some states. */
const WAYS: readonly (readonly [suffix: string, look: Look, states: readonly string[]])[] = [
  ['', {}, Object.keys(STATES)],
  [
    '-forced-colours',
    { forcedColors: true },
    [
      'page-dotted',
      'page-background-amber',
      'card-huawei',
      'popup-list',
      'popup-results',
      'options',
      'entity-timeline',
    ],
  ],
  ['-large-text', { textSize: 32 }, ['card-huawei', 'popup-list', 'options', 'entity-huawei']],
];
/** Pictures of pages to their end. */
const WHOLE = /^(?:demo-article|options(?!-narrow)|entity-unknown|entity-filtered)/;

function isTab(value: unknown): value is Tab {
  return typeof value === 'object' && value !== null && 'screenshot' in value;
}

async function take(scene: Scene, name: string, suffix: string): Promise<void> {
  const state = STATES[name];
  if (!state) return;
  const file = `${name}${suffix}.${scene.kind}.${scene.theme}.png`;
  const tab = await scene.reader.tab();
  let shown = tab;
  try {
    const other = await state(scene, tab);
    if (isTab(other)) shown = other;
    await shown.show();
    await shown.evaluate(
      'Promise.all(document.getAnimations().map((one) => one.finished)).then(() => document.fonts.ready).then(() => true)',
    );
    await shown.screenshot(join(SHOTS, file), WHOLE.test(name) && suffix !== '-large-text');
  } catch (error) {
    missing.push(`${file}: ${String(error).split('\n')[0]}`);
  }
  await tab.press('Escape').catch(() => undefined);
  if (shown !== tab) await shown.close().catch(() => undefined);
  await tab.close().catch(() => undefined);
  if (/^card-(?:loading|failed)/.test(name)) await background(scene, 'self.realGet');
  if (/^page-|off$|warnings$|large-text|forced/.test(name)) await noSettings(scene);
}

mkdirSync(SHOTS, { recursive: true });
let taken = 0;
async function session(kind: Kind, theme: 'light' | 'dark'): Promise<void> {
  const site = await serveSite();
  for (const [suffix, extra, all] of WAYS) {
    const states = all.filter((name) => only.length === 0 || only.some((word) => `${name}${suffix}`.includes(word)));
    if (states.length === 0) continue;
    const reader = await openReader(kind, { reducedMotion: true, ...extra, theme });
    for (const name of states) {
      await take({ kind, theme, reader, site }, name, suffix);
      taken++;
    }
    await reader.close();
  }
  await site.close();
}

for (const theme of ['light', 'dark'] as const) {
  await Promise.all((['chromium', 'firefox'] as const).map((kind) => session(kind, theme)));
}
console.log(`${taken - missing.length} pictures in ${join('.output', 'shots')}`);
for (const line of missing) console.log(`missing: ${line}`);
process.exit(missing.length === 0 ? 0 : 1);
