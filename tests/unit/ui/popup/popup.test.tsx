// @vitest-environment happy-dom
import { resolve } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCuratedPack } from '../../../../src/cli/curated-files.ts';
import { CATEGORY_IDS } from '../../../../src/core/categories.ts';
import { parsePack } from '../../../../src/core/pack/parse.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/core/settings.ts';
import { Popup } from '../../../../src/ui/popup/popup.tsx';
import type { PopupActions, PopupState, ReadyState, TabState } from '../../../../src/ui/popup/popup-state.ts';

const parsed = parsePack(await readCuratedPack(resolve(import.meta.dirname, '../../../..')));
if (!parsed.ok) throw new Error('the curated pack does not parse');
const pack = parsed.value;

let root: HTMLElement;
let called: unknown[];
let settings: Settings = DEFAULT_SETTINGS;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  called = [];
  settings = DEFAULT_SETTINGS;
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const actions: PopupActions = {
  change: (change) => {
    settings = change(settings);
    called.push('change');
  },
  openPage: (page, at) => called.push(['open', page, at]),
  reloadTab: () => called.push('reload'),
  tryAgain: () => called.push('try again'),
  close: () => called.push('close'),
};

function draw(state: PopupState): void {
  act(() => render(<Popup state={state} actions={actions} />, root));
}

function ready(tab: TabState, more: Partial<ReadyState> = {}): ReadyState {
  const address = 'https://news.example.org/world';
  return { type: 'ready', pack, settings, address, site: 'news.example.org', tab, ...more };
}

function mentioned(...ids: readonly string[]): TabState {
  return { type: 'ready', mentions: ids.map((entity, at) => ({ entity, count: ids.length - at })) };
}

function one<T extends Element = HTMLElement>(selector: string, words?: RegExp): T {
  const found = [...root.querySelectorAll<T>(selector)].find(
    (element) => !words || words.test(element.textContent ?? ''),
  );
  if (!found) throw new Error(`no ${selector} ${words ?? ''} in ${root.innerHTML.slice(0, 2000)}`);
  return found;
}

