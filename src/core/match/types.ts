import type { ContextGroup } from './context-groups.ts';
import type { StemClass } from './layout.ts';
import type { StemRecord, StemTable } from './stem-codec.ts';

/**
 * The words the matcher, the page reader and the command line share. Offsets are UTF-16 code units, end-exclusive.
 *
 * A text handed to the matcher may hold many blocks: `BLOCK_SEPARATOR` stands between two blocks and no name reaches
 * over it; a line break inside a block is white space, and may stand inside a name.
 */
export const BLOCK_SEPARATOR = '\u2029';

/**
 * A loaded lexicon: views over one buffer, nothing parsed. Made by `readLexicon`; everything after `kinds` is the
 * matcher's own (`codec.ts` draws the bytes).
 */
export interface Lexicon {
  /** Entity ids by the lexicon's own entity index. */
  readonly entityIds: readonly string[];
  /** Kind by entity index: 0 vendor, 1 body, 2 place; and `ON_SUBJECT`. */
  readonly kinds: Uint8Array;
  /** Code of each folded unit in this lexicon's alphabet; 0: stands in no name. */
  readonly codes: Uint16Array;
  /** Node below the root by first code, 0: none. */
  readonly first: Int32Array;
  /** Filters that reject most words at their beginning: bits of the first two codes, and of four where it is small. */
  readonly pairs: Uint8Array;
  readonly fours: Uint8Array;
  /** What the filters need to know of each unit; filled as texts are read. */
  readonly units: Int32Array;
  readonly trie: Uint8Array;
  /** Where each set of endings begins in `trie`. */
  readonly endings: Int32Array;
  /** `SENSE_BYTES` bytes for each sense of an alias. */
  readonly senses: Uint8Array;
  /** Context stems as written; read where the first passage is weighed. */
  readonly stems: Uint8Array;
}

/** An alias found in the text, boundaries checked, leftmost-longest resolved. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Index of the alias' sense (entity and rules) in the lexicon. */
  readonly alias: number;
  /** Index of the entity in the lexicon. */
  readonly entity: number;
}

/** A word of context found in a passage, and what it says. */
export interface StemHit {
  readonly start: number;
  readonly end: number;
  readonly record: StemRecord;
  /** Of the folded letters: the same word, however it is written, has the same. */
  readonly hash: number;
}

/** What one pass over a text finds, sorted by start. */
export interface Findings {
  readonly hits: readonly Hit[];
}

/** One block of text with what was found in it. `text` is the whole text that was scanned, the block is [start, end). */
export interface Passage extends Findings {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What `context.ts` has found out about it: it is asked again and again, for its names and for its neighbours'. */
  known?: KnownOfPassage;
}

/** The group of context words that judges a passage of a page in `lang`; what `table`, made of them, finds in it. */
export interface KnownOfPassage {
  lang?: string;
  group?: ContextGroup;
  table?: StemTable;
  stems?: readonly StemHit[] | undefined;
  weighed?: Weighed | undefined;
}

/** What the words of a passage say. */
export interface Weighed {
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

/** What is known of the page beside the passage. All of it comes from the page itself. */
export interface PageFacts {
  /** Language tag as the page gives it, '' if none. */
  readonly lang: string;
  /** Path of the address, lower case: `/sport/football/…`; '' where there is none. */
  readonly path: string;
  /** Entity indexes whose full (unambiguous) name has been seen on the page: an abbreviation counts from then on. */
  readonly introduced: ReadonlySet<number>;
}

/** Where a passage stands. Each part is optional: a fragment of text has none. */
export interface Surroundings {
  readonly before?: Passage | undefined;
  readonly after?: Passage | undefined;
  readonly heading?: Passage | undefined;
  readonly title?: Passage | undefined;
  readonly page: PageFacts;
}

/** Why a mention is marked or left out: readable without the lexicon. */
export interface Reason {
  /** Rule that decided, a stable word: `vendor`, `subject`, `vendor-beside`, `sport`, `no-subject`, `namesake`, … */
  readonly rule: string;
  /** Words in the text that spoke for and against, as offsets into the text of the passage. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
  readonly score: number;
}

export interface Decision {
  readonly hit: Hit;
  readonly marked: boolean;
  readonly reason: Reason;
}
