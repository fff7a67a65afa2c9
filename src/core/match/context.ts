/** Whether a name that was found is to be marked here: by its kind, the words around it, and what the page is about. */

import { type ContextGroup, groupOf } from './context-groups.ts';
import {
  ABBREVIATION,
  IN_FINNISH,
  ON_SUBJECT,
  ORDINARY,
  PERSON_NAME,
  PLACE,
  SENSE_BYTES,
  type StemClass,
  VENDOR,
  WITH_CONTEXT,
} from './layout.ts';
import { beginsFirmName, endsFirmName, looksLikePerson } from './person.ts';
import type { StemTable } from './stem-codec.ts';
import { hasContext, speaksAt, stemsIn, stemTable } from './stems.ts';
import type { Decision, Hit, Lexicon, PageFacts, Passage, Reason, StemHit, Surroundings, Weighed } from './types.ts';

/** Words of our subject weigh 3 (say it alone), 2 or 1; a passage is on it from here. */
const ENOUGH = 3;
/** Where nothing speaks against it, a word that says it in most texts is enough. */
const ALONE = 2;
/** Fewer weak words ("data", "police", "network") than this count half. */
const FEW = 3;
/** Weak words are counted as in a passage of at most so many UTF-16 units. */
const DENSE = 800;
/** In blocks of more UTF-16 units, some two sentences, those who act are not counted beyond what they act with. */
const BRIEF = 250;
/** A phone and the police, a recording and a court: together they say what neither does. */
const PAIRED = 3;
/** A vendor in the same block is as good as a word of the subject. */
const VENDOR_BESIDE = 3;
const BESIDE = 'vendor-beside';
/** What a neighbour, a heading or a title may add: a list of links about something else must not decide. */
const MOST_NEAR = 2;
const MOST_ABOVE = 3;
/** UTF-16 units from which a block is a sentence of the page's own report, not a link, a caption or a cell. */
const SENTENCE = 60;
/** From here a block is plainly about something else. */
const PLAINLY = 3;
/** Sections of a site that are about something else. */
const OTHER_SECTION =
  /[/.](?:sports?|deportes?|esportes?|sportovi|football|futbol|soccer|fudbal|kosarka|travel|viajes|viagens|voyages?|reise|reisen|turism[eo]?|food|recipes?|recetas|culture|cultura|kultur|kultura|entertainment|lifestyle|weather|meteo|wetter|vreme)(?:[/.-]|$)/;

/** What a vendor in the passage does not outweigh: shirts and arenas, and phones to buy. */
const PLAIN_OTHERS: readonly StemClass[] = ['sport', 'tourism', 'culture', 'food', 'device'];
const OTHERS: readonly StemClass[] = [...PLAIN_OTHERS, 'nature', 'other'];

interface Topic {
  readonly marked: boolean;
  readonly reason: Reason;
}

/** A passage with what it is judged by: one group of words, for it and all that surrounds it. */
interface Judged {
  readonly passage: Passage;
  readonly surroundings: Surroundings;
  readonly lexicon: Lexicon;
  readonly table: StemTable;
  /** Places whose name is a person's in this passage. */
  readonly persons: ReadonlySet<number>;
}

function groupFor(passage: Passage, { lang }: PageFacts): ContextGroup {
  passage.known ??= {};
  const { known } = passage;
  if (!known.group || known.lang !== lang) {
    known.lang = lang;
    known.group = groupOf(passage.text.slice(passage.start, passage.end), lang);
  }
  return known.group;
}

/**
 * The group of context words that `decide` would need for this passage and the lexicon lacks; undefined if it needs
 * none, or has it.
 */
export function missingContext(passage: Passage, page: PageFacts, lexicon: Lexicon): ContextGroup | undefined {
  const group = needsContext(passage, lexicon) ? groupFor(passage, page) : undefined;
  return group && !hasContext(lexicon, group) ? group : undefined;
}

