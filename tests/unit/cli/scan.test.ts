import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const PACK = 'tests/fixtures/packs/corpus.json';
const folder = mkdtempSync(join(tmpdir(), 'scan-'));

function scan(args: readonly string[], input = '') {
  const done = spawnSync(process.execPath, ['src/cli/main.ts', 'scan', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('lines of JSON are answered in order, and the broken ones named', () => {
  const lines = [
    '{"id":"a","text":"Huawei cameras in Serbia"}',
    '',
    'no json',
    '{"id":"b"}',
    '[1]',
    '{"id":"c","text":"Serbia beat Spain in the semi-final","lang":"en"}',
    '{"id":7,"text":"x"}',
    '{"id":"e","text":"Spyware found\\n\\nHungary says nothing."}',
    '{"id":"d","text":"Kamere u Srbiji: nadzor i prepoznavanje lica","lang":"sr-Latn"}',
  ];
  const { code, out, err } = scan(['--format', 'jsonl', '--pack', PACK], lines.join('\n'));
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      id: 'a',
      mentions: [
        { start: 0, end: 6, entity: 'huawei' },
        { start: 18, end: 24, entity: 'serbia' },
      ],
    },
    { id: 'c', mentions: [] },
    { id: 'e', mentions: [{ start: 15, end: 22, entity: 'hungary' }] },
    { id: 'd', mentions: [{ start: 9, end: 15, entity: 'serbia' }] },
  ]);
  expect(
    err
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 24)),
  ).toEqual([
    'line 3: not JSON (found ',
    'line 4: "text" is not a ',
    'line 5: not an object (f',
    'line 7: "id" is not a st',
  ]);
  expect(code).toBe(1);
});

test('a page is read in its blocks, each mention with line, decision and reason', () => {
  const page = file(
    'page.html',
    `<!doctype html><html lang="en"><head><title>Cameras in the city</title><script>var x = "Huawei"</script></head>
<body><h1>Facial recognition</h1>
<p>The <b>African</b> Union bought
servers from Hua<wbr>wei.</p>
<table><tr><td>Hacking</td><td>Team</td></tr></table>
<p>Serbia won the semi-final.</p><pre>zte</pre></body></html>`,
  );
  const { code, out } = scan(['--pack', PACK, '--explain', page]);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => line.split(/ {2,}/));
  expect(rows[0]).toEqual(['line', 'mention', 'entity', 'decision', 'why', 'score', 'alias', 'pack', 'words']);
  expect(rows[1]?.slice(6, 8)).toEqual(['African Union', 'Names of the mention corpus 1']);
  expect(rows.slice(1, 4).map((row) => row.slice(0, 5))).toEqual([
    ['3', 'African Union', 'african-union', 'kept', 'subject'],
    ['4', 'Huawei', 'huawei', 'kept', 'vendor'],
    ['6', 'Serbia', 'serbia', 'left out', 'sport'],
  ]);
  expect(rows.at(-1)).toEqual(['3 found, 2 kept, 1 left out']);
  expect(code).toBe(0);
});

test('an invalid pack: every problem on standard error, nothing on standard output', () => {
  const pack = file('pack.json', JSON.stringify({ format: 1, id: 'Bad Id', entities: [] }));
  const { code, out, err } = scan(['--format', 'jsonl', '--pack', pack], '{"id":"a","text":"Huawei"}');
  expect(out).toBe('');
  expect(err).toContain('id: ');
  expect(err).toContain('entities: ');
  expect(code).toBe(1);
});

test.each([[[]], [['--format', 'xml', 'a']], [['--pack']], [['--what']], [['--format', 'jsonl', 'file']]])(
  '%j is answered with how to call it',
  (args) => {
    const { code, out, err } = scan(args);
    expect(out).toBe('');
    expect(err).toContain('scan FILE');
    expect(code).toBe(2);
  },
);

test('a file that is not there', () => {
  const { code, err } = scan(['--pack', PACK, join(folder, 'nowhere.txt')]);
  expect(err).toContain('nowhere.txt: cannot be read');
  expect(code).toBe(1);
});
