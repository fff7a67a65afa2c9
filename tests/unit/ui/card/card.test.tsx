// @vitest-environment happy-dom
import { resolve } from 'node:path';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCuratedPack } from '../../../../src/cli/curated-files.ts';
import { Card, type CardProps, type CardState } from '../../../../src/ui/card/card.tsx';
import { realView, testView } from '../../../fixtures/views.ts';

const pack = await readCuratedPack(resolve(import.meta.dirname, '../../../..'));
const huawei = realView(pack, 'huawei', 3);

let root: HTMLElement;
let called: unknown[];

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  called = [];
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(state: CardState): void {
  const props: CardProps = {
    state,
    text: 'Huawei’s',
    why: { rule: 'vendor', words: ['cameras'] },
    onClose: () => called.push('close'),
    onTryAgain: () => called.push('try again'),
    onShowOthers: () => called.push('show others'),
    onOpenPage: (page, at) => called.push([page, at]),
  };
  render(<Card {...props} />, root);
}

const shown = (view: typeof huawei): CardState => ({ type: 'shown', view, others: 'left-out' });
const press = (words: RegExp): void => {
  const button = [...root.querySelectorAll('button')].find((found) => words.test(found.textContent ?? ''));
  if (!button) throw new Error(`no button ${words} in ${root.textContent}`);
  button.click();
};
const texts = (selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((found) => found.textContent ?? '');

describe('states', () => {
  test('loading: the words of the page and nothing that is not known yet', () => {
    draw({ type: 'loading' });
    expect(texts('h2')).toEqual(['Huawei’s']);
    expect(texts('[role=status]')).toEqual(['Loading…']);
  });

  test('failed: one sentence and another try', () => {
    draw({ type: 'failed' });
    press(/Try again/);
    expect(called).toEqual(['try again']);
  });

  test('shown: the name, what it is, the first claims, and the way to the others', () => {
    draw(shown(huawei));
    expect(texts('h2')).toEqual(['Huawei']);
    expect(root.textContent).toContain(huawei.entity.what);
    expect(root.querySelectorAll('article')).toHaveLength(3);
    press(new RegExp(`${huawei.total - 3} other claims`));
    press(/full page/);
    expect(called).toEqual(['show others', ['entity', 'huawei']]);
  });

  test('claims in categories that are off are counted, with the way to the options', () => {
    const view = testView({ claims: 12, off: true }, 3);
    draw(shown(view));
    expect(root.textContent).toContain(`${view.switchedOff} more in categories you switched off`);
    press(/Change categories/);
    expect(called).toEqual([['options', 'categories']]);
  });

  test('one heading for claims about an entity, one for those it makes', () => {
    draw(shown(testView({ claims: 4, by: true })));
    expect(texts('h3')).toEqual(['About Example Networks', 'Said by Example Networks']);
  });
});

describe('every claim of the pack is drawn with its answer beside it', () => {
  const claims = new Map(
    pack.entities.flatMap(({ id }) => realView(pack, id).claims.map((view) => [view.claim.id, view] as const)),
  );

  test.each([...claims.keys()])('%s', (id) => {
    const claim = claims.get(id);
    if (!claim) throw new Error(`${id} is lost`);
    draw(shown({ ...huawei, claims: [claim], total: 1 }));
    const [alleged, answered] = root.querySelectorAll('article .cp-side');
    expect(alleged?.textContent).toContain(claim.claim.summary);
    if ('responses' in claim.claim) {
      for (const { summary, by } of claim.claim.responses) {
        expect(answered?.textContent).toContain(summary);
        expect(answered?.textContent).toContain(by.name);
      }
    } else {
      expect(answered?.textContent).toMatch(/No answer found; last looked for \d+ \w+ 20\d\d\./);
    }
    expect(alleged?.querySelector('a')?.href).toMatch(/^https?:/);
    expect(texts('.cp-source-list > li')).toHaveLength(claim.claim.sources.length);
  });
});

test('links open a new tab that learns neither the page nor the reader', () => {
  draw(shown(huawei));
  const links = [...root.querySelectorAll('a')];
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    expect([link.target, link.rel, link.getAttribute('referrerpolicy')]).toEqual([
      '_blank',
      'noopener noreferrer',
      'no-referrer',
    ]);
  }
});

test('text of a pack stays text', () => {
  const view = testView({ claims: 1 });
  draw(shown({ ...view, entity: { ...view.entity, name: '<img src=x onerror=alert(1)>' } }));
  expect(root.querySelector('img')).toBeNull();
  expect(texts('h2')).toEqual(['<img src=x onerror=alert(1)>']);
});
