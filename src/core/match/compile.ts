/** Entities to the bytes of a lexicon, words of context to those of a group. Runs in the background script and the command line. */
import type { Alias, Entity } from '../model.ts';
import { type Beginning, beginningsOf } from './beginnings.ts';
import { encodeLexicon } from './codec-writer.ts';
import type { ContextGroup } from './context-groups.ts';
import { type ContextTable, stemsOfGroup } from './context-table.ts';
import { inflect } from './endings.ts';
import { FIRST_LETTER, foldText } from './fold.ts';
import { encodeGlance, isFindable, type Part, type Written } from './glance-writer.ts';
import {
  ABBREVIATION,
  ACCENTED,
  ACCEPT_ENDING,
  AFTER_LAM,
  CASE_ALL,
  CASE_ANY,
  CASE_EACH_WORD,
  CASE_FIRST,
  CASE_MASK,
  FIRST_LETTER_CODE,
  IN_FINNISH,
  INTRODUCES,
  MORE,
  NOBODY,
  ON_SUBJECT,
  ONE_BYTE_CODES,
  PERSON_NAME,
  SENSE_BYTES,
  SEPARATOR_UNITS,
  WITH_CONTEXT,
} from './layout.ts';
import { writeContext, writeStems } from './stem-writer.ts';
import { addPattern, type Node, newNode, writeRoot, writeTree } from './trie-writer.ts';

const KINDS = { vendor: 0, body: 1, place: 2 } as const;
/** Marks an alias as also a person's name, in `against`. */
const PERSON_RULE = '#person-name';
/** Marks an alias that is another word without its accents, in `against`; short ones are so anyway. */
const ACCENT_RULE = '#accented';
/** Marks an entity whose work is the subject itself, in `for`: naming it says what a passage is about. */
const SUBJECT_RULE = '#subject';
const SHORT_ACCENTED = 4;

interface Draft extends Written {
  readonly output: number;
}

/** What is compiled: `painted` holds the ids that may be marked (all when left out); the others are left out. */
export interface Names {
  readonly entities: readonly Entity[];
  readonly painted?: ReadonlySet<string>;
}

/** The bytes of what pages hold of the names: see `glance.ts`. */
export function compileGlance(input: Names): Uint8Array {
  return encodeGlance(draft(input).names);
}

/**
 * The lexicon's bytes. Aliases marked `no` find nothing; demonyms, and `against` phrases that contain the alias
 * ("Equatorial Guinea"), cover their text so that nothing inside them is found.
 */
export function compileLexicon(input: Names): Uint8Array {
  const { entities, names, blocked, senses, groups } = draft(input);
  const { root, sets, beginnings } = plant([...names, ...blocked]);
  const { alphabet, codeOf } = alphabetOf(root, sets);
  return encodeLexicon({
    entityIds: entities.map((entity) => entity.id),
    kinds: entities.map(({ kind, aliases }) =>
      aliases.some((alias) => alias.for?.includes(SUBJECT_RULE)) ? KINDS[kind] | ON_SUBJECT : KINDS[kind],
    ),
    alphabet,
    senses: senses.bytes(),
    beginnings: beginningsOf(beginnings, codeOf, alphabet.flat().length + FIRST_LETTER_CODE),
    root: writeRoot(root, codeOf),
    endings: sets.map((set) => writeTree(set, codeOf)),
    stems: writeStems([], groups.words()),
  });
}

