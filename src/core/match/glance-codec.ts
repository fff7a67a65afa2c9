/**
 * Bytes to a glance. Little endian.
 *
 *     offset  bytes  what
 *          0      4  magic "CPGL"
 *          4      4  version
 *          8      4  length of everything
 *         12      4  checksum, as that of a lexicon
 *         16      4  length of the filter in bytes, a power of two
 *         20      4  how many names
 *         24      …  of each name the low bits of its number, two bytes
 *                 …  for each bucket of names, 2 ** n of them: a bit set for each name in it, then one not set
 *                 …  filter
 *                 …  units that stand in names or between words, in runs: how many units lie between it and the run
 *                    before; flags of the run; how its code differs from the one expected, if it does; how long it is
 *                    less two, if it is longer than one
 */
import { checksum, lexiconFromText } from './codec.ts';
import { CODE_SHIFT, type Glance, LOW_BITS } from './glance.ts';
import { MORE } from './layout.ts';

export const GLANCE_MAGIC = 0x4c475043;
export const GLANCE_VERSION = 4;
export const NAMES_FROM = 24;

/** In the flags of a run: it is longer than one; its code is the one expected; its code differs. */
export const IS_LONG = 1;
export const HAS_NEXT_CODE = 2;
export const HAS_OTHER_CODE = 4;
/** Above them the flags of the units; that of one alone, the rarest, makes two bytes of them. */
export const FLAGS_SHIFT = 3;

/** As many buckets as names, about, and so many that their bits and those of a name are 32 at most: two to the power of this. */
export function bucketBits(names: number): number {
  return Math.min(32 - LOW_BITS, Math.ceil(Math.log2(names + 2)));
}

/** A glance from the text of a stored record; `undefined` where that is damaged, or none of this version. Never throws. */
export function glanceOf(text: string): Glance | undefined {
  const bytes = lexiconFromText(text);
  if (bytes.length < NAMES_FROM) return undefined;
  const head = new DataView(bytes.buffer);
  const [magic, version, length, sum, size = 0, count = 0] = [0, 4, 8, 12, 16, 20].map((at) =>
    head.getUint32(at, true),
  );
  if (magic !== GLANCE_MAGIC || version !== GLANCE_VERSION || length !== bytes.length || sum !== checksum(bytes))
    return undefined;
  const buckets = 1 << bucketBits(count);
  const headsFrom = NAMES_FROM + count * 2;
  const filterFrom = headsFrom + Math.ceil((count + buckets) / 8);
  if (filterFrom + size > length) return undefined;
  const lows = new Uint16Array(bytes.buffer, NAMES_FROM, count);
  const starts = new Uint32Array(buckets + 1);
  for (let bucket = 0, name = 0, bit = headsFrom * 8; bucket < buckets; bit++) {
    if ((bytes[bit >> 3] as number) & (1 << (bit & 7))) name++;
    else starts[++bucket] = name;
  }
  const filter = bytes.subarray(filterFrom, filterFrom + size);
  const units = new Uint16Array(0x10000);
  let place = filterFrom + size;
  const next = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[place++] ?? 0;
      number |= (byte & (MORE - 1)) << shift;
      if (byte < MORE) return number;
    }
  };
  for (let unit = 0, code = 0; place < bytes.length; ) {
    unit += next();
    const flags = next();
    const isCoded = flags & (HAS_NEXT_CODE | HAS_OTHER_CODE);
    if (flags & HAS_OTHER_CODE) {
      const difference = next();
      code += difference & 1 ? -(difference >> 1) - 1 : difference >> 1;
    }
    const end = unit + (flags & IS_LONG ? next() + 2 : 1);
    units.fill((isCoded ? code++ << CODE_SHIFT : 0) | (flags >> FLAGS_SHIFT), unit, end);
    unit = end;
  }
  return { units, filter, shift: 29 - Math.log2(size), starts, lows };
}
