/** Entities to what is compiled of them: names in folded letters, each with its sense, and the words that speak for or against it. */
import type { Entity } from '../model.ts';
import { flagsOf, holds, isFinnishForm, isRule, partsOf } from './alias-forms.ts';
import { foldText } from './fold.ts';
import type { Written } from './glance-writer.ts';
import { AFTER_LAM, CASE_ALL, CASE_ANY, CASE_FIRST, CASE_MASK, IN_FINNISH, NOBODY, SENSE_BYTES } from './layout.ts';

/** Marks an entity whose work is the subject itself, in `for`: naming it says what a passage is about. */
export const SUBJECT_RULE = '#subject';

/** A name and the index of its sense. */
export interface Draft extends Written {
  readonly output: number;
}

/** What is compiled: `painted` holds the ids that may be marked (all when left out); the others are left out. */
export interface Names {
  readonly entities: readonly Entity[];
  readonly painted?: ReadonlySet<string>;
}

/** The names of all entities, and the phrases that only cover their text. */
export function draftNames(input: Names): {
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
      const words = against.filter((phrase) => !holds(phrase, alias) && !isRule(phrase));
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

/** Records of a fixed size, equal ones kept once. */
export class Records {
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
export class Groups {
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
