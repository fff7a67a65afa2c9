/** Entities to the bytes of a lexicon, words of context to those of a group. Runs in the background script and the command line. */
import { type Beginning, beginningsOf } from './beginnings.ts';
import { encodeLexicon } from './codec-writer.ts';
import type { ContextGroup } from './context-groups.ts';
import { type ContextTable, stemsOfGroup } from './context-table.ts';
import { type Draft, draftNames, type Names, SUBJECT_RULE } from './draft.ts';
import { FIRST_LETTER } from './fold.ts';
import { encodeGlance, isFindable } from './glance-writer.ts';
import {
  ACCEPT_ENDING,
  BODY,
  FIRST_LETTER_CODE,
  MORE,
  ON_SUBJECT,
  ONE_BYTE_CODES,
  PLACE,
  SEPARATOR_UNITS,
  VENDOR,
} from './layout.ts';
import { writeContext, writeStems } from './stem-writer.ts';
import { addPattern, type Node, newNode, writeRoot, writeTree } from './trie-writer.ts';

const KINDS = { vendor: VENDOR, body: BODY, place: PLACE } as const;

/** The bytes of what pages hold of the names: see `glance.ts`. */
export function compileGlance(input: Names): Uint8Array {
  return encodeGlance(draftNames(input).names);
}

/**
 * The lexicon's bytes. Aliases marked `no` find nothing; demonyms, and `against` phrases that contain the alias
 * ("Equatorial Guinea"), cover their text so that nothing inside them is found.
 */
export function compileLexicon(input: Names): Uint8Array {
  const { entities, names, blocked, senses, groups } = draftNames(input);
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

/** The bytes of a group of context words, for `addContext`. */
export function compileContext(context: ContextTable, group: ContextGroup): Uint8Array {
  return writeContext(stemsOfGroup(context, group));
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
