/**
 * A quick look that a page takes at all of its text: where may a name stand? It knows no names, only a filter over their
 * first letters; what it lets through is read properly elsewhere.
 */
import { hashUnit, JOINT_CODE } from './layout.ts';

/** What a page holds instead of a lexicon; `glance-codec.ts` draws the bytes. */
export interface Glance {
  /** By UTF-16 unit the flags below, and above them the code of its letter. 0: a letter that stands in no name. */
  readonly units: Uint16Array;
  /** A bit for each beginning of a name and, told apart, each short one: two to the power of `32 - shift` bits. */
  readonly filter: Uint8Array;
  readonly shift: number;
  /** Whole names by the highest bits of their hash: where in `lows` the names of each such bucket begin. */
  readonly starts: Uint32Array;
  /** `LOW_BITS` for each name: further bits of its hash and, lowest, how it must be written. */
  readonly lows: Uint16Array;
}

/** A name may begin with it. */
export const BEGINS = 1;
/** No small letter: inside a word, too, a name may begin here, if what was taken for one word is several. */
export const STOPS = 2;
/** A word may begin behind it: no letter, or one of a script without spaces, or of a prefix that is written on to words. */
export const OPENS = 4;
export const PASSED_OVER = 8;
/** Alone it is a name. */
export const ALONE = 16;
export const CODE_SHIFT = 5;

/** A name is known by so many of its first letters at most, a shorter one by the next fewer of `isWhole`. */
export const LONGEST = 20;

const LINE_FEED = 10;
/** As in `fold.ts`. */
export const UNSPACED =
  /[\u0e01-\u0e4e\u0e80-\u0eff\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]/;

/** Of a name in a bucket so many bits are kept. */
export const LOW_BITS = 16;
/** Names of so few letters have a bit of their own in the filter: most words go that far. */
export const SHORT = 3;

/** Beginnings of so many letters have a bit. Few words go further: with more levels the record grows, and no page is read faster. */
export function isLevel(length: number): boolean {
  return length <= 4;
}

/** Names are known by so many letters. */
export function isWhole(length: number): boolean {
  return length <= 10 || length === 12 || length === 16 || length === LONGEST;
}

/** How a name must be written: with a first letter that is no small one, or in capitals. */
export const WITH_CAPITAL = 1;
export const IN_CAPITALS = 2;
const HOW_WRITTEN = WITH_CAPITAL | IN_CAPITALS;

/** Where the filter has its bit for a beginning, and for a whole name. */
export function beginningBit(hash: number, shift: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> shift;
}

/**
 * Where it has those for a name that may be written small: for its first three letters, and for those with the fourth; a
 * name without a fourth has one that says that any may follow. Nine words of ten are small: no hash is worked out for them.
 */
export function smallBits(a: number, b: number, c: number, d: number | undefined, shift: number): [number, number] {
  const three = (a << 10) ^ (b << 5) ^ c;
  const last = lastBit(shift);
  return [three & last, (d === undefined ? ~three : ~(three << 5) ^ d) & last];
}

function lastBit(shift: number): number {
  return 2 ** (32 - shift) - 1;
}

export function wholeBit(hash: number, shift: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35) >>> shift;
}

