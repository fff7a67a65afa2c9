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
 *         24      …  hashes of names, four bytes each
 *                 …  filter
 *                 …  units that stand in names or between words, in runs: how many units lie between it and the run
 *                    before, twice the value (and 1 where the run is longer than one), how long it is less two
 */
import { checksum, lexiconFromText } from './codec.ts';
import type { Glance } from './glance.ts';
import { MORE } from './layout.ts';

export const GLANCE_MAGIC = 0x4c475043;
export const GLANCE_VERSION = 1;
export const NAMES_FROM = 24;

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
  const units = new Uint16Array(0x10000);
  const names = new Uint32Array(bytes.buffer, NAMES_FROM, count);
  const filter = bytes.subarray(NAMES_FROM + names.byteLength, NAMES_FROM + names.byteLength + size);
  let place = filter.byteOffset + size;
  const next = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[place++] ?? 0;
      number |= (byte & (MORE - 1)) << shift;
      if (byte < MORE) return number;
    }
  };
  for (let unit = 0; place < bytes.length; ) {
    unit += next();
    const value = next();
    const end = unit + (value & 1 ? next() + 2 : 1);
    units.fill(value >> 1, unit, end);
    unit = end;
  }
  return { units, filter, shift: 29 - Math.log2(size), names };
}