/** Firms whose names are theirs alone are judged by the lexicon's own words. */
function needsContext({ hits }: Passage, { kinds, senses }: Lexicon): boolean {
  return hits.some(
    ({ entity, alias }) =>
      kinds[entity] !== VENDOR || ((senses[alias * SENSE_BYTES + 2] ?? 0) & (WITH_CONTEXT | PERSON_NAME)) !== 0,
  );
}

/**
 * A decision for each hit of the passage, in their order. Vendors are always marked unless the name is somebody
 * else's; places and bodies where the passage is on the subject, or names a vendor and is not plainly about something
 * else. The same passage in the same surroundings always gives the same answer.
 */
export function decide(passage: Passage, surroundings: Surroundings, lexicon: Lexicon): Decision[] {
  let table: StemTable | undefined;
  let persons: ReadonlySet<number> | undefined;
  const judged: Judged = {
    passage,
    surroundings,
    lexicon,
    get table() {
      table ??= stemTable(lexicon, needsContext(passage, lexicon) ? groupFor(passage, surroundings.page) : undefined);
      return table;
    },
    get persons() {
      persons ??= personsIn(passage, lexicon, judged.table);
      return persons;
    },
  };
  let known: Topic | undefined;
  // What surrounds a passage is read only if a name needs it.
  const topic = (): Topic => {
    known ??= topicOf(judged);
    return known;
  };
  return passage.hits.map((hit): Decision => {
    const denied = namesake(judged, hit, topic);
    if (denied) return { hit, marked: false, reason: { rule: 'namesake', words: denied, score: 0 } };
    if (lexicon.kinds[hit.entity] === VENDOR)
      return { hit, marked: true, reason: { rule: 'vendor', words: [], score: 0 } };
    return { hit, ...topic() };
  });
}

/** One who was named in full ("Ronald Jordan") goes by the surname from then on. */
function personsIn(passage: Passage, { senses, kinds }: Lexicon, table: StemTable): ReadonlySet<number> {
  const persons = new Set<number>();
  for (const hit of passage.hits) {
    const flags = senses[hit.alias * SENSE_BYTES + 2] ?? 0;
    if (!(flags & PERSON_NAME) || kinds[hit.entity] !== PLACE) continue;
    if (!persons.has(hit.entity) && looksLikePerson(passage, hit, table)) persons.add(hit.entity);
  }
  return persons;
}

/** The words that show the name to be somebody else's, maybe none; undefined if it is the entity's. */
function namesake(judged: Judged, hit: Hit, topic: () => Topic): Reason['words'] | undefined {
  const { passage, lexicon } = judged;
  const { page } = judged.surroundings;
  const at = hit.alias * SENSE_BYTES;
  const flags = lexicon.senses[at + 2] ?? 0;
  const [speaksFor, speaksAgainst] = [lexicon.senses[at + 3] ?? 0, lexicon.senses[at + 4] ?? 0];
  if (speaksFor === IN_FINNISH && !isFinnish(passage, page.lang)) return [];
  const isPlace = lexicon.kinds[hit.entity] === PLACE;
  if (flags & PERSON_NAME) {
    if (isPlace ? judged.persons.has(hit.entity) : looksLikePerson(passage, hit, judged.table)) return [];
  }
  if (isPlace && (beginsFirmName(passage, hit) || endsFirmName(passage, hit, lexicon, judged.table))) return [];
  const unsure = (flags & (WITH_CONTEXT | ABBREVIATION)) !== 0;
  if (!unsure && speaksAgainst === 0) return undefined;
  // The full name somewhere on the page settles an abbreviation.
  if (unsure && page.introduced.has(hit.entity)) return undefined;
  const words = speaksFor || speaksAgainst ? stemsIn(passage, judged.table) : [];
  const against = () => words.filter(({ record }) => record.lists.includes(speaksAgainst));
  const verdict = spoken(words, speaksFor, speaksAgainst);
  if (verdict === 'against') return against();
  if (!(flags & WITH_CONTEXT) || verdict === 'for') return undefined;
  const isTheirs = flags & ORDINARY ? isTold(passage, hit, judged.table, speaksFor) : topic().marked;
  return isTheirs ? undefined : against();
}

