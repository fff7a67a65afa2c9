import { expect, test } from 'vitest';
import { readSite } from '../../../src/core/site-name.ts';

test.each([
  ['example.org', 'example.org'],
  [' Example.ORG ', 'example.org'],
  ['www.example.org', 'example.org'],
  ['https://www.bbc.co.uk/news?x=1#y', 'bbc.co.uk'],
  ['news.example.org/world', 'news.example.org'],
  ['example.org:8080', 'example.org'],
  ['localhost', 'localhost'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['', undefined],
  ['not a site', undefined],
  ['example', undefined],
  ['ftp://example.org', undefined],
  ['about:blank', undefined],
  ['https://', undefined],
])('%j', (typed, site) => {
  expect(readSite(typed)).toBe(site);
});
