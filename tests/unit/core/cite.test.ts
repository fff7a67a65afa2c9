import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCuratedPack } from '../../../src/cli/curated-files.ts';
import { CITATION_FORMATS, citeClaim } from '../../../src/core/cite.ts';
import type { Claim, Pack } from '../../../src/core/model.ts';
import { parsePack } from '../../../src/core/pack/parse.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const example = read(JSON.parse(readFileSync(resolve(ROOT, 'tests/fixtures/packs/valid-full.json'), 'utf8')));
const curated = read(await readCuratedPack(ROOT));

function read(data: unknown): Pack {
  const parsed = parsePack(data);
  if (!parsed.ok) throw new Error('the pack does not parse');
  return parsed.value;
}

function claim(id: string): Claim {
  const found = example.claims.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
}

test('plain text, answered', () => {
  expect(citeClaim(claim('exampleton-cameras'), example, 'plain')).toBe(
    `The Office for Examples found in May 2024 that cameras in the town kept pictures too long; the maker said a setting was at fault.
Said by: Office for Examples (2024-05-02).
Standing: Dismissed or acquitted. The case was dismissed, reversed, or ended in acquittal. Still open: An appeal was announced. Last checked 2025-05-30.
Contested by evidence: A second measurement by the town found shorter times.
Answer:
- Example Networks explains (2024-05): The company said that a setting, not the product, was at fault.
- Mayor Alex Sample accepts it (undated): The mayor said the setting had been changed.
- No answer from Camera wholesaler found; last looked for 2025-05-30.
Sources:
- Report 1. Example Gazette, 2024-05. https://example.org/report-1
- Report 2. Example Gazette, 2024-05. https://example.org/report-2
- Report 3. Example Gazette, 2024-05. https://example.org/report-3
From: An example pack, version 1.2.0, claim exampleton-cameras.`,
  );
});

test('Markdown, no answer found', () => {
  expect(citeClaim(claim('exampleton-tender'), example, 'markdown')).toBe(
    `The Example Gazette reported in 2023 that the tender had one bidder.
Said by: Example Gazette (2023).
Standing: Reported, not ruled on by a court or authority. Last checked 2025-05-30.
Answer:
- No answer found; last looked for 2025-05-30.
Sources:
- [Report 1](<https://example.org/report-1>), Example Gazette, 2024-05
From: An example pack, version 1.2.0, claim exampleton-tender.`,
  );
});

test('BibTeX', () => {
  expect(citeClaim(claim('exampleton-tender'), example, 'bibtex')).toBe(
    `@misc{exampleton-tender,
  title = {The Example Gazette reported in 2023 that the tender had one bidder.},
  author = {{Example Gazette}},
  year = {2023},
  date = {2023},
  note = {Standing: Reported, not ruled on by a court or authority. Last checked 2025-05-30. No answer found; last looked for 2025-05-30. From: An example pack, version 1.2.0, claim exampleton-tender.}
}

@misc{exampleton-tender-s1,
  title = {Report 1},
  author = {{Example Gazette}},
  year = {2024},
  date = {2024-05},
  url = {https://example.org/report-1},
  langid = {en}
}`,
  );
});

test('CSL-JSON', () => {
  expect(JSON.parse(citeClaim(claim('exampleton-tender'), example, 'csl-json'))).toEqual([
    {
      id: 'exampleton-tender',
      type: 'document',
      title: 'The Example Gazette reported in 2023 that the tender had one bidder.',
      author: [{ literal: 'Example Gazette' }],
      issued: { 'date-parts': [[2023]] },
      note: expect.stringContaining('No answer found; last looked for 2025-05-30.'),
    },
    {
      id: 'exampleton-tender-s1',
      type: 'article-newspaper',
      title: 'Report 1',
      author: [{ literal: 'Example Gazette' }],
      publisher: 'Example Gazette',
      issued: { 'date-parts': [[2024, 5]] },
      language: 'en',
      URL: 'https://example.org/report-1',
    },
  ]);
});

test('signs with a meaning of their own lose it', () => {
  const odd = {
    ...claim('exampleton-tender'),
    summary: '100 % of {this} & that_there: $5 #1 ~x^y \\z',
    sources: [{ ...claim('exampleton-tender').sources[0], title: 'A [B] *C* `D` <E>' }] as const,
  } satisfies Claim;
  expect(citeClaim(odd, example, 'bibtex')).toContain(
    'title = {100 \\% of \\{this\\} \\& that\\_there: \\$5 \\#1 \\textasciitilde{}x\\textasciicircum{}y \\textbackslash{}z}',
  );
  expect(citeClaim(odd, example, 'markdown')).toContain('[A \\[B\\] \\*C\\* \\`D\\` \\<E\\>]');
});

describe('every claim of the curated pack, in every format', () => {
  test.each(CITATION_FORMATS)('%s carries the answer and every source', (format) => {
    for (const each of curated.claims) {
      const cited = citeClaim(each, curated, format);
      const text = format === 'csl-json' ? JSON.stringify(JSON.parse(cited)) : cited;
      for (const source of each.sources) expect(text).toContain(source.url);
      expect(text).toContain(curated.version);
      if (!('responses' in each)) expect(text).toContain(`last looked for ${each.noneFound.lastLooked}`);
      else if (format === 'plain') for (const { summary } of each.responses) expect(text).toContain(summary);
      if (format === 'bibtex') expect(openBraces(text)).toBe(0);
    }
  });
});

function openBraces(text: string): number {
  return [...text.replace(/\\[{}]/g, '')].reduce(
    (open, sign) => open + (sign === '{' ? 1 : 0) - (sign === '}' ? 1 : 0),
    0,
  );
}