/** What a name's own words in the passage say of it; where they say as much for it as against it, they speak against. */
function spoken(words: readonly StemHit[], speaksFor: number, speaksAgainst: number): 'for' | 'against' | undefined {
  let inFavour = 0;
  let against = 0;
  for (const { record } of words) {
    if (record.lists.length === 0) continue;
    if (record.lists.includes(speaksFor)) inFavour++;
    if (record.lists.includes(speaksAgainst)) against++;
  }
  if (inFavour > against) return 'for';
  return against > 0 ? 'against' : undefined;
}

const WORD_BEFORE = /\p{L}+\s$/u;
const WORD_REACH = 20;

/** True if another name in the passage tells that the hit is one, or the phrase that it ends: "in Mali". */
function isTold(passage: Passage, hit: Hit, table: StemTable, list: number): boolean {
  const { text, start, hits } = passage;
  if (hits.some((other) => other.entity !== hit.entity && speaksAt(passage, other.start, table, list))) return true;
  const before = WORD_BEFORE.exec(text.slice(Math.max(start, hit.start - WORD_REACH), hit.start));
  return before !== null && speaksAt(passage, hit.start - before[0].length, table, list);
}

/** By the page's word, or by doubled vowels and case endings as no other language with these names has them. */
function isFinnish({ text, start, end }: Passage, lang: string): boolean {
  return /^fi\b/i.test(lang) || /(?:ää|yy|öö|[sl][st]ä|ss[aä]|ll[aä]|tt[aä])(?!\p{L})/u.test(text.slice(start, end));
}

function topicOf({ passage, surroundings, lexicon, table }: Judged): Topic {
  const weigh = (one: Passage) => weighed(one, lexicon, table);
  const block = weigh(passage);
  const answer = (marked: boolean, rule: string, score: number): Topic => ({
    marked,
    reason: { rule, words: block.words.map(({ start, end }) => ({ start, end })), score },
  });
  // What the block itself says plainly, nothing around it outweighs; a vendor only what is not sport and the like.
  const offset = block.vendor && block.plain < PLAINLY ? VENDOR_BESIDE : 0;
  if (block.against >= PLAINLY && block.subject < ENOUGH && block.subject + offset <= block.against) {
    return answer(false, block.other || 'other', block.subject - block.against);
  }
  // Nor does anything around it add to what it says without a word against.
  if (block.against === 0 && block.subject >= ALONE) {
    return answer(true, 'subject', block.subject);
  }
  let subject = block.subject;
  let { against } = block;
  let plainly = 0;
  for (const one of [surroundings.heading, surroundings.title]) {
    const above = one && weigh(one);
    if (!above) continue;
    if (above.subject >= ENOUGH) plainly++;
    subject += Math.min(above.subject + (above.vendor ? VENDOR_BESIDE : 0), MOST_ABOVE);
    against += Math.min(above.against, MOST_ABOVE);
  }
  // Heading and title both say it: so does every sentence below them that says nothing else.
  const under = plainly === 2 && against === 0 && passage.end - passage.start >= SENTENCE;
  const own = block.subject > 0 || block.vendor;
  if (OTHER_SECTION.test(surroundings.page.path)) against += PLAINLY;
  if (block.vendor) subject += VENDOR_BESIDE;
  let beside = 0;
  // Neighbours strengthen what is said here or above; alone they say nothing about a block, nor are they read where they
  // could not turn the answer.
  const isSettled = own && subject - against > 2 * MOST_NEAR;
  for (const one of subject > 0 && !isSettled ? [surroundings.before, surroundings.after] : []) {
    const near = one && weigh(one);
    if (!near) continue;
    beside += Math.min((near.subject + (near.vendor ? VENDOR_BESIDE : 0)) / 2, MOST_NEAR);
    against += Math.min(near.against / 2, MOST_NEAR);
  }
  subject += beside;
  const score = subject - against;
  // A title alone says nothing about a block without a word of its own: a link to something else, a caption.
  if (subject >= ENOUGH && score > 0 && (own || beside >= 1 || under)) {
    return answer(true, block.subject >= ENOUGH ? 'subject' : block.vendor ? BESIDE : 'subject-near', score);
  }
  return answer(false, subject >= ENOUGH ? block.other || 'other' : 'no-subject', score);
}

