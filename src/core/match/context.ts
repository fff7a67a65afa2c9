/** Whether a name that was found is to be marked here: by its kind, the words around it, and what the page is about. */
import {
  ABBREVIATION,
  PERSON_NAME,
  SENSE_BYTES,
  STEM_BYTES,
  STEM_CLASSES,
  type StemClass,
  WITH_CONTEXT,
} from './layout.ts';
import { endsFirmName, looksLikePerson } from './person.ts';
import { stemsIn, stemTable } from './stems.ts';
import type { Decision, Hit, Lexicon, Passage, Reason, StemHit, Surroundings } from './types.ts';

const VENDOR = 0;
const PLACE = 2;
/** Words of our subject weigh 3 (say it alone), 2 or 1; a passage is on it from here. */
const ENOUGH = 3;
/** Where nothing speaks against it, a word that says it in most texts is enough. */
const ALONE = 2;
/** Many weak words ("data", "police", "network") do not make a strong one. */
const MOST_WEAK = 2;
/** A vendor in the same block is as good as a word of the subject. */
const VENDOR_BESIDE = 3;
const BESIDE = 'vendor-beside';
/** What a neighbour, a heading or a title may add: a list of links about something else must not decide. */
const MOST_NEAR = 2;
const MOST_ABOVE = 3;
/** From here a block is plainly about something else. */
const PLAINLY = 3;
/** Sections of a site that are about something else. */
const OTHER_SECTION =
  /[/.](?:sports?|deportes?|esportes?|sportovi|football|futbol|soccer|fudbal|kosarka|travel|viajes|viagens|voyages?|reise|reisen|turism[eo]?|food|recipes?|recetas|culture|cultura|kultur|kultura|entertainment|lifestyle|weather|meteo|wetter|vreme)(?:[/.-]|$)/;

const PLAIN_OTHERS: readonly StemClass[] = ['sport', 'tourism', 'culture', 'food'];
const OTHERS: readonly StemClass[] = [...PLAIN_OTHERS, 'weather', 'other', 'device'];

interface Weighed {
  readonly subject: number;
  /** Of `subject`, what words of weight 2 and 3 say. */
  readonly strong: number;
  readonly against: number;
  /** Of `against`, what is sport, tourism, culture or food. */
  readonly plain: number;
  /** The class that weighs most against, '' if none. */
  readonly other: StemClass | '';
  readonly words: readonly StemHit[];
  readonly vendor: boolean;
}

interface Topic {
  readonly marked: boolean;
  readonly reason: Reason;
}

/**
 * A decision for each hit of the passage, in their order. Vendors are always marked unless the name is somebody
 * else's; places and bodies where the passage is on the subject, or names a vendor and is not plainly about something
 * else. The same passage in the same surroundings always gives the same answer.
 */
export function decide(passage: Passage, surroundings: Surroundings, lexicon: Lexicon): Decision[] {
  let known: Topic | undefined;
  // What surrounds a passage is read only if a name needs it.
  const topic = (): Topic => {
    known ??= topicOf(passage, surroundings, lexicon);
    return known;
  };
  return passage.hits.map((hit): Decision => {
    const denied = namesake(passage, hit, surroundings, lexicon, topic);
    if (denied) return { hit, marked: false, reason: { rule: 'namesake', words: denied, score: 0 } };
    if (lexicon.kinds[hit.entity] === VENDOR)
      return { hit, marked: true, reason: { rule: 'vendor', words: [], score: 0 } };
    return { hit, ...topic() };
  });
}

/** The words that show the name to be somebody else's, maybe none; undefined if it is the entity's. */
function namesake(
  passage: Passage,
  hit: Hit,
  { page }: Surroundings,
  lexicon: Lexicon,
  topic: () => Topic,
): Reason['words'] | undefined {
  const at = hit.alias * SENSE_BYTES;
  const flags = lexicon.senses[at + 2] ?? 0;
  const [speaksFor, speaksAgainst] = [lexicon.senses[at + 3] ?? 0, lexicon.senses[at + 4] ?? 0];
  if (flags & PERSON_NAME && looksLikePerson(passage, hit, lexicon)) return [];
  if (lexicon.kinds[hit.entity] === PLACE && endsFirmName(passage, hit, lexicon)) return [];
  const unsure = (flags & (WITH_CONTEXT | ABBREVIATION)) !== 0;
  if (!unsure && speaksAgainst === 0) return undefined;
  // The full name somewhere on the page settles an abbreviation.
  if (unsure && page.introduced.has(hit.entity)) return undefined;
  const words = speaksFor || speaksAgainst ? stemsIn(passage, lexicon) : [];
  const against = words.filter((stem) => inGroup(stem, speaksAgainst, lexicon));
  const inFavour = words.filter((stem) => inGroup(stem, speaksFor, lexicon));
  if (against.length > 0 && against.length >= inFavour.length) return against;
  if (!(flags & WITH_CONTEXT)) return undefined;
  if (inFavour.length > against.length) return undefined;
  // The vendor beside must not be the doubtful name itself.
  const { marked, reason } = topic();
  const other = passage.hits.some((one) => one.entity !== hit.entity && lexicon.kinds[one.entity] === VENDOR);
  return marked && (reason.rule !== BESIDE || other) ? undefined : against;
}

