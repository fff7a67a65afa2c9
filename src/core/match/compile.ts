/** Entities and context stems to the bytes of a lexicon. Runs in the background script and the command line. */
import type { Alias, Entity } from '../model.ts';
import type { ContextTable } from './context-table.ts';
import { encodeLexicon } from './codec.ts';
import { inflect } from './endings.ts';
import { foldText, JOINT } from './fold.ts';
import {
  ABBREVIATION, ACCENTED, ACCEPT_ENDING, AFTER_LAM, CASE_ALL, CASE_ANY, CASE_EACH_WORD, CASE_FIRST, INTRODUCES, NOBODY, PERSON_NAME,
  SENSE_BYTES, STEM_BYTES, STEM_CLASSES, STEM_OUTPUT, WHOLE_WORD, WITH_CONTEXT,
} from './layout.ts';
import { addPattern, newNode, writeTrie, type Node, type Pattern } from './trie-writer.ts';

/** Codes of the separators that stand in names; letters follow. */
const SEPARATOR_CODES = new Map([[JOINT, 1], [0x27, 2], [0x2e, 3], [0x2c, 4], [0x26, 5], [0x2f, 6], [0x2b, 7]]);
const FIRST_LETTER_CODE = 8;
const KINDS = { vendor: 0, body: 1, place: 2 } as const;
/** Marks an alias as also a person's name, in `against`. */
const PERSON_RULE = '#person-name';
const SHORT_ACCENTED = 4;

/** A name still in letters: literal text and sets of endings in turn. */
type Part = string | readonly string[];

interface Draft {
  readonly parts: readonly Part[];
  readonly output: number;
}

/**
 * The lexicon's bytes. `painted` holds the ids that may be marked (all when left out); the others are left out of the
 * lexicon. Aliases marked `no` find nothing; demonyms, and `against` phrases that contain the alias ("Equatorial
 * Guinea"), cover their text so that nothing inside them is found.
 */
export function compileLexicon(input: { readonly entities: readonly Entity[]; readonly painted?: ReadonlySet<string>; readonly context: ContextTable }): Uint8Array {
  const { painted } = input;
  const entities = painted ? input.entities.filter((entity) => painted.has(entity.id)) : input.entities;
  const senses = new Records(SENSE_BYTES);
  const groups = new Groups();
  const drafts: Draft[] = [];
  const blocked = new Set<string>();
  const blocker = senses.index([NOBODY & 255, NOBODY >> 8, CASE_ANY, 0, 0, 0]);
  entities.forEach((entity, index) => {
    for (const alias of entity.aliases) {
      const folded = foldText(alias.text);
      if (!folded) continue;
      if (alias.role === 'demonym') blocked.add(folded);
      if (alias.mark === 'no') continue;
      const against = alias.against ?? [];
      for (const phrase of against) {
        const longer = foldText(phrase);
        if (longer !== folded && longer.includes(folded)) blocked.add(longer);
      }
      const words = against.filter((phrase) => !foldText(phrase).includes(folded) && phrase !== PERSON_RULE);
      const sense = (flags: number) =>
        senses.index([index & 255, index >> 8, flags, 0, groups.index(alias.for ?? []), groups.index(words)]);
      const flags = flagsOf(alias, folded);
      drafts.push({ parts: partsOf(alias, entity.kind === 'vendor'), output: sense(flags) });
      if (/^ال/.test(alias.text)) drafts.push({ parts: [foldText(alias.text.slice(2))], output: sense(flags | AFTER_LAM) });
    }
  });
  for (const phrase of blocked) drafts.push({ parts: [phrase], output: blocker });

  const stems = stemRecords(input.context, groups);
  for (const [text, record] of stems.outputs) drafts.push({ parts: [text], output: STEM_OUTPUT | record });

  const { root, sets, alphabet } = plant(drafts);
  const written = writeTrie([root, ...sets]);
  return encodeLexicon({
    entityIds: entities.map((entity) => entity.id),
    kinds: entities.map((entity) => KINDS[entity.kind]),
    alphabet,
    senses: senses.bytes(),
    stems: stems.bytes,
    trie: written.bytes,
    width: written.width,
    roots: written.roots,
  });
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
  if (folded.length <= SHORT_ACCENTED && /^[\x20-\x7f]+$/.test(folded) && /[^\x20-\x7f]/.test(alias.text)) flags |= ACCENTED;
  if (alias.mark === 'with-context') flags |= WITH_CONTEXT;
  if (abbreviation) flags |= ABBREVIATION;
  else if (alias.role !== 'ticker' && alias.role !== 'metonym' && (alias.mark === 'yes' || folded.includes(' '))) flags |= INTRODUCES;
  if (alias.against?.includes(PERSON_RULE)) flags |= PERSON_NAME;
  return flags;
}

