/**
 * Pack format 1: what a pack of evidence may hold. Types are inferred from the schemas here; `src/core/model.ts` names
 * them. What a schema cannot say (references, clashes, dates against each other) is in `check.ts`.
 */
import * as v from 'valibot';
import { CATEGORY_IDS } from '../categories.ts';
import { EVENT_TYPES, STANDING_IDS } from '../standing.ts';

export const PACK_FORMAT = 1;
export const SUMMARY_LIMIT = 200;
const DETAIL_LIMIT = 1200;
const WHAT_LIMIT = 160;

/** An object with these fields and no others; complaints about fields say what to do. */
function record<const T extends v.ObjectEntries>(entries: T) {
  return v.strictObject(entries, (issue) => {
    const field = issue.path?.at(-1)?.key;
    if (issue.expected === 'never') return 'the format has no such field; remove it or correct its name';
    if (issue.expected === '"responses"') {
      return 'give either `responses` (at least one) or `noneFound: {"lastLooked": "2026-11-22"}`';
    }
    if (field === 'date' && issue.received === 'undefined') {
      return 'missing; add `date` (2018, 2018-01 or 2018-01-26; an answer may say "undated" where its source does)';
    }
    if (issue.received === 'undefined') return `missing; add \`${String(field)}\``;
    return `expected ${issue.expected ?? 'an object'}`;
  });
}

/** A list that is never empty, in its type too. */
function atLeastOne<const S extends v.GenericSchema>(item: S, message: string) {
  return v.pipe(
    v.array(item),
    v.minLength(1, message),
    v.maxLength(60),
    v.transform((list) => list as [v.InferOutput<S>, ...v.InferOutput<S>[]]),
  );
}

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens'),
  v.maxLength(80),
);
const text = (limit: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'), v.maxLength(limit, `at most ${limit} characters`));
const lang = v.pipe(
  v.string(),
  v.regex(/^(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*|mul)$/, 'use a language tag such as en, sr-Latn or zh-Hant'),
);

/** A date as exact as known: `2018`, `2018-01` or `2018-01-26`. */
const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'write a date as 2018, 2018-01 or 2018-01-26'),
  v.check(isRealDate, 'no such day in the calendar'),
);
const day = v.pipe(date, v.length(10, 'write the full day, as 2026-11-22'));

/** Only these become links. */
const url = v.pipe(v.string(), v.maxLength(2000), v.check(isWebAddress, 'write a full http: or https: address'));

export const EntityIdSchema = v.pipe(id, v.brand('EntityId'));
export const ClaimIdSchema = v.pipe(id, v.brand('ClaimId'));

export const AliasSchema = record({
  text: text(120),
  lang,
  /** `exact`: letters as written (all-capitals headlines count for names of five letters or more); `any`: any case. */
  case: v.picklist(['exact', 'any']),
  /** `yes`: a mark alone; `with-context`: only with evidence in the passage; `no`: search and export only. */
  mark: v.picklist(['yes', 'with-context', 'no']),
  role: v.optional(
    v.picklist(['name', 'legal', 'abbreviation', 'brand', 'ticker', 'metonym', 'demonym', 'misspelling']),
    'name',
  ),
  /** Language tag whose endings the words take, where it is not `lang`; `none`: only the form as written. */
  inflect: v.optional(v.string()),
  /** Words of which one must stand in the passage or on the page (`for`), or none in the passage (`against`). */
  for: v.optional(v.array(text(80))),
  against: v.optional(v.array(text(80))),
  note: v.optional(text(600)),
});

export const EntitySchema = record({
  id: EntityIdSchema,
  kind: v.picklist(['vendor', 'body', 'place']),
  name: text(120),
  legalName: v.optional(text(240)),
  /** What it is, in one neutral line; for bodies that mostly make claims, who funds them where that is known. */
  what: text(WHAT_LIMIT),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'use the two-letter country code'))),
  website: v.optional(url),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d+$/))),
  /** False: never painted, though a counterpart and a search result (China, the United States, the EU, the UN). */
  marked: v.optional(v.boolean(), true),
  aliases: v.array(AliasSchema),
  notThis: v.optional(v.array(text(400)), []),
});

const sourceId = v.pipe(v.string(), v.regex(/^s\d+$/, 'use s1, s2, …'));

export const SourceSchema = record({
  id: sourceId,
  url,
  title: text(400),
  /** True: the page's own title was not seen, `title` describes it. */
  described: v.optional(v.boolean()),
  publisher: text(160),
  date: v.optional(date),
  lang,
  kind: v.picklist(['news', 'ngo', 'research', 'government', 'court', 'primary-document', 'company', 'reference']),
  /** Sources that rest on one original report share this word. */
  origin: v.optional(id),
  /** A copy, a mirror, a search page: to be replaced by the original. */
  weak: v.optional(text(200)),
  archived: v.optional(url),
  /** The exact words known to stand on the page, for a text fragment. */
  quote: v.optional(text(200)),
  note: v.optional(text(600)),
});

