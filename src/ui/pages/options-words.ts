import type { EntityKind } from '../../core/model.ts';
import { count } from './count.ts';

/** The words of the options page. */
export const optionsWords = {
  title: 'Counterpoint options',
  intro: 'Every change is saved at once and shows in open tabs.',
  contents: 'On this page',
  saved: 'Saved.',
  notSaved: 'Could not be saved; the browser’s storage may be full. Nothing was changed.',
  undo: 'Undo',
  general: {
    heading: 'In general',
    on: 'Mark names on pages',
    onMeans: 'Off: no page is read and nothing is marked anywhere. Search keeps working.',
    badge: 'Count on the toolbar icon',
    badgeMeans: 'How many marks the page you look at has.',
  },
  categories: {
    heading: 'Categories',
    means:
      'What a claim is mainly about. Switching a category off takes its claims out of cards, search and counts; a name that has no other claim loses its mark.',
    allOff: 'Every category is off: nothing is marked on any page.',
    holds: (claims: number, entities: number) =>
      `${count(claims, 'claim', 'claims')}, ${count(entities, 'name', 'names')}`,
    wouldLose: (n: number) =>
      n === 0 ? 'Switched off, no name would lose its mark' : `Switched off, ${names(n)} would lose ${its(n)} mark`,
    wouldGain: (n: number) =>
      n === 0 ? 'Switched on, no further name would be marked' : `Switched on, ${names(n)} would be marked again`,
  },
  kinds: {
    heading: 'Kinds of names',
    means: 'Which names are marked. A kind that is off can still be searched.',
    allOff: 'Every kind is off: nothing is marked on any page.',
    label: (kind: EntityKind): string => ({ vendor: 'Vendors', body: 'Organisations', place: 'Places' })[kind],
    describe: (kind: EntityKind): string =>
      ({
        vendor: 'Firms that make or sell the technology. Marked wherever they are named.',
        body: 'Authorities, institutions, groups and lists. Marked where the text is on the subject.',
        place: 'Countries, regions and cities. Marked where the text is on the subject.',
      })[kind],
  },
  look: {
    heading: 'Look of the marks',
    means: 'The same for every name: a mark says that there is more to know, not what to think of it.',
    style: 'Line',
    colour: 'Colour',
    preview: 'Preview',
    sentence: { before: 'The council discussed a contract with ', name: 'Huawei', after: ' and read about ' },
    linked: 'another vendor',
    onLight: 'On a light page',
    onDark: 'On a dark page',
    chosen: (style: string, colour: string) => `${style}, ${colour.toLowerCase()}`,
  },
  sites: {
    heading: 'Sites where Counterpoint is off',
    means: 'Switch a site off or on in the toolbar popup, or here. A site covers its subdomains.',
    none: 'No site is switched off.',
    remove: 'Switch on again',
    removed: (site: string) => `${site} is on again.`,
    add: 'Switch off a site',
    addButton: 'Switch off',
    badAddress: (typed: string) => `“${typed}” is no site: write a host name such as news.example.org.`,
  },
  mutes: {
    heading: 'Names that are never marked',
    means: 'Chosen in the popup, under the name.',
    none: 'No name is left out.',
    remove: 'Mark again',
    removed: (name: string) => `${name} is marked again.`,
  },
  about: {
    heading: 'About',
    packHeading: 'The evidence in use',
    version: 'Version',
    date: 'As of',
    licence: 'Licence',
    holds: 'Holds',
    extension: (version: string) => `Counterpoint ${version}`,
    privacyHeading: 'Privacy',
    privacy: [
      'Everything happens in this browser. Counterpoint sends nothing anywhere: no page, no search, no count.',
      'A page that looks for it can find out that Counterpoint runs and which of its own words are marked, but not your settings and not what the cards say.',
      'Sites, names left out and other choices stay in this browser’s storage and go when you remove the extension.',
    ],
    marksHeading: 'What a mark means',
    notAVerdict:
      'A mark means that the evidence holds a claim that concerns this name, with its source and with the answer of those concerned. It is not a finding of guilt, and a name without a mark is not a clean bill.',
  },
};

function names(n: number): string {
  return count(n, 'name', 'names');
}

function its(n: number): string {
  return n === 1 ? 'its' : 'their';
}
