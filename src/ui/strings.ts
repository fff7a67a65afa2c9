/**
 * Every word of our own that a reader sees, by surface. Texts of packs and of the page are not here. `Strings` is the
 * shape another language has to fill; components take the words from `useStrings()` and hold none themselves.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { categoryLabel } from '../core/categories.ts';
import type { EntityKind, Stance } from '../core/model.ts';
import { type Standing, standingWords } from '../core/standing.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const locale = {
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  /** For dates and lists. */
  formats: 'en-GB',
};

/** An entity and its claims, wherever they are drawn. */
const evidence = {
  kind: (kind: EntityKind): string => ({ vendor: 'Technology vendor', body: 'Organisation', place: 'Place' })[kind],
  claims: (n: number) => count(n, 'claim', 'claims'),
  about: (name: string) => `About ${name}`,
  saidBy: (name: string) => `Said by ${name}`,
  standing: standingWords,
  standingCount: (n: number, standing: Standing) => `${n} ${standingWords(standing).label.toLowerCase()}`,
  claimSide: (standing: Standing): string => CLAIM_SIDES[standing],
  answerSide: 'What is answered',
  stance: (stance: Stance): string => STANCES[stance],
  noAnswer: (lastLooked: string) => `No answer found; last looked for ${lastLooked}.`,
  noAnswerFrom: (name: string, lastLooked: string) => `No answer from ${name} found; last looked for ${lastLooked}.`,
  contested: 'Contested by evidence',
  pending: (checked: string) => `Still open on ${checked}`,
  caveats: 'To bear in mind',
  secondary: 'A secondary claim: its sources are thinner than most here, or its link to the name is indirect.',
  readingSource: 'The page you are reading is one of the sources.',
  sourceCount: (sources: number, originals: number) =>
    sources === originals
      ? count(sources, 'source', 'sources')
      : `${count(sources, 'source', 'sources')}, ${count(originals, 'original report', 'original reports')}`,
  sources: 'Sources',
  moreSources: (n: number) => `${n} more`,
  weakSource: 'not the original',
  undated: 'undated',
  details: 'Details, timeline and all sources',
  timeline: 'What happened when',
  allSources: 'All sources',
  opensInNewTab: 'opens in a new tab',
  category: (labels: string) => `Category: ${labels}.`,
  checked: (date: string) => `Last checked ${date}.`,
  categoryLabel,
};

const CLAIM_SIDES: Readonly<Record<Standing, string>> = {
  reported: 'What is alleged',
  'alleged-by-government': 'What is alleged',
  disputed: 'What is alleged',
  charged: 'What is alleged',
  settled: 'What was alleged',
  'restricted-by-law': 'What was decided',
  'officially-found': 'What was found',
  convicted: 'What was found',
  'dismissed-or-acquitted': 'What was alleged',
  withdrawn: 'What was alleged',
};

const STANCES: Readonly<Record<Stance, string>> = {
  denies: 'denies it',
  disputes: 'disputes it',
  accepts: 'accepts it',
  explains: 'explains',
  'no-comment': 'declined to comment',
};

const card = {
  close: 'Close',
  loading: 'Loading…',
  failed: 'The evidence could not be loaded.',
  tryAgain: 'Try again',
  showOthers: (n: number) => (n === 1 ? 'Show the other claim here' : `Show the ${n} other claims here`),
  loadingOthers: 'Loading the others…',
  fullPage: 'Open the full page',
  switchedOff: (n: number) => `${n} more in categories you switched off`,
  changeCategories: 'Change categories',
  noClaims: 'There is no claim in the categories that are on.',
  whyMarked: 'Why is this marked?',
  matched: (text: string) => `The page says “${text}”.`,
  /** Rules of the matcher that need more words than their name. */
  rule: (rule: string): string => RULES[rule] ?? `Rule: ${rule}.`,
  ruleWords: (words: string) => `Words of that kind here: ${words}.`,
  quoted: (word: string) => `“${word}”`,
  packLine: (title: string, version: string) => `From the pack “${title}”, version ${version}.`,
  packDate: (date: string) => `Evidence as of ${date}`,
  notAVerdict: 'A mark means there is more to know here. It is not a finding of guilt.',
};

const ELSE =
  'Places and organisations are marked where the passage is about technology, surveillance, security or rights,';

const RULES: Readonly<Record<string, string>> = {
  vendor: 'That is the name of a vendor in the pack; vendors are always marked.',
  subject: `${ELSE} and this one is.`,
  'subject-near': `${ELSE} and the text around this one is.`,
  'vendor-beside': `${ELSE} or where a vendor of the pack is named beside them, as here.`,
};

export const english = { locale, evidence, card };

export type Strings = typeof english;

const Words = createContext<Strings>(english);

/** The words in the reader's language. */
export function useStrings(): Strings {
  return useContext(Words);
}

export const StringsProvider = Words.Provider;