/** The names of all entities, and the phrases that only cover their text. */
function draft(input: Names): {
  readonly entities: readonly Entity[];
  readonly names: readonly Draft[];
  readonly blocked: readonly Draft[];
  readonly senses: Records;
  readonly groups: Groups;
} {
  const { painted } = input;
  const entities = painted ? input.entities.filter((entity) => painted.has(entity.id)) : input.entities;
  const senses = new Records(SENSE_BYTES);
  senses.index([0, 0, 0, 0, 0]); // ACCEPT_ENDING
  const groups = new Groups();
  const names: Draft[] = [];
  const blocked = new Map<string, boolean>();
  const blocker = senses.index([NOBODY & 255, NOBODY >> 8, CASE_ANY, 0, 0]);
  entities.forEach((entity, index) => {
    for (const alias of entity.aliases) {
      const folded = foldText(alias.text);
      if (!folded) continue;
      const flags = flagsOf(alias, folded);
      const small = (flags & CASE_MASK) === CASE_ANY;
      const block = (phrase: string, begins = small) => blocked.set(phrase, begins || blocked.get(phrase) === true);
      if (alias.role === 'demonym') {
        // "Serbian" is also how Finnish says "Serbia's": which of the two it is, the passage tells.
        if (entity.aliases.some((other) => isFinnishForm(folded, other)))
          names.push({
            parts: [folded],
            output: senses.index([index & 255, index >> 8, CASE_FIRST, IN_FINNISH, 0]),
            small,
            capitals: false,
          });
        else block(folded);
      }
      if (alias.mark === 'no') continue;
      const against = alias.against ?? [];
      for (const phrase of against) {
        const longer = foldText(phrase);
        // "река Нигер" begins small although its name does not.
        if (longer !== folded && holds(phrase, alias)) block(longer, small || /^\p{Ll}/u.test(phrase));
      }
      const words = against.filter(
        (phrase) => !holds(phrase, alias) && phrase !== PERSON_RULE && phrase !== ACCENT_RULE,
      );
      const sense = (flags: number) =>
        senses.index([
          index & 255,
          index >> 8,
          flags,
          groups.index(alias.for?.filter((phrase) => phrase !== SUBJECT_RULE) ?? []),
          groups.index(words),
        ]);
      const demonyms = entity.aliases.filter(({ role }) => role === 'demonym').map(({ text }) => foldText(text));
      const capitals = (flags & CASE_MASK) === CASE_ALL;
      names.push({ parts: partsOf(alias, entity.kind === 'vendor', demonyms), output: sense(flags), small, capitals });
      // Korean writes a name of several words with spaces or without.
      if (/\p{Script=Hangul} \p{Script=Hangul}/u.test(alias.text))
        names.push({ parts: [foldText(alias.text.replaceAll(' ', ''))], output: sense(flags), small, capitals });
      if (/^ال/.test(alias.text))
        names.push({ parts: [foldText(alias.text.slice(2))], output: sense(flags | AFTER_LAM), small, capitals });
    }
  });
  return {
    entities,
    names,
    blocked: [...blocked].map(([phrase, small]) => ({ parts: [phrase], output: blocker, small, capitals: false })),
    senses,
    groups,
  };
}

/** The bytes of a group of context words, for `addContext`. */
export function compileContext(context: ContextTable, group: ContextGroup): Uint8Array {
  return writeContext(stemsOfGroup(context, group));
}

function flagsOf(alias: Alias, folded: string): number {
  const letters = [...alias.text].filter((char) => /\p{L}/u.test(char));
  const abbreviation = alias.role === 'abbreviation';
  let flags: number = CASE_ANY;
  if (alias.case === 'exact') {
    const words = alias.text.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
    const capital = (word: string) => /^\P{L}*\p{Lu}/u.test(word);
    if (letters.length > 1 && letters.every((char) => /\p{Lu}/u.test(char))) flags = CASE_ALL;
    else if (words.length > 1 && words.every(capital)) flags = CASE_EACH_WORD;
    else if (words[0] && capital(words[0])) flags = CASE_FIRST;
  }
  const asWritten = folded.length <= SHORT_ACCENTED || alias.against?.includes(ACCENT_RULE);
  if (asWritten && /^[\x20-\x7f]+$/.test(folded) && /[^\x20-\x7f]/.test(alias.text)) flags |= ACCENTED;
  if (alias.mark === 'with-context') flags |= WITH_CONTEXT;
  if (abbreviation) flags |= ABBREVIATION;
  else if (alias.role !== 'ticker' && alias.role !== 'metonym' && alias.mark === 'yes') flags |= INTRODUCES;
  if (alias.against?.includes(PERSON_RULE)) flags |= PERSON_NAME;
  return flags;
}

/** True for a demonym that is a form of a Finnish name of the same place. */
function isFinnishForm(demonym: string, { text, lang, mark }: Alias): boolean {
  const found = lang === 'fi' && mark !== 'no' ? inflect(text, lang, false) : undefined;
  return found?.endings.some((ending) => foldText(found.stem) + ending === demonym) ?? false;
}

/** True for a phrase in which the alias stands. An abbreviation has to be a word of it: "Auburn" is a word against AU. */
function holds(phrase: string, { text }: Alias): boolean {
  if (/^\p{Lu}{2,5}$/u.test(text) && !phrase.split(/[^\p{L}\p{N}]+/u).includes(text)) return false;
  return foldText(phrase).includes(foldText(text));
}

/** A nasal before a consonant, in Devanagari written as a dot or as a letter: एंटिटी, एन्टिटी. */
const NASAL = /(?<=.)(\u0902|[\u0928\u092e]\u094d)(?=[\u0915-\u092d\u0936-\u0938])/;
const NASALS = ['\u0902', '\u0928\u094d', '\u092e\u094d'];

function partsOf(alias: Alias, vendor: boolean, demonyms: readonly string[]): readonly Part[] {
  return inflectedParts(alias, vendor, demonyms).flatMap((part): readonly Part[] =>
    typeof part === 'string' && NASAL.test(part)
      ? part.split(NASAL).map((piece, i) => (i % 2 === 1 ? NASALS : piece))
      : [part],
  );
}

