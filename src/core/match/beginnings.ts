/** Filters over the first letters of names, which reject most words where they begin. Background only. */
import { ANY_CODE, BEGINNING_BITS, BEGINNING_BYTES, hashFour, hashPair } from './layout.ts';
import type { CodeOf, Pattern } from './trie-writer.ts';

export interface Beginning {
  readonly pattern: Pattern;
  /** True if the name counts although its first letter is small. */
  readonly small: boolean;
}

/**
 * Both filters, one behind the other: pairs of all names, fours of those that may be small. Where a name or its stem
 * ends sooner any of `codes` may follow, as the fourth `ANY_CODE`.
 */
export function beginningsOf(names: readonly Beginning[], codeOf: CodeOf, codes: number): Uint8Array {
  const bytes = new Uint8Array(2 * BEGINNING_BYTES);
  const mark = (from: number, hash: number) => {
    const bit = from * 8 + (hash >>> (32 - BEGINNING_BITS));
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  };
  const each = (unit: number | undefined, visit: (code: number) => void) => {
    if (unit !== undefined && unit >= 0) visit(codeOf(unit));
    else for (let code = 0; code < codes; code++) visit(code);
  };
  const codeOrAny = (unit: number | undefined): number => (unit !== undefined && unit >= 0 ? codeOf(unit) : ANY_CODE);
  for (const { pattern, small } of names) {
    const [first, second, third, fourth] = pattern;
    if (first === undefined || first < 0) continue;
    const a = codeOf(first);
    const char = String.fromCharCode(first);
    const isSmall = small && char !== char.toUpperCase();
    each(second, (b) => {
      mark(0, hashPair(a, b));
      if (!isSmall) return;
      each(third, (c) => {
        const hash = hashFour(a, b, c, codeOrAny(fourth));
        mark(BEGINNING_BYTES, hash);
        mark(BEGINNING_BYTES, hash << BEGINNING_BITS);
      });
    });
  }
  return bytes;
}
