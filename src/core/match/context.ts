/** Whether a name that was found is to be marked here: by its kind, the words around it, and what the page is about. */
import { stemsIn } from './stems.ts';
import { ABBREVIATION, SENSE_BYTES, STEM_BYTES, WITH_CONTEXT, PERSON_NAME } from './layout.ts';
import type { Decision, Hit, Lexicon, Passage, StemHit, Surroundings } from './types.ts';

const VENDOR = 0;
const SUBJECT = 1;
const AGAINST_FIRST = 2;
const AGAINST_LAST = 7;
const ENOUGH = 2;

interface Weighed {
  subject: number;
  against: number;
  readonly words: StemHit[];
}

/** A decision for each hit of the passage, in their order. */
export function decide(passage: Passage, surroundings: Surroundings, lexicon: Lexicon): Decision[] {
  const block = weigh(passage, lexicon);
  const near = [surroundings.before, surroundings.after].map((one) => (one ? weigh(one, lexicon) : undefined));
  const above = [surroundings.heading, surroundings.title].map((one) => (one ? weigh(one, lexicon) : undefined));
  const vendorBeside = passage.hits.some((hit) => lexicon.kinds[hit.entity] === VENDOR);
  let subject = block.subject + (vendorBeside ? 3 : 0);
  let against = block.against;
  for (const one of near) {
    subject += (one?.subject ?? 0) / 2;
    against += (one?.against ?? 0) / 2;
  }
  for (const one of above) {
    subject += one?.subject ?? 0;
    against += one?.against ?? 0;
  }
  if (/\/(?:sports?|deportes?|esportes?|football|travel|viajes|tourism|food|recipes?|culture|weather)\b/.test(surroundings.page.path)) against += 4;
  const onSubject = subject >= ENOUGH && subject > against;
  return passage.hits.map((hit): Decision => {
    const flags = lexicon.senses[hit.alias * SENSE_BYTES + 2] ?? 0;
    const answer = (marked: boolean, rule: string, words: readonly StemHit[] = block.words): Decision => ({
      hit,
      marked,
      reason: { rule, words: words.map(({ start, end }) => ({ start, end })), score: subject - against },
    });
    const forGroup = lexicon.senses[hit.alias * SENSE_BYTES + 3] ?? 0;
    const againstGroup = lexicon.senses[hit.alias * SENSE_BYTES + 4] ?? 0;
    const groupHit = (group: number) => stemsIn(passage, lexicon).find((stem) => inGroup(stem, group, lexicon));
    const denied = againstGroup ? groupHit(againstGroup) : undefined;
    const spoken = forGroup ? groupHit(forGroup) : undefined;
    const introduced = surroundings.page.introduced.has(hit.entity);
    if (denied && !spoken && !introduced) return answer(false, 'namesake', [denied]);
    if (flags & PERSON_NAME && looksLikePerson(passage, hit)) return answer(false, 'namesake');
    if (flags & ABBREVIATION && flags & WITH_CONTEXT && !introduced && !spoken && !onSubject) return answer(false, 'namesake');
    if (lexicon.kinds[hit.entity] === VENDOR) return flags & WITH_CONTEXT && !introduced && !spoken && !onSubject ? answer(false, 'namesake') : answer(true, 'vendor');
    if (onSubject) return answer(true, block.subject > 0 ? 'subject' : vendorBeside ? 'vendor-beside' : 'subject-near');
    return answer(false, against >= subject && against > 0 ? 'other-subject' : 'no-subject');
  });
}

function weigh(passage: Passage, lexicon: Lexicon): Weighed {
  const result: Weighed = { subject: 0, against: 0, words: [] };
  for (const stem of stemsIn(passage, lexicon)) {
    const kind = lexicon.stems.records[stem.stem * STEM_BYTES] ?? 0;
    const weight = lexicon.stems.records[stem.stem * STEM_BYTES + 1] ?? 0;
    if (kind === SUBJECT) result.subject += weight;
    else if (kind >= AGAINST_FIRST && kind <= AGAINST_LAST) result.against += weight;
    else continue;
    result.words.push(stem);
  }
  return result;
}

function inGroup(stem: StemHit, group: number, lexicon: Lexicon): boolean {
  const at = stem.stem * STEM_BYTES;
  return lexicon.stems.records[at + 3] === group || lexicon.stems.records[at + 4] === group || lexicon.stems.records[at + 5] === group;
}

/** A capitalised word directly before or after makes a first or family name of it. */
function looksLikePerson(passage: Passage, hit: Hit): boolean {
  const before = passage.text.slice(Math.max(passage.start, hit.start - 40), hit.start);
  const after = passage.text.slice(hit.end, Math.min(passage.end, hit.end + 40));
  return /\p{Lu}\p{Ll}+ $/u.test(before) || /^ \p{Lu}\p{Ll}+/u.test(after);
}