function inflectedParts(alias: Alias, vendor: boolean, demonyms: readonly string[]): Part[] {
  const plain = [foldText(alias.text)];
  if (alias.inflect === 'none' || alias.role === 'abbreviation' || alias.role === 'ticker') return plain;
  const lang = alias.inflect ?? alias.lang;
  const parts: Part[] = [];
  const words = alias.text.split(/([\s\p{Pd}]+)/u);
  words.forEach((word, i) => {
    const last = i === words.length - 1;
    // A firm's name of several words changes at its end only; a translated name in every word.
    const changes = (lang !== 'mul' && lang !== 'en') || last;
    const found = changes ? inflect(word, lang, vendor, last && i > 0) : undefined;
    if (found) {
      const stem = foldText(found.stem);
      const clash = words.length === 1 && found.endings.some((ending) => demonyms.includes(stem + ending));
      parts.push(stem, clash ? found.endings.filter((ending) => !demonyms.includes(stem + ending)) : found.endings);
    } else parts.push(foldText(word));
  });
  return parts;
}

/** Plants every name in one tree; equal sets of endings are kept once. */
function plant(drafts: readonly Draft[]): {
  readonly root: Node;
  readonly sets: readonly Node[];
  readonly beginnings: readonly Beginning[];
} {
  const root = newNode();
  const sets: Node[] = [];
  const beginnings: Beginning[] = [];
  const setNumbers = new Map<readonly string[], number>();
  /** Its number; `undefined` where there are as many as the bytes can tell apart. */
  const setOf = (endings: readonly string[]): number | undefined => {
    const known = setNumbers.get(endings);
    if (known !== undefined || sets.length === MORE) return known;
    const node = newNode();
    for (const ending of endings) addPattern(node, units(ending), ACCEPT_ENDING);
    setNumbers.set(endings, sets.length);
    return sets.push(node) - 1;
  };
  for (const { parts, output, small } of drafts) {
    if (!parts.every((part) => typeof part !== 'string' || part === '' || isFindable(part))) continue;
    let patterns: (readonly number[])[] = [[]];
    for (const part of parts) {
      const set = typeof part === 'string' ? undefined : setOf(part);
      const ways = typeof part === 'string' ? [units(part)] : set === undefined ? part.map(units) : [[-set - 1]];
      patterns = patterns.flatMap((begin) => ways.map((way) => [...begin, ...way]));
    }
    for (const pattern of patterns.filter(({ length }) => length > 0)) {
      addPattern(root, pattern, output);
      beginnings.push({ pattern, small });
    }
  }
  return { root, sets, beginnings };
}

function units(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** Codes for the units that the bytes will name, the most frequent in one byte; each part of the alphabet is sorted. */
function alphabetOf(
  root: Node,
  sets: readonly Node[],
): { readonly alphabet: readonly (readonly number[])[]; readonly codeOf: (unit: number) => number } {
  const counts = new Map<number, number>();
  const count = (unit: number) => {
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
    return unit;
  };
  writeRoot(root, count);
  for (const set of sets) writeTree(set, count);
  const letters = [...counts.keys()]
    .filter((unit) => unit >= FIRST_LETTER)
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
  const frequent = ONE_BYTE_CODES - FIRST_LETTER_CODE;
  const alphabet = [letters.slice(0, frequent), letters.slice(frequent)].map((part) => part.sort((a, b) => a - b));
  const codes = new Map<number, number>(SEPARATOR_UNITS.map((unit, i) => [unit, i + 1]));
  for (const unit of alphabet.flat()) codes.set(unit, codes.size + 1);
  return { alphabet, codeOf: (unit) => codes.get(unit) ?? 0 };
}

/** Records of a fixed size, equal ones kept once. */
class Records {
  readonly #known = new Map<string, number>();
  readonly #bytes: number[] = [];
  readonly #size: number;
  constructor(size: number) {
    this.#size = size;
  }
  index(record: readonly number[]): number {
    const key = record.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.#bytes.length / this.#size;
    this.#bytes.push(...record);
    this.#known.set(key, index);
    return index;
  }
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Lists of words that aliases name as evidence: numbered from 1, equal lists kept once; 0 is the empty list. */
class Groups {
  readonly #known = new Map<string, number>();
  readonly #lists: (readonly string[])[] = [];
  index(words: readonly string[]): number {
    if (words.length === 0) return 0;
    const key = [...words].sort().join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A byte holds the number, the last of them is taken; what comes after shares the last list rather than being lost without a word.
    const index = Math.min(this.#lists.length + 1, IN_FINNISH - 1);
    this.#lists[index - 1] = [...(this.#lists[index - 1] ?? []), ...words];
    this.#known.set(key, index);
    return index;
  }
  *words(): Generator<readonly [string, number]> {
    for (const [i, list] of this.#lists.entries()) for (const word of list) yield [word, i + 1];
  }
}
