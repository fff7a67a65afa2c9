/** A claim as a citation: what is said, its standing and its answer together, then every source. Never one half alone. */
import type { Claim, Pack, Response, Source } from './model.ts';
import { standingWords } from './standing.ts';

export const CITATION_FORMATS = ['plain', 'markdown', 'bibtex', 'csl-json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];
type PackFacts = Pick<Pack, 'title' | 'version'>;

/**
 * The citation of a claim with its answers and sources, from a version of a pack. Ends without a line break.
 * BibTeX and CSL-JSON carry one entry for the claim and one for each source, so that a source can be cited by itself.
 */
export function citeClaim(claim: Claim, pack: PackFacts, format: CitationFormat): string {
  switch (format) {
    case 'plain':
      return asText(claim, pack, { link: (source) => `${source.title}. ${dated(source)}. ${source.url}`, item: '- ' });
    case 'markdown':
      return asText(claim, pack, {
        link: (source) => `[${escapeMarkdown(source.title)}](<${source.url}>), ${dated(source)}`,
        item: '- ',
      });
    case 'bibtex':
      return asBibtex(claim, pack);
    case 'csl-json':
      return JSON.stringify(asCsl(claim, pack), null, 2);
  }
}

/** The answers in words, one line each; where there is none, that and the day it was last looked for. */
export function answerLines(claim: Claim): readonly string[] {
  if (!('responses' in claim)) return [`No answer found; last looked for ${claim.noneFound.lastLooked}.`];
  return [
    ...claim.responses.map((response) => `${whoAnswers(response)}: ${response.summary}`),
    ...claim.noAnswerFrom.map(
      ({ by, lastLooked }) => `No answer from ${by.name} found; last looked for ${lastLooked}.`,
    ),
  ];
}

const STANCE_WORDS: Readonly<Record<Response['stance'], string>> = {
  denies: 'denies it',
  disputes: 'disputes it',
  accepts: 'accepts it',
  explains: 'explains',
  'no-comment': 'declined to comment',
};

function whoAnswers(response: Response): string {
  return `${response.by.name} ${STANCE_WORDS[response.stance]} (${response.date})`;
}

function asText(
  claim: Claim,
  pack: PackFacts,
  write: { readonly link: (source: Source) => string; readonly item: string },
): string {
  return [
    claim.summary,
    `Said by: ${sayers(claim)} (${claim.date}).`,
    `Standing: ${standingLine(claim)}`,
    ...contestedLine(claim),
    'Answer:',
    ...answerLines(claim).map((line) => write.item + line),
    'Sources:',
    ...claim.sources.map((source) => write.item + write.link(source)),
    origin(claim, pack),
  ].join('\n');
}

function asBibtex(claim: Claim, pack: PackFacts): string {
  const note = notes(claim, pack).join(' ');
  return [
    bibtexEntry(claim.id, {
      title: claim.summary,
      author: claim.says.map((party) => `{${escapeBibtex(party.name)}}`).join(' and '),
      year: claim.date.slice(0, 4),
      date: claim.date,
      note,
    }),
    ...claim.sources.map((source) =>
      bibtexEntry(`${claim.id}-${source.id}`, {
        title: source.title,
        author: `{${escapeBibtex(source.publisher)}}`,
        ...(source.date === undefined ? {} : { year: source.date.slice(0, 4), date: source.date }),
        url: source.url,
        langid: source.lang,
      }),
    ),
  ].join('\n\n');
}

function bibtexEntry(key: string, fields: Readonly<Record<string, string>>): string {
  // Authors come with braces of their own, which keep a firm's name from being read as first and last name; an address
  // stands as it is, or it would no longer lead anywhere.
  const raw = new Set(['author', 'url']);
  const lines = Object.entries(fields).map(
    ([name, value]) => `  ${name} = {${raw.has(name) ? value : escapeBibtex(value)}}`,
  );
  return `@misc{${key},\n${lines.join(',\n')}\n}`;
}

function asCsl(claim: Claim, pack: PackFacts): readonly Readonly<Record<string, unknown>>[] {
  return [
    {
      id: claim.id,
      type: 'document',
      title: claim.summary,
      author: claim.says.map((party) => ({ literal: party.name })),
      issued: cslDate(claim.date),
      note: notes(claim, pack).join('\n'),
    },
    ...claim.sources.map((source) => ({
      id: `${claim.id}-${source.id}`,
      type: CSL_TYPES[source.kind],
      title: source.title,
      author: [{ literal: source.publisher }],
      publisher: source.publisher,
      ...(source.date === undefined ? {} : { issued: cslDate(source.date) }),
      language: source.lang,
      URL: source.url,
    })),
  ];
}

const CSL_TYPES: Readonly<Record<Source['kind'], string>> = {
  news: 'article-newspaper',
  ngo: 'report',
  research: 'report',
  government: 'document',
  court: 'legal_case',
  'primary-document': 'document',
  company: 'webpage',
  reference: 'webpage',
};

function cslDate(date: string): { readonly 'date-parts': readonly [readonly number[]] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}

function sayers(claim: Claim): string {
  return claim.says.map((party) => party.name).join(', ');
}

function standingLine(claim: Claim): string {
  const { label, lead } = standingWords(claim.standing);
  const pending = claim.pending === undefined ? '' : ` Still open: ${closed(claim.pending)}`;
  const sentence = lead.startsWith(label) ? lead : `${label}. ${lead}`;
  return `${closed(sentence)}${pending} Last checked ${claim.checked}.`;
}

function contestedLine(claim: Claim): readonly string[] {
  return claim.contested ? [`Contested by evidence: ${closed(claim.contested.summary)}`] : [];
}

function notes(claim: Claim, pack: PackFacts): readonly string[] {
  const standing = `Standing: ${standingLine(claim)}`;
  return [standing, ...contestedLine(claim), ...answerLines(claim), origin(claim, pack)];
}

function origin(claim: Claim, pack: PackFacts): string {
  return `From: ${pack.title}, version ${pack.version}, claim ${claim.id}.`;
}

function dated(source: Source): string {
  return `${source.publisher}, ${source.date ?? 'undated'}`;
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\[\]*_`<>]/g, '\\$&');
}

function escapeBibtex(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\~^{}&%$#_]/g, (sign) => named[sign] ?? `\\${sign}`);
}
