// @vitest-environment happy-dom
import { resolve } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCuratedPack } from '../../../../src/cli/curated-files.ts';
import { CATEGORIES } from '../../../../src/core/categories.ts';
import { categoryCounts } from '../../../../src/core/counts.ts';
import { parsePack } from '../../../../src/core/pack/parse.ts';
import { DEFAULT_SETTINGS, LOOK_COLOURS, LOOK_STYLES, type Settings } from '../../../../src/core/settings.ts';
import { Options } from '../../../../src/ui/options/options.tsx';
import type { OptionsState } from '../../../../src/ui/options/options-state.ts';

const parsed = parsePack(await readCuratedPack(resolve(import.meta.dirname, '../../../..')));
if (!parsed.ok) throw new Error('the curated pack does not parse');
const pack = parsed.value;

let root: HTMLElement;
let settings: Settings;
let storageIsFull: boolean;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  settings = DEFAULT_SETTINGS;
  storageIsFull = false;
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(state: OptionsState = { type: 'ready', pack, settings }): void {
  const save = async (change: (now: Settings) => Settings): Promise<boolean> => {
    if (storageIsFull) return false;
    settings = change(settings);
    draw();
    return true;
  };
  const props = { state, actions: { save, tryAgain: () => undefined }, version: '0.1.0' };
  act(() => render(<Options {...props} markStyle={({ style, colour }) => `--look:${style}-${colour}`} />, root));
}

function one<T extends Element = HTMLElement>(selector: string, words?: RegExp): T {
  const found = [...root.querySelectorAll<T>(selector)].find(
    (element) => !words || words.test(element.textContent ?? ''),
  );
  if (!found) throw new Error(`no ${selector} ${words ?? ''}`);
  return found;
}

async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
}

test('every category with its definition and its counts', () => {
  draw();
  const counts = categoryCounts(pack, settings);
  for (const { id, label, means } of CATEGORIES) {
    const row = one('#categories .switch-row', new RegExp(`^${label}`));
    const { claims, entities, marksDepending } = counts[id];
    expect(row.textContent).toContain(means);
    expect(row.textContent).toContain(`${claims} claim`);
    expect(row.textContent).toContain(`${entities} name`);
    if (marksDepending > 1) expect(row.textContent).toContain(`${marksDepending} names would lose their mark`);
  }
});

test('a switch is saved at once, says so, and says what switching it on again would bring', async () => {
  draw();
  await click(one('label', /^Espionage$/));
  expect(settings.categories.espionage).toBe(false);
  expect(one('.told').textContent).toBe('Saved.');
  expect(one('.switch-row', /^Espionage/).textContent).toContain('Switched on');
});

test('what could not be saved is said', async () => {
  storageIsFull = true;
  draw();
  await click(one('label', /^Vendors$/));
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(one('.told').textContent).toMatch(/Could not be saved/);
});

test('everything off is said', () => {
  settings = {
    ...settings,
    categories: Object.fromEntries(CATEGORIES.map(({ id }) => [id, false])) as Settings['categories'],
    kinds: { vendor: false, body: false, place: false },
  };
  draw();
  expect(root.textContent).toContain('Every category is off');
  expect(root.textContent).toContain('Every kind is off');
});

describe('look', () => {
  test('every line and colour can be chosen, and the preview wears it', async () => {
    draw();
    expect(root.querySelectorAll('#look input[type=radio]')).toHaveLength(LOOK_STYLES.length + LOOK_COLOURS.length);
    await click(one('#look label', /Wavy line/));
    await click(one('#look label', /Teal/));
    expect(settings.look).toEqual({ style: 'wavy', colour: 'teal' });
    for (const page of root.querySelectorAll('.preview-page')) {
      const styles = [...page.querySelectorAll('[style]')].map((mark) => mark.getAttribute('style'));
      expect(styles).toEqual([expect.stringContaining('wavy-teal'), expect.stringContaining('wavy-teal')]);
    }
  });
});

describe('sites', () => {
  test('removed, undone; the focus follows', async () => {
    settings = { ...settings, sitesOff: ['a.example', 'b.example'] };
    draw();
    await click(one('#sites [data-item="a.example"]'));
    expect(settings.sitesOff).toEqual(['b.example']);
    expect(root.textContent).toContain('a.example is on again.');
    expect(document.activeElement?.textContent).toBe('Undo');
    await click(document.activeElement as HTMLElement);
    expect(settings.sitesOff).toEqual(['a.example', 'b.example']);
    expect((document.activeElement as HTMLElement).dataset.item).toBe('a.example');
  });

  test.each([
    ['https://www.example.org/a', ['example.org'], ''],
    ['two words', [], '“two words” is no site'],
    ['', [], '“” is no site'],
  ])('typed: %j', async (typed, sites, complaint) => {
    draw();
    const box = one<HTMLInputElement>('.add-site input');
    await act(async () => {
      box.value = typed;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click(one('.add-site button'));
    expect(settings.sitesOff).toEqual(sites);
    expect(one('.add-site [role=alert]').textContent).toContain(complaint);
    expect(box.getAttribute('aria-invalid')).toBe(String(complaint !== ''));
  });
});

test('names that are never marked', async () => {
  settings = { ...settings, mutes: ['huawei', 'gone-from-the-pack'] };
  draw();
  expect(one('#names li').textContent).toContain('Huawei');
  expect(one('#names li:last-child').textContent).toContain('gone-from-the-pack');
  await click(one('#names [data-item="huawei"]'));
  expect(settings.mutes).toEqual(['gone-from-the-pack']);
});

test('about: the pack in use', () => {
  draw();
  const about = one('#about').textContent ?? '';
  for (const fact of [pack.title, pack.version, pack.licence, `${pack.claims.length} claims`]) {
    expect(about).toContain(fact);
  }
});

test.each([
  [{ type: 'loading' } as const, /Loading/],
  [{ type: 'failed' } as const, /could not be read/],
])('%j', (state, words) => {
  draw(state);
  expect(root.textContent).toMatch(words);
});
