import { expect, test } from 'vitest';
import { errorReport } from '../../../src/core/report.ts';

const TEXT = 'Error in claim some-claim, pack some-pack 1.2';
const LINKS = [
  [
    'mailto:desk@example.org',
    `mailto:desk@example.org?subject=${encodeURIComponent(TEXT)}&body=${encodeURIComponent(`${TEXT}\n\n`)}`,
  ],
  [
    'mailto:desk@example.org?cc=b@example.org',
    `mailto:desk@example.org?cc=b@example.org&subject=${encodeURIComponent(TEXT)}&body=${encodeURIComponent(`${TEXT}\n\n`)}`,
  ],
  ['https://example.org/report', 'https://example.org/report?claim=some-claim&pack=some-pack&version=1.2'],
  ['https://example.org/?to=us#form', 'https://example.org/?to=us&claim=some-claim&pack=some-pack&version=1.2#form'],
] as const;

test.each(LINKS)('%s', (contact, href) => {
  expect(errorReport('some-claim', { id: 'some-pack', version: '1.2', contact })).toEqual({
    type: 'link',
    href,
    text: TEXT,
  });
});

test.each(['', 'http://example.org', 'javascript:alert(1)', 'desk@example.org'])('no address: %j', (contact) => {
  expect(errorReport('some-claim', { id: 'some-pack', version: '1.2', contact })).toEqual({ type: 'copy', text: TEXT });
});
