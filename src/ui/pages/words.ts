/**
 * Our own words on the extension's pages: popup, options, entity page. Apart from `strings.ts` so that the card, which
 * enters other people's pages, does not carry them.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { NothingMarked } from '../../core/nothing-marked.ts';
import type { LookColour, LookStyle } from '../../core/settings.ts';
import { count } from './count.ts';
import { entityWords } from './entity-words.ts';
import { optionsWords } from './options-words.ts';

const popup = {
  title: 'Counterpoint',
  loading: 'Loading the evidence…',
  failed: 'The evidence could not be read, so nothing can be shown or marked.',
  tryAgain: 'Try again',
  marksOn: 'Mark names on pages',
  siteOn: (site: string) => `On ${site}`,
  siteOnHint: 'Remembered for this site',
  options: 'Options',
  notAVerdict: 'A mark means there is more to know. It is not a finding of guilt.',
  privacy: 'Nothing you read or search leaves this browser.',
};

const page = {
  heading: 'On this page',
  reading: 'Reading the page…',
  total: (names: number, mentions: number) =>
    `${count(names, 'name', 'names')}, ${count(mentions, 'mention', 'mentions')}`,
  mentions: (n: number) => count(n, 'mention', 'mentions'),
  none: 'No name from the evidence is marked here.',
  noneHint: (names: number) =>
    `Counterpoint knows ${count(names, 'name', 'names')}. Places and organisations are marked only where the text around them is on the subject.`,
  notAllowed: 'The browser lets no extension read this page. The search works all the same.',
  reload: 'This page was open before Counterpoint started.',
  reloadNow: 'Load the page again',
  nothing: (why: NothingMarked): string => NOTHING[why],
  openOptions: 'Open the options',
};

const NOTHING: Readonly<Record<NothingMarked, string>> = {
  'everywhere-off': 'Counterpoint is switched off everywhere, so nothing is marked.',
  'site-off': 'You switched Counterpoint off on this site, so nothing is marked here.',
  'categories-off': 'You switched every category off, so nothing is marked.',
  'kinds-off': 'You switched off vendors, organisations and places, so nothing is marked.',
  switches: 'The categories and kinds that are on leave no name to mark.',
};

const search = {
  label: 'Search names and claims',
  placeholder: 'Huawei, Хуавеј, cameras Belgrade …',
  clear: 'Clear the search',
  results: 'Search results',
  names: 'Names',
  claims: 'Claims',
  alias: (alias: string) => `also ${alias}`,
  claimCount: (n: number) => (n === 0 ? 'no claims in categories that are on' : count(n, 'claim', 'claims')),
  answered: 'answered',
  unanswered: 'no answer found',
  summary: (names: number, claims: number) =>
    `${count(names, 'name', 'names')} and ${count(claims, 'claim', 'claims')} found`,
  more: (n: number) => `${count(n, 'more claim', 'more claims')}: another word narrows the search.`,
  nothing: (query: string) => `Nothing found for “${query}”.`,
  searched: (names: number, claims: number, pack: string) =>
    `Searched ${count(names, 'name', 'names')} and ${count(claims, 'claim', 'claims')} in ${pack}.`,
  packName: (title: string, version: string, date: string) => `“${title}”, version ${version} of ${date}`,
  notSearched: (n: number) => `Claims in ${count(n, 'category', 'categories')} you switched off are not searched.`,
};

const panel = {
  back: 'Back',
  fromSearch: 'The claim you chose',
  showOthers: (n: number) => `Show ${count(n, 'more claim', 'more claims')}`,
  fullPage: 'Open the full page',
  mute: 'Mark this name on pages',
  switchedOff: (n: number) => `${n} more in categories you switched off.`,
  changeCategories: 'Change categories',
  noClaims: 'There is no claim about this name in the categories that are on.',
};

const looks = {
  style: (style: LookStyle): string =>
    ({ dotted: 'Dotted line', solid: 'Solid line', wavy: 'Wavy line', background: 'Soft background' })[style],
  colour: (colour: LookColour): string =>
    colour === 'text' ? 'Colour of the text' : `${colour.charAt(0).toUpperCase()}${colour.slice(1)}`,
};

export const pagesInEnglish = { popup, page, search, panel, looks, options: optionsWords, entity: entityWords };

export type PageWords = typeof pagesInEnglish;

const Words = createContext<PageWords>(pagesInEnglish);

/** The words of the extension's pages in the reader's language. */
export function usePageWords(): PageWords {
  return useContext(Words);
}

export const PageWordsProvider = Words.Provider;