function hasBit(filter: Uint8Array, bit: number): boolean {
  return ((filter[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
}

/** The number that a whole name is known by: the bits of its bucket of `2 ** bucketBits`, then those that are kept. */
export function nameNumber(hash: number, bucketBits: number): number {
  return (Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> (32 - bucketBits - LOW_BITS)) & ~HOW_WRITTEN;
}

/** True if a name has this hash, and may be written so: `lacks` says what it is not. */
function isName(hash: number, lacks: number, { starts, lows }: Glance): boolean {
  const number = nameNumber(hash, 31 - Math.clz32(starts.length - 1));
  const bucket = number >>> LOW_BITS;
  const low = number & ((1 << LOW_BITS) - 1);
  for (let i = starts[bucket] as number; i < (starts[bucket + 1] as number); i++) {
    const name = lows[i] as number;
    if ((name & ~HOW_WRITTEN) === low) return !(name & lacks);
  }
  return false;
}

/** So many units of a text are looked through at a time, so many of them once more with those that follow. */
const WINDOW = 1 << 14;
const OVERLAP = 1 << 10;
const encoder = new TextEncoder();
const bytes = new Uint8Array(WINDOW);
const letters = new Uint16Array(WINDOW);
/** A longer text is not held on to. */
const LONGEST_HELD = 1 << 16;
/** How many of `letters` are in use, the text that they are of, and where they stand in it. */
let to = 0;
let held: string | undefined;
let heldFrom = 0;

/**
 * Writes a window of a text into `letters`. Code that has not run long yet reads an array several times as fast as a text,
 * and the browser copies one of ASCII alone in no time.
 */
function hold(text: string, from: number): void {
  if (text === held && from === heldFrom) return;
  const part = text.length > WINDOW ? text.slice(from, from + WINDOW) : text;
  held = text.length > LONGEST_HELD ? undefined : text;
  heldFrom = from;
  to = part.length;
  const { read, written } = encoder.encodeInto(part, bytes);
  if (read === to && written === to) letters.set(bytes.subarray(0, to));
  else for (let i = 0; i < to; i++) letters[i] = part.charCodeAt(i);
}

const isUnspaced = (at: number): boolean => at < to && UNSPACED.test(String.fromCharCode(letters[at] as number));

/**
 * A line break counts as nothing between letters of a script without spaces: gives the place of the next letter there,
 * else that of the break. `letter` is the place of the last before it.
 */
function afterBreak(letter: number, at: number): number {
  if (!isUnspaced(letter)) return at;
  let next = at + 1;
  while (next < to && (letters[next] === LINE_FEED || letters[next] === 32)) next++;
  return isUnspaced(next) ? next : at;
}

/** True if a name stands at `i`, where a unit stands that begins one. */
function begins(i: number, glance: Glance): boolean {
  const { units, filter, shift } = glance;
  let value = units[letters[i] as number] as number;
  if (value & ALONE) return true;
  let hash = hashUnit(0, value >> CODE_SHIFT);
  let lacks = value & STOPS ? 0 : HOW_WRITTEN;
  let last = i;
  for (let at = i + 1, length = 1; at < to && length < LONGEST; at++) {
    const before = value;
    const unit = letters[at] as number;
    value = units[unit] as number;
    if (value & PASSED_OVER) {
      value = before;
      continue;
    }
    const code = value >> CODE_SHIFT;
    if (code === JOINT_CODE) {
      const next = unit === LINE_FEED ? afterBreak(last, at) : at;
      if (next > at) {
        at = next - 1;
        value = before;
        continue;
      }
      // A run of white space is one letter.
      if (before >> CODE_SHIFT === JOINT_CODE) continue;
    }
    if (code === 0) return false;
    // By the first two letters.
    if (length === 1 && !(value & STOPS)) lacks |= IN_CAPITALS;
    last = at;
    hash = hashUnit(hash, code);
    length++;
    if (isLevel(length) && !hasBit(filter, beginningBit(hash, shift))) return false;
    if (length > SHORT ? isWhole(length) : hasBit(filter, wholeBit(hash, shift)))
      if (isName(hash, lacks, glance)) return true;
  }
  return false;
}

/** As `nextName`, of the letters held. All in one loop: in a page's first milliseconds calls cost more than what they do. */
function nextHeld(from: number, glance: Glance): number {
  const { units, filter, shift } = glance;
  const last = lastBit(shift);
  let inside = false;
  for (let i = from; i < to; i++) {
    const value = units[letters[i] as number] as number;
    if ((inside && !(value & STOPS)) || value & PASSED_OVER) continue;
    inside = !(value & OPENS);
    if (value & BEGINS) {
      let may = true;
      // Most small words are told by their first three letters, most others by the fourth: as `smallBits` has it.
      if (!(value & STOPS) && i + 3 < to) {
        const second = units[letters[i + 1] as number] as number;
        const third = units[letters[i + 2] as number] as number;
        const three = ((value >> CODE_SHIFT) << 10) ^ ((second >> CODE_SHIFT) << 5) ^ (third >> CODE_SHIFT);
        const bit = three & last;
        may = ((filter[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
        if (may) {
          const fourth = units[letters[i + 3] as number] as number;
          may =
            hasBit(filter, (~(three << 5) ^ (fourth >> CODE_SHIFT)) & last) ||
            hasBit(filter, ~three & last) ||
            mayBeFewer(i + 3, fourth, third);
        }
        may ||= (value & ALONE) !== 0 || mayBeFewer(i + 2, third, second);
      }
      if (may && begins(i, glance)) return i;
    }
    // The rest of a word is most of all text.
    if (inside) while (i + 1 < to && !((units[letters[i + 1] as number] as number) & STOPS)) i++;
  }
  return -1;
}

/** True if the letters up to the place `i`, with the values of the last two, may count as fewer. */
function mayBeFewer(i: number, last: number, before: number): boolean {
  return (
    ((last | before) & PASSED_OVER) !== 0 ||
    // A line break may count as nothing, a run of white space is one letter.
    letters[i] === LINE_FEED ||
    (last >> CODE_SHIFT === JOINT_CODE && before >> CODE_SHIFT === JOINT_CODE)
  );
}

/** Where the window begins that is to be looked through from `from` on: that which is held, where it goes far enough. */
function windowAt(text: string, from: number): number {
  if (text.length <= WINDOW) return 0;
  return text === held && from >= heldFrom && from < heldFrom + WINDOW - OVERLAP ? heldFrom : from;
}

/**
 * Where the next name may begin, from `from` on, as a UTF-16 offset; -1 if none can stand there, even if what was taken
 * for one text is several, joined without a space ("SerbiaBelgrade" from two table cells). Inside a word a name is looked
 * for at every letter but small ones.
 */
export function nextName(text: string, from: number, glance: Glance): number {
  for (let begin = windowAt(text, from); ; begin += WINDOW - OVERLAP) {
    hold(text, begin);
    const at = nextHeld(Math.max(from - begin, 0), glance);
    if (at >= 0) return begin + at;
    if (begin + WINDOW >= text.length) return -1;
  }
}