function press(element: Element, key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  act(() => {
    element.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

function type(text: string): HTMLInputElement {
  const box = one<HTMLInputElement>('input[role=combobox]');
  act(() => {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return box;
}

const click = (element: HTMLElement): void => void act(() => element.click());

describe('what it says', () => {
  const off = { ...DEFAULT_SETTINGS, on: false };
  const none = Object.fromEntries(CATEGORY_IDS.map((id) => [id, false])) as Settings['categories'];
  const CASES: readonly (readonly [string, PopupState, RegExp])[] = [
    ['loading', { type: 'loading' }, /Loading the evidence/],
    ['failure', { type: 'failed' }, /could not be read/],
    ['the page is read', ready({ type: 'loading' }), /Reading the page/],
    ['nothing here', ready(mentioned()), /No name from the evidence is marked here/],
    ['names of another pack', ready(mentioned('nobody-known')), /No name from the evidence is marked here/],
    ['page not allowed', ready({ type: 'not-allowed' }, { site: '' }), /lets no extension read this page/],
    ['page from before', ready({ type: 'reload' }), /open before Counterpoint started/],
    ['off everywhere', ready({ type: 'off' }, { settings: off }), /switched off everywhere/],
    [
      'off here',
      ready({ type: 'off' }, { settings: { ...DEFAULT_SETTINGS, sitesOff: ['example.org'] } }),
      /switched Counterpoint off on this site/,
    ],
    [
      'every category off, though the page still shows marks',
      ready(mentioned('huawei'), { settings: { ...DEFAULT_SETTINGS, categories: none } }),
      /switched every category off/,
    ],
  ];
  test.each(CASES)('%s', (_, state, words) => {
    draw(state);
    expect(root.textContent).toMatch(words);
  });
});

test('names on the page with their counts, each opens its claims, and back to where it was', () => {
  draw(ready(mentioned('huawei', 'serbia')));
  expect(root.textContent).toContain('2 names, 3 mentions');
  const serbia = one<HTMLButtonElement>('.rows button', /Serbia/);
  expect(serbia.textContent).toContain('1 mention');
  click(serbia);
  expect(document.activeElement?.textContent).toBe('Serbia');
  // Huawei stands on the page too: a claim about both comes first.
  expect(one('article').textContent).toContain('Huawei');
  expect(one('article').textContent).toContain('What is answered');
  press(one('main'), 'Escape');
  expect((document.activeElement as HTMLElement).dataset.entity).toBe('serbia');
  expect(called).toEqual([]);
});

test('arrows walk through the names', () => {
  draw(ready(mentioned('huawei', 'serbia')));
  one<HTMLButtonElement>('.rows button').focus();
  expect(press(one('.rows button'), 'ArrowDown')).toBe(true);
  expect(document.activeElement?.textContent).toMatch(/Serbia/);
  expect(press(document.activeElement ?? root, 'ArrowDown')).toBe(false);
});

test('a name with many claims shows ten, then all', () => {
  draw(ready(mentioned('huawei')));
  click(one('.rows button'));
  expect(root.querySelectorAll('article')).toHaveLength(10);
  const total = pack.claims.filter((claim) => [...claim.about, ...claim.by].some((id) => id === 'huawei')).length;
  click(one('button', new RegExp(`Show ${total - 10} more claims`)));
  expect(root.querySelectorAll('article')).toHaveLength(total);
  click(one('button', /full page/));
  expect(called).toEqual([['open', 'entity', 'huawei']]);
});

test('switches', () => {
  draw(ready(mentioned('huawei')));
  click(one('label', /On news.example.org/));
  expect(settings.sitesOff).toEqual(['news.example.org']);
  settings = { ...settings, sitesOff: ['example.org', 'other.org'] };
  draw(ready({ type: 'off' }));
  click(one('label', /On news.example.org/));
  expect(settings.sitesOff).toEqual(['other.org']);
  click(one('label', /Mark names/));
  expect(settings.on).toBe(false);
});

test('a name can be left out of the marks, and taken in again', () => {
  draw(ready(mentioned('huawei')));
  click(one('.rows button'));
  click(one('label', /Mark this name/));
  expect(settings.mutes).toEqual(['huawei']);
  draw(ready(mentioned('huawei')));
  click(one('label', /Mark this name/));
  expect(settings.mutes).toEqual([]);
});

describe('search', () => {
  test('arrows and Enter; the focus stays in the box until a name is open', () => {
    draw(ready(mentioned()));
    const box = type('cameras Belgrade');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    const options = root.querySelectorAll('[role=option]');
    expect(options[0]?.textContent).toContain('Belgrade');
    expect(root.textContent).toMatch(/1 name and 5 claims found/);
    expect(root.textContent).toMatch(/· answered/);
    expect(press(box, 'ArrowDown')).toBe(true);
    expect(box.getAttribute('aria-activedescendant')).toBe(options[0]?.id);
    expect(options[0]?.getAttribute('aria-selected')).toBe('true');
    press(box, 'ArrowUp');
    expect(box.getAttribute('aria-activedescendant')).toBe(options[options.length - 1]?.id);
    press(box, 'ArrowDown');
    press(box, 'Enter');
    expect(document.activeElement?.textContent).toBe('Belgrade');
  });

  test('a claim that is chosen opens under its name and stands first; back to the search as it was', () => {
    draw(ready(mentioned()));
    type('cameras Belgrade');
    const row = one('[role=option]', /leaked documents/);
    const summary = one('[role=option] [dir]', /leaked documents/).textContent;
    click(row);
    expect(document.activeElement?.textContent).toBe('Belgrade');
    expect(one('.chosen article .cp-text').textContent).toBe(summary);
    press(one('main'), 'Escape');
    expect(document.activeElement).toBe(one('input[role=combobox]'));
    expect(one<HTMLInputElement>('input[role=combobox]').value).toBe('cameras Belgrade');
  });

  test('Esc clears, then closes', () => {
    draw(ready(mentioned()));
    const box = type('rivas');
    expect(press(box, 'Escape')).toBe(true);
    expect(box.value).toBe('');
    expect(root.querySelector('[role=listbox]')).toBeNull();
    expect(called).toEqual([]);
    press(box, 'Escape');
    expect(called).toEqual(['close']);
  });

  test('nothing found says what was searched', () => {
    settings = { ...settings, categories: { ...settings.categories, espionage: false } };
    const left = pack.claims.filter((claim) => claim.category !== 'espionage').length;
    draw(ready(mentioned()));
    const box = type('zzzz');
    expect(root.textContent).toContain('Nothing found for “zzzz”.');
    expect(root.textContent).toContain(`Searched ${pack.entities.length} names and ${left} claims in`);
    expect(root.textContent).toContain(`version ${pack.version}`);
    expect(root.textContent).toContain('Claims in 1 category you switched off are not searched.');
    expect(press(box, 'Enter')).toBe(false);
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  test('keys of an input method are its own', () => {
    draw(ready(mentioned()));
    const box = type('huawei');
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true });
    act(() => {
      box.dispatchEvent(event);
    });
    expect(root.querySelector('.panel')).toBeNull();
  });
});
