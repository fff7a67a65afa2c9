// @vitest-environment happy-dom
import { resolve } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCuratedPack } from '../../../../src/cli/curated-files.ts';
import { citeClaim } from '../../../../src/core/cite.ts';
import { readEntityAddress, writeEntityAddress } from '../../../../src/core/entity-address.ts';
import { parsePack } from '../../../../src/core/pack/parse.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/core/settings.ts';
import { timelineOf } from '../../../../src/core/timeline.ts';
import { EntityPage } from '../../../../src/ui/entity/entity-page.tsx';
import type { EntityActions, EntityState } from '../../../../src/ui/entity/entity-state.ts';

const parsed = parsePack(await readCuratedPack(resolve(import.meta.dirname, '../../../..')));
if (!parsed.ok) throw new Error('the curated pack does not parse');
const pack = parsed.value;
const belgrade = pack.claims.filter((claim) => [...claim.about, ...claim.by].some((id) => id === 'belgrade'));

let root: HTMLElement;
let copied: string[];
let mayCopy: boolean;
let at: string;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  copied = [];
  mayCopy = true;
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const actions: EntityActions = {
  go: (to) => draw(writeEntityAddress(to)),
  copy: async (text) => {
    if (mayCopy) copied.push(text);
    return mayCopy;
  },
  tryAgain: () => undefined,
};

function draw(hash: string, settings: Settings = DEFAULT_SETTINGS, contact = ''): void {
  at = hash;
  show({ type: 'ready', pack: { ...pack, contact }, settings, at: readEntityAddress(hash) });
}

function show(state: EntityState): void {
  act(() => render(<EntityPage state={state} actions={actions} />, root));
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

test('the entity in full', () => {
  draw('#belgrade');
  expect(document.title).toBe('Belgrade – Counterpoint');
  expect(document.activeElement?.tagName).toBe('H1');
  expect(one('.aliases').textContent).toContain('Београд');
  expect(root.querySelectorAll('article')).toHaveLength(belgrade.length);
  expect(root.querySelectorAll('.cp-side')).toHaveLength(2 * belgrade.length);
  expect(root.querySelectorAll('[data-sign]')).toHaveLength(timelineOf(belgrade).length);
  const urls = new Set(belgrade.flatMap(({ sources }) => sources.map(({ url }) => url)));
  expect(root.querySelectorAll('.source-index > li')).toHaveLength(urls.size);
});

test('filters leave claims, timeline and sources of the same matters, and can be cleared', async () => {
  draw('#huawei');
  const all = root.querySelectorAll('article').length;
  const select = [...root.querySelectorAll('select')].at(-1);
  if (!select) throw new Error('no filter');
  await act(async () => {
    select.value = 'belgrade';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(at).toBe('#huawei?with=belgrade');
  const both = belgrade.filter((claim) => [...claim.about, ...claim.by].some((id) => id === 'huawei'));
  expect(root.querySelectorAll('article')).toHaveLength(both.length);
  expect(root.querySelectorAll('[data-sign]')).toHaveLength(timelineOf(both).length);
  expect(one('.shown-count').textContent).toContain(`${both.length} of ${all} claims`);
  await click(one('button', /Show all/));
  expect(at).toBe('#huawei');
  expect(root.querySelectorAll('article')).toHaveLength(all);
});

test('filters that fit no claim say so', () => {
  draw('#belgrade?year=1999');
  expect(root.textContent).toContain('No claim fits these filters together.');
  expect(root.querySelector('.timeline')).toBeNull();
});

test('a claim named in the address has the focus and is open', () => {
  const claim = belgrade[1];
  if (!claim) throw new Error('Belgrade has too few claims');
  draw(`#belgrade/${claim.id}`);
  expect((document.activeElement as HTMLElement).dataset.claim).toBe(claim.id);
  expect(document.activeElement?.querySelector('details')?.open).toBe(true);
});

test('a sign in the picture leads to its claim, and so does the table', async () => {
  draw('#belgrade');
  const sign = one<SVGElement>('[data-sign]');
  await act(async () => {
    sign.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  expect(at).toBe(`#belgrade/${sign.getAttribute('data-sign')}`);
  await act(async () => {
    const details = one<HTMLDetailsElement>('details', /same as a table/);
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
  expect(root.querySelectorAll('.timeline-table tbody tr')).toHaveLength(timelineOf(belgrade).length);
});

test('a claim is copied with its answer', async () => {
  draw('#belgrade');
  const block = one('.claim-block');
  const id = block.querySelector<HTMLElement>('[data-claim]')?.dataset.claim;
  const claim = belgrade.find((candidate) => candidate.id === id);
  if (!claim) throw new Error('no claim drawn');
  await click(one('.cite-formats button', /Markdown/));
  expect(copied).toEqual([citeClaim(claim, pack, 'markdown')]);
  expect(block.textContent).toContain('Copied.');
});

test('where copying is not allowed, the text can be selected', async () => {
  mayCopy = false;
  draw('#belgrade');
  await click(one('.cite-formats button', /Plain text/));
  expect(one<HTMLTextAreaElement>('textarea').value).toContain('Answer:');
});

test('report an error: to the contact with claim and version, or copied where there is none', async () => {
  draw('#belgrade', DEFAULT_SETTINGS, 'https://example.org/report');
  const id = one('[data-claim]').dataset.claim;
  expect(one<HTMLAnchorElement>('.claim-tools a', /Report/).href).toBe(
    `https://example.org/report?claim=${id}&pack=${pack.id}&version=${pack.version}`,
  );
  draw('#belgrade');
  await click(one('.claim-tools button', /Report/));
  expect(copied).toEqual([`Error in claim ${id}, pack ${pack.id} ${pack.version}`]);
  expect(one('.claim-tools').textContent).toContain('names no address for reports');
});

test('claims in categories that are off are counted, not shown', () => {
  const categories = { ...DEFAULT_SETTINGS.categories, 'data-governance': false };
  const off = belgrade.filter((claim) => claim.category === 'data-governance').length;
  expect(off).toBeGreaterThan(0);
  draw('#belgrade', { ...DEFAULT_SETTINGS, categories });
  expect(root.querySelectorAll('article')).toHaveLength(belgrade.length - off);
  expect(root.textContent).toMatch(new RegExp(`${off} claims? in categories you switched off`));
});

test.each([
  ['#nobody', /There is no entry “nobody”/],
  ['#', /This page shows one name in full/],
])('%s', async (hash, words) => {
  draw(hash);
  expect(root.textContent).toMatch(words);
  await click(one('button', /^Search/));
  expect(document.activeElement?.getAttribute('role')).toBe('combobox');
});

test('loading and failure', () => {
  show({ type: 'loading' });
  expect(root.textContent).toContain('Loading the evidence');
  show({ type: 'failed' });
  expect(one('[role=alert]').textContent).toContain('could not be read');
});