/** What the words of a passage say. */
function weighed(passage: Passage, lexicon: Lexicon, table: StemTable): Weighed {
  const stems = stemsIn(passage, table);
  const known = passage.known ?? {};
  known.weighed ??= sumUp(passage, lexicon, stems);
  return known.weighed;
}

/** A body whose work is the subject says so, two of them plainly, where the name is beyond doubt: a button that says SHARE is none. */
function speaksForItself({ entity, alias }: Hit, { kinds, senses }: Lexicon): boolean {
  const flags = senses[alias * SENSE_BYTES + 2] ?? 0;
  return ((kinds[entity] ?? 0) & ON_SUBJECT) !== 0 && !(flags & (WITH_CONTEXT | ABBREVIATION));
}

/** A doubtful name does where its own words speak for it, a namesake not at all: an orchestra's tour is not about a vendor. */
function isSurelyVendor({ entity, alias }: Hit, { kinds, senses }: Lexicon, words: readonly StemHit[]): boolean {
  const at = alias * SENSE_BYTES;
  if (kinds[entity] !== VENDOR) return false;
  const isDoubtful = ((senses[at + 2] ?? 0) & WITH_CONTEXT) !== 0;
  const [speaksFor, speaksAgainst] = [senses[at + 3] ?? 0, senses[at + 4] ?? 0];
  if (speaksAgainst === 0 && !isDoubtful) return true;
  const verdict = spoken(words, speaksFor, speaksAgainst);
  return isDoubtful ? verdict === 'for' : verdict !== 'against';
}

/** A word that is repeated counts once. */
function sumUp(passage: Passage, lexicon: Lexicon, stems: readonly StemHit[]): Weighed {
  const seen: number[] = [];
  const words: StemHit[] = [];
  let sums: Partial<Record<StemClass, number>> | undefined;
  let strong = 0;
  let weak = 0;
  let traces = 0;
  let actors = 0;
  for (const stem of stems) {
    const { kind, weight } = stem.record;
    const isTopic = kind === 'subject' || kind === 'trace' || kind === 'actor';
    if (!isTopic && !OTHERS.includes(kind)) continue;
    words.push(stem);
    if (seen.includes(stem.hash)) continue;
    seen.push(stem.hash);
    if (kind === 'actor') actors++;
    else if (kind === 'trace') traces++;
    else if (kind !== 'subject') {
      sums ??= {};
      sums[kind] = (sums[kind] ?? 0) + weight;
    } else if (weight === 1) weak++;
    else strong += weight;
  }
  const bodies = new Set(passage.hits.filter((hit) => speaksForItself(hit, lexicon)).map(({ entity }) => entity));
  strong += ALONE * Math.min(bodies.size, 2);
  let against = 0;
  let plain = 0;
  let other: StemClass | '' = '';
  for (const kind of sums ? OTHERS : []) {
    const sum = sums?.[kind] ?? 0;
    if (sum === 0) continue;
    // Elections, war and trade are named in many reports on surveillance.
    against += strong >= ENOUGH && kind === 'other' ? sum / 2 : sum;
    if (PLAIN_OTHERS.includes(kind)) plain += sum;
    if (other === '' || sum > (sums?.[other] ?? 0)) other = kind;
  }
  const vendor = passage.hits.some((hit) => isSurelyVendor(hit, lexicon, stems));
  const pair = traces > 0 && actors > 0 && against === 0 ? PAIRED : 0;
  const things = weak + traces;
  const most = passage.end - passage.start > BRIEF ? Math.min(things, 2) : 2;
  const subject = strong + Math.max(pair, together(things + Math.min(actors, most), passage));
  return { subject, strong, against, plain, other, words, vendor };
}

/** What so many weak words say together: one says little, several nearly as much as their number. In long text some stand by chance. */
function together(count: number, { start, end }: Passage): number {
  const dense = count * Math.min(1, DENSE / (end - start));
  return dense < FEW ? dense / 2 : dense - 1;
}