function topicOf(passage: Passage, surroundings: Surroundings, lexicon: Lexicon): Topic {
  const block = weigh(passage, lexicon);
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
  if (block.against === 0 && (block.subject >= ENOUGH || block.strong >= ALONE)) {
    return answer(true, 'subject', block.subject);
  }
  let subject = block.subject;
  let { against } = block;
  for (const one of [surroundings.heading, surroundings.title]) {
    const above = one && weigh(one, lexicon);
    if (!above) continue;
    subject += Math.min(above.subject + (above.vendor ? VENDOR_BESIDE : 0), MOST_ABOVE);
    against += Math.min(above.against, MOST_ABOVE);
  }
  const own = block.subject > 0 || block.vendor;
  let beside = 0;
  // Neighbours strengthen what is said here or above; alone they say nothing about a block.
  for (const one of subject > 0 || block.vendor ? [surroundings.before, surroundings.after] : []) {
    const near = one && weigh(one, lexicon);
    if (!near) continue;
    beside += Math.min((near.subject + (near.vendor ? VENDOR_BESIDE : 0)) / 2, MOST_NEAR);
    against += Math.min(near.against / 2, MOST_NEAR);
  }
  if (OTHER_SECTION.test(surroundings.page.path)) against += PLAINLY;
  subject += beside + (block.vendor ? VENDOR_BESIDE : 0);
  const score = subject - against;
  // A title alone says nothing about a block without a word of its own: a link to something else, a caption.
  if (subject >= ENOUGH && score > 0 && (own || beside >= 1)) {
    return answer(true, block.subject >= ENOUGH ? 'subject' : block.vendor ? BESIDE : 'subject-near', score);
  }
  return answer(false, subject >= ENOUGH ? block.other || 'other' : 'no-subject', score);
}

const weighed = new WeakMap<Passage, Weighed>();

/** What the words of a passage say, kept with it: a passage is its neighbours' neighbour. */
function weigh(passage: Passage, lexicon: Lexicon): Weighed {
  let result = weighed.get(passage);
  if (!result) {
    result = sumUp(passage, lexicon);
    weighed.set(passage, result);
  }
  return result;
}

/** A word that is repeated counts once. */
function sumUp(passage: Passage, lexicon: Lexicon): Weighed {
  const { records } = stemTable(lexicon);
  const seen = new Set<string>();
  const sums = new Map<StemClass, number>();
  let strong = 0;
  let weak = 0;
  const words: StemHit[] = [];
  for (const stem of stemsIn(passage, lexicon)) {
    const kind = STEM_CLASSES[records[stem.stem * STEM_BYTES] ?? 0] ?? 'none';
    const weight = records[stem.stem * STEM_BYTES + 1] ?? 0;
    if (kind !== 'subject' && !OTHERS.includes(kind)) continue;
    words.push(stem);
    const text = passage.text.slice(stem.start, stem.end).toLowerCase();
    if (seen.has(text)) continue;
    seen.add(text);
    if (kind !== 'subject') sums.set(kind, (sums.get(kind) ?? 0) + weight);
    else if (weight === 1) weak++;
    else strong += weight;
  }
  let against = 0;
  let plain = 0;
  let other: StemClass | '' = '';
  for (const [kind, sum] of sums) {
    // Elections, war and trade are named in many reports on surveillance; matches and beaches are not.
    against += kind === 'other' && strong >= ENOUGH ? sum / 2 : sum;
    if (PLAIN_OTHERS.includes(kind)) plain += sum;
    if (other === '' || sum > (sums.get(other) ?? 0)) other = kind;
  }
  const vendor = passage.hits.some((hit) => lexicon.kinds[hit.entity] === VENDOR);
  return {
    subject: strong + Math.min(weak, against === 0 ? MOST_WEAK + 1 : MOST_WEAK),
    strong,
    against,
    plain,
    other,
    words,
    vendor,
  };
}

function inGroup(stem: StemHit, group: number, lexicon: Lexicon): boolean {
  if (group === 0) return false;
  const { records } = stemTable(lexicon);
  const at = stem.stem * STEM_BYTES;
  return records[at + 3] === group || records[at + 4] === group || records[at + 5] === group;
}
