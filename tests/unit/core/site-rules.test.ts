import { expect, test } from 'vitest';
import { isSiteOff, siteOf } from '../../../src/core/site-rules.ts';

test.each([
  ['example.org', ['example.org'], true],
  ['news.example.org', ['example.org'], true],
  ['a.b.example.org', ['example.org'], true],
  ['myexample.org', ['example.org'], false],
  ['example.org.evil.net', ['example.org'], false],
  ['example.org', ['news.example.org'], false],
  ['example.net', ['example.org', 'example.net'], true],
  ['example.org', [], false],
  ['', ['example.org'], false],
  ['127.0.0.1', ['127.0.0.1'], true],
] as const)('%s with %j off: %s', (host, off, expected) => {
  expect(isSiteOff(host, off)).toBe(expected);
});

test.each([
  ['www.example.org', 'example.org'],
  ['example.org', 'example.org'],
  ['news.www.example.org', 'news.www.example.org'],
  ['www2.example.org', 'www2.example.org'],
] as const)('the site of %s is %s', (host, site) => {
  expect(siteOf(host)).toBe(site);
  expect(isSiteOff(host, [site])).toBe(true);
});