function partsOf(alias: Alias, vendor: boolean): Part[] {
  const plain = [foldText(alias.text)];
  if (alias.inflect === 'none' || alias.role === 'abbreviation' || alias.role === 'ticker') return plain;
  const lang = alias.inflect ?? alias.lang;
  const parts: Part[] = [];
  const words = alias.text.split(/([\s\p{Pd}]+)/u);
  words.forEach((word, i) => {
    const last = i === words.length - 1;
    // A firm's name of several words changes at its end only; a translated name in every word.
    const changes = (lang !== 'mul' && lang !== 'en') || last;
    const found = changes ? inflect(word, lang, vendor) : undefined;
    if (found) parts.push(foldText(found.stem), found.endings.map((ending) => (ending === '.' ? '' : foldText(ending))));
    else parts.push(foldText(word));
  });
  return parts;
}

/** Stems with their class and weight, and the words that aliases name for and against, one record for each combination. */
function stemRecords(context: ContextTable, groups: Groups): { readonly bytes: Uint8Array; readonly outputs: ReadonlyMap<string, number> } {
  const merged = new Map<string, { kind: number; weight: number; whole: number; groups: number[] }>();
  for (const stem of context.stems) {
    const text = foldText(stem.text);
    if (!text) continue;
    const known = merged.get(text);
    if (known && (known.weight >= stem.weight)) continue;
    merged.set(text, { kind: STEM_CLASSES.indexOf(stem.kind), weight: stem.weight, whole: stem.whole ? WHOLE_WORD : 0, groups: [] });
  }
  for (const [text, group] of groups.words()) {
    const folded = foldText(text.replace(/^=/, ''));
    const entry = merged.get(folded) ?? { kind: 0, weight: 0, whole: text.startsWith('=') ? WHOLE_WORD : 0, groups: [] };
    if (entry.groups.length < 3 && !entry.groups.includes(group)) entry.groups.push(group);
    merged.set(folded, entry);
  }
  const records = new Records(STEM_BYTES);
  const outputs = new Map<string, number>();
  for (const [text, { kind, weight, whole, groups: [a = 0, b = 0, c = 0] }] of merged) {
    outputs.set(text, records.index([kind, weight, whole, a, b, c]));
  }
  return { bytes: records.bytes(), outputs };
}

/** Gives the letters their codes, the most frequent first, and plants every name in one tree. */
function plant(drafts: readonly Draft[]): { readonly root: Node; readonly sets: readonly Node[]; readonly alphabet: readonly number[] } {
  const counts = new Map<number, number>();
  for (const { parts } of drafts) {
    for (const part of parts) {
      for (const text of typeof part === 'string' ? [part] : part) {
        for (let i = 0; i < text.length; i++) counts.set(text.charCodeAt(i), (counts.get(text.charCodeAt(i)) ?? 0) + 1);
      }
    }
  }
  const alphabet = [...counts.keys()].filter((unit) => unit >= 0x30).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
  const codeOf = new Map<number, number>(SEPARATOR_CODES);
  alphabet.forEach((unit, i) => codeOf.set(unit, FIRST_LETTER_CODE + i));
  const coded = (text: string): number[] | undefined => {
    const codes: number[] = [];
    for (let i = 0; i < text.length; i++) {
      const code = codeOf.get(text.charCodeAt(i));
      if (code === undefined) return undefined;
      codes.push(code);
    }
    return codes;
  };

  const root = newNode();
  const sets: Node[] = [];
  const setNumbers = new Map<string, number>();
  const setOf = (endings: readonly string[]): number => {
    const key = [...endings].sort().join(' ');
    const known = setNumbers.get(key);
    if (known !== undefined) return known;
    const node = newNode();
    for (const ending of endings) addPattern(node, coded(ending) ?? [], ACCEPT_ENDING);
    setNumbers.set(key, sets.length);
    return sets.push(node) - 1;
  };
  for (const { parts, output } of drafts) {
    const pattern: number[] = [];
    const whole = parts.every((part) => {
      if (typeof part !== 'string') {
        pattern.push(-setOf(part) - 1);
        return true;
      }
      const codes = coded(part);
      if (codes) pattern.push(...codes);
      return codes !== undefined;
    });
    // A name with a mark that never stands in names ("Face#") cannot be found and is left out.
    if (whole && pattern.length > 0) addPattern(root, pattern satisfies Pattern, output);
  }
  return { root, sets, alphabet };
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
    // A byte holds the number; what comes after shares the last list rather than being lost without a word.
    const index = Math.min(this.#lists.length + 1, 255);
    this.#lists[index - 1] = [...(this.#lists[index - 1] ?? []), ...words];
    this.#known.set(key, index);
    return index;
  }
  *words(): Generator<readonly [string, number]> {
    for (const [i, list] of this.#lists.entries()) for (const word of list) yield [word, i + 1];
  }
}