/** Somebody who speaks: named as the source names them, tied to an entity of the pack where there is one. */
const PartySchema = record({
  name: text(160),
  entity: v.optional(EntityIdSchema),
  /** A government, parliament, court or public authority. */
  authority: v.optional(v.boolean()),
});

const sourceIds = v.pipe(v.array(sourceId), v.minLength(1, 'name at least one source'));

export const ResponseSchema = record({
  by: PartySchema,
  stance: v.picklist(['denies', 'disputes', 'accepts', 'explains', 'no-comment']),
  date: v.union(
    [date, v.literal('undated')],
    'write when it was answered (2018, 2018-01, 2018-01-26), or "undated" where the source does not say',
  ),
  summary: text(400),
  sources: sourceIds,
});

export const EventSchema = record({
  type: v.picklist(EVENT_TYPES),
  date,
  who: text(160),
  what: text(300),
  sources: sourceIds,
});

const claimFields = {
  id: ClaimIdSchema,
  about: v.pipe(v.array(EntityIdSchema), v.minLength(1, 'name at least one entity the claim is about')),
  /** Entities of the pack that make the claim. */
  by: v.optional(v.array(EntityIdSchema), []),
  says: v.pipe(v.array(PartySchema), v.minLength(1, 'say who makes the claim')),
  category: v.picklist(CATEGORY_IDS),
  alsoIn: v.optional(v.array(v.picklist(CATEGORY_IDS)), []),
  /** When it was alleged, found or decided. */
  date,
  place: v.optional(text(120)),
  summary: text(SUMMARY_LIMIT),
  detail: v.optional(text(DETAIL_LIMIT)),
  standing: v.picklist(STANDING_IDS),
  /** Where the facts themselves are contested by evidence: by whom and how. */
  contested: v.optional(record({ summary: text(400), sources: sourceIds })),
  /** What a careful reader must know beside the claim. */
  caveats: v.optional(text(1200)),
  events: v.optional(v.array(EventSchema), []),
  /** When the matter was last looked up. */
  checked: day,
  /** The outcome that is still open, as of `checked`. */
  pending: v.optional(text(300)),
  tier: v.optional(v.picklist(['core', 'secondary']), 'core'),
  persons: v.optional(
    v.array(record({ name: text(80), basis: v.picklist(['convicted', 'public-office']), source: sourceId })),
    [],
  ),
  sources: atLeastOne(SourceSchema, 'give at least one source'),
};

export const AnsweredSchema = record({
  ...claimFields,
  responses: atLeastOne(ResponseSchema, 'give at least one answer, or `noneFound` in its place'),
  /** Parties that were looked for too, and did not answer anywhere we looked. */
  noAnswerFrom: v.optional(v.array(record({ by: PartySchema, lastLooked: day })), []),
});

export const UnansweredSchema = record({
  ...claimFields,
  /** No answer was found in what was searched; never "did not respond". */
  noneFound: record({ lastLooked: day }),
});

/** Answered unless it says that no answer was found: so a complaint is about the shape the editor meant. */
export const ClaimSchema = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'noneFound' in input && !('responses' in input)
    ? UnansweredSchema
    : AnsweredSchema,
);

export const PackSchema = record({
  $schema: v.optional(v.string()),
  format: v.literal(PACK_FORMAT),
  id,
  title: text(120),
  version: text(40),
  date: day,
  lang,
  licence: text(80),
  /** Where readers report an error: `mailto:` or `https:`; empty: the report is copied instead. */
  contact: v.pipe(v.string(), v.check(isContact, 'write mailto:… or https:…, or leave it empty')),
  about: v.optional(text(600)),
  visibility: v.picklist(['public', 'private']),
  entities: v.pipe(v.array(EntitySchema), v.minLength(1, 'a pack names at least one entity')),
  claims: v.array(ClaimSchema),
});

function isRealDate(value: string): boolean {
  const [year = 0, month = 1, dayOfMonth = 1] = value.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 1900 && dayOfMonth >= 1 && dayOfMonth <= days;
}

function isWebAddress(value: string): boolean {
  return protocolOf(value) === 'https:' || protocolOf(value) === 'http:';
}

function isContact(value: string): boolean {
  return value === '' || protocolOf(value) === 'https:' || protocolOf(value) === 'mailto:';
}

function protocolOf(value: string): string {
  try {
    return new URL(value).protocol;
  } catch {
    return '';
  }
}
