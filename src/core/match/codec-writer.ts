/** Writes the bytes that `codec.ts` draws and reads. Background only. */
import { checksum, HEADER_BYTES, MAGIC, VERSION } from './codec.ts';
import { lengthBytes } from './trie-writer.ts';

export interface LexiconParts {
  readonly entityIds: readonly string[];
  readonly kinds: readonly number[];
  /** Letters with one-byte codes and the others, each sorted. */
  readonly alphabet: readonly (readonly number[])[];
  readonly senses: Uint8Array;
  readonly beginnings: Uint8Array;
  readonly root: readonly number[];
  readonly endings: readonly (readonly number[])[];
  readonly stems: Uint8Array;
}

/** The bytes of a lexicon, header and checksum included. */
export function encodeLexicon(parts: LexiconParts): Uint8Array {
  const tree: number[] = [0];
  for (const byte of parts.root) tree.push(byte);
  for (const set of parts.endings) tree.push(...lengthBytes(set.length), ...set);
  const ids = parts.entityIds.join('\n');
  const sections: readonly ArrayLike<number>[] = [
    Array.from(ids, (char) => char.charCodeAt(0)),
    parts.kinds,
    ...[0, 1].map((i) => distanceBytes(parts.alphabet[i] ?? [])),
    parts.senses,
    parts.beginnings,
    tree,
    parts.stems,
  ];
  const total = sections.reduce((sum, section) => sum + section.length, HEADER_BYTES);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  [MAGIC, VERSION, total, 0, ...sections.map((section) => section.length)].forEach((value, i) => {
    view.setUint32(4 * i, value, true);
  });
  let at = HEADER_BYTES;
  for (const section of sections) {
    bytes.set(section, at);
    at += section.length;
  }
  view.setUint32(12, checksum(bytes), true);
  return bytes;
}

function distanceBytes(units: readonly number[]): number[] {
  return units.flatMap((unit, i) => lengthBytes(unit - (units[i - 1] ?? 0)));
}
