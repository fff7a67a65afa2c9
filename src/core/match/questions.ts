/** What a page asks about its passages, and what it is told. */
/** There is no such text. */
export const NONE = -1;
/** Nobody looked: a passage that says all there is to say needs nothing around it. */
export const UNREAD = -2;
/** Places in `texts`: of a passage, the one before it, the one after it, the heading above; else one of the two above. */
export type Asked = readonly [number, number, number, number];

export interface Questions {
  /** Language tag as the page gives it, '' if none. */
  readonly lang: string;
  /** Path of the address, lower case. */
  readonly path: string;
  readonly title: string;
  /** Ids of entities whose full name was seen on the page. */
  readonly introduced: readonly string[];
  /** Each text once: neighbours are asked about, too, and headings stand above many. */
  readonly texts: readonly string[];
  readonly passages: readonly Asked[];
}

/** Why a name is marked or left out, for a reader. */
export interface Why {
  /** As in `Reason`. */
  readonly rule: string;
  /** The words of the passage that spoke for and against, whole, as they stand there. */
  readonly words: readonly string[];
}

/** A name in a passage, offsets into its text. */
export interface Verdict {
  readonly start: number;
  readonly end: number;
  /** Entity id. */
  readonly entity: string;
  readonly marked: boolean;
  readonly why: Why;
}

export interface Verdicts {
  /** Ids of entities whose full name stands in these passages. */
  readonly introduced: readonly string[];
  /** For each passage, in the order they were asked; `null` where what stands around it has to be read first. */
  readonly passages: readonly (readonly Verdict[] | null)[];
}
