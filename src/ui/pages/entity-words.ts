import type { CitationFormat } from '../../core/cite.ts';
import type { EventType } from '../../core/standing.ts';
import { count } from './count.ts';

/** The words of the entity page. */
export const entityWords = {
  title: (name: string) => `${name} – Counterpoint`,
  loading: 'Loading the evidence…',
  unknownTitle: 'No such name',
  unknown: (id: string, pack: string) => `There is no entry “${id}” in ${pack}.`,
  noneNamed: 'This page shows one name in full. Which one, stands in its address after the # sign.',
  search: 'Search names and claims',
  aliases: 'Also written',
  moreAliases: (n: number) => count(n, 'more spelling', 'more spellings'),
  legalName: 'Full legal name',
  website: 'Website',
  notThis: 'Not to be confused with',
  marks: 'Marks',
  neverMarked: 'Never marked on pages; it stands here because claims refer to it.',
  standingNote: 'The standing says what kind of statement a claim is today, not how likely it is to be true.',
  claims: 'Claims and answers',
  filters: 'Show only',
  category: 'Category',
  standing: 'Standing',
  year: 'Year',
  counterpart: 'Together with',
  any: 'All',
  withCount: (label: string, n: number) => `${label} (${n})`,
  shown: (n: number, of: number) =>
    n === of ? count(n, 'claim', 'claims') : `${n} of ${count(of, 'claim', 'claims')}`,
  noneLeft: 'No claim fits these filters together.',
  clearFilters: 'Show all claims',
  hidden: (n: number) =>
    `${count(n, 'claim', 'claims')} in categories you switched off ${n === 1 ? 'is' : 'are'} not shown.`,
  changeCategories: 'Change categories',
  timeline: 'What happened when',
  timelineAlt: (n: number, from: string, to: string) =>
    `${count(n, 'event', 'events')} from ${from} to ${to}, one sign each, stacked by year. The table below says the same in words.`,
  timelinePicture: 'Picture of the events',
  timelineTable: 'The same as a table',
  tableDate: 'Date',
  tableWhat: 'What happened',
  tableWho: 'Who',
  tableClaim: 'Claim',
  event: (type: EventType): string => EVENT_LABELS[type],
  eventGroup: (group: EventGroup): string => GROUP_LABELS[group],
  sources: 'Sources',
  sourcesNote: (sources: number, claims: number) =>
    `${count(sources, 'source', 'sources')} behind ${count(claims, 'claim', 'claims')}, by publisher. Links open in a new tab.`,
  usedBy: (n: number) => (n === 1 ? 'for 1 claim' : `for ${n} claims`),
  cite: 'Copy as citation',
  citeAs: (format: CitationFormat): string =>
    ({ plain: 'Plain text', markdown: 'Markdown', bibtex: 'BibTeX', 'csl-json': 'CSL-JSON' })[format],
  link: 'Link to this claim',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Select the text below and copy it yourself.',
  report: 'Report an error',
  reportCopied: (text: string) =>
    `This pack names no address for reports, so the report was copied instead: “${text}”. Send it to whoever gave you the pack.`,
  packLine: (title: string, version: string, date: string) => `From “${title}”, version ${version} of ${date}.`,
};

/** The events a reader has to tell apart at a glance: something was said, answered, decided, or undone. */
export type EventGroup = 'said' | 'answered' | 'decided' | 'undone';

const GROUP_LABELS: Readonly<Record<EventGroup, string>> = {
  said: 'Said or reported',
  answered: 'Answered',
  decided: 'Decided or charged',
  undone: 'Reversed, dismissed or withdrawn',
};

const EVENT_LABELS: Readonly<Record<EventType, string>> = {
  alleged: 'Alleged',
  reported: 'Reported',
  answered: 'Answered',
  ruled: 'Ruled',
  appealed: 'Appealed',
  listed: 'Listed or restricted',
  charged: 'Charged',
  settled: 'Settled',
  convicted: 'Convicted',
  found: 'Found by an authority or court',
  delisted: 'Taken off the list',
  reversed: 'Reversed',
  acquitted: 'Acquitted',
  dismissed: 'Dismissed',
  withdrawn: 'Withdrawn',
  corrected: 'Corrected',
};
