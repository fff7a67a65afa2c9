// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { plainCursor, runsAround, type TextRun, textRuns } from '../../../src/page/text-blocks.ts';

/** Name, markup, runs. */
const RUNS: readonly (readonly [string, string, readonly string[]])[] = [
  ['one paragraph', '<p>a b</p>', ['a b']],
  ['inline elements join', '<p>a <b>b<i>c</i></b>d</p>', ['a bcd']],
  ['blocks part', 'a<p>b</p>c<div>d</div>', ['a', 'b', 'c', 'd']],
  ['cells part', '<table><tr><td>a</td><td>b</td></tr></table>', ['a', 'b']],
  ['one line break', '<p>a<br>b</p>', ['a\nb']],
  ['two line breaks', '<p>a<br> <br>b<br/>c</p>', ['a\n ', 'b\nc']],
  ['wbr and comments join', '<p>a<wbr>b<!-- x -->c</p>', ['abc']],
  ['hidden things join', '<p>a<script>x</script>b<style>y</style>c</p>', ['abc']],
  ['unread things part', '<p>a<code>x</code>b<textarea>y</textarea>c</p>', ['a', 'b', 'c']],
  ['editors part', '<p>a</p><p contenteditable="true">x</p><p contenteditable="false">b</p>', ['a', 'b']],
  ['links that touch part', '<a>a</a><a>b</a> <a>c</a>', ['a', 'b c']],
  ['custom elements part', 'a<x-y>b</x-y>c', ['a', 'b', 'c']],
  ['white space alone is nothing', '<div> <p> </p>\n</div>', []],
  ['ruby joins', '<ruby>a<rt>x</rt>b</ruby>', ['ab']],
];

const bodyOf = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body;
};

test.each(RUNS)('%s', (_name, html, expected) => {
  expect([...textRuns(plainCursor(bodyOf(html)))].map((run) => run.text)).toEqual(expected);
});

test.each(RUNS)('%s: each part lies where the run says', (_name, html) => {
  for (const run of textRuns(plainCursor(bodyOf(html)))) expectParts(run);
});

test.each(RUNS)('%s: found from each of its nodes', (_name, html) => {
  const body = bodyOf(html);
  for (const run of [...textRuns(plainCursor(body))]) {
    for (const node of run.nodes) {
      if (/\S/.test(node.data)) expect([...runsAround(plainCursor(body), node)]).toEqual([run]);
    }
  }
});

test('a long text is cut behind sentences, and nothing is lost', () => {
  const text = 'This is a sentence of some words. '.repeat(3000);
  const runs = [...textRuns(plainCursor(bodyOf(`<p>${text}</p>`)))];
  expect(runs.map((run) => run.text).join('')).toBe(text);
  expect(runs.length).toBeGreaterThan(3);
  for (const run of runs) {
    expect(run.text.length).toBeLessThanOrEqual(16_384);
    expectParts(run);
  }
});

test('what the page puts around a text between two runs counts', () => {
  const body = bodyOf(`<p><b>${'a '.repeat(9_000)}</b>c</p>`);
  const inline = body.querySelector('b');
  inline?.append(document.createTextNode('b'));
  const texts: string[] = [];
  for (const run of textRuns(plainCursor(body))) {
    const block = document.createElement('div');
    if (texts.length === 0 && inline) {
      block.append(...inline.childNodes);
      inline.replaceWith(block);
    }
    texts.push(run.text.slice(0, 3));
  }
  expect(texts).toEqual(['a a', 'a a', 'b', 'c']);
});

function expectParts({ text, nodes, starts, from }: TextRun): void {
  for (const [i, node] of nodes.entries()) {
    const begin = (starts[i] ?? 0) - from;
    const shown = text.slice(Math.max(0, begin), Math.max(0, begin + node.data.length));
    expect(node.data.slice(Math.max(0, -begin), Math.max(0, -begin) + shown.length)).toBe(shown);
  }
}
