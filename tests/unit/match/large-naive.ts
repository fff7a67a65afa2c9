/** A large lexicon found the slow and plain way, and through its two files: for tests that the two agree. */
import { endsWord } from '../../../src/core/match/boundary.ts';
import { CLITIC, folding, foldText, SEPARATOR, UNSPACED } from '../../../src/core/match/fold.ts';
import { confirm, openExact } from '../../../src/core/match/large-exact.ts';
import { candidates, openFilter, settle } from '../../../src/core/match/large-filter.ts';
import { compileLarge } from '../../../src/core/match/large-writer.ts';

/** Number of the name, start, end. */
export type Found = readonly [number, number, number];

export interface Finder {
  readonly filterBytes: number;
  /** What is found, and how many stretches of text the background would be asked for. */
  find(text: string): { readonly found: readonly Found[]; readonly asked: number };
}

/** A finder by filter and exact names. */
export function finderOf(names: readonly string[]): Finder {
  const files = compileLarge(names);
  const filter = openFilter(files.filter);
  const exact = openExact(files.exact);
  if (!filter.ok || !exact.ok) throw new Error('what was written does not open');
  const find = (text: string) => {
    const stretches = candidates(text, filter.value);
    const answers = confirm(
      stretches.map(({ start, end }) => text.slice(start, end)),
      exact.value,
    );
    const found = settle(stretches, answers).map(({ name, start, end }): Found => [name, start, end]);
    return { found, asked: stretches.length };
  };
  return { filterBytes: files.filter.length, find };
}

/** Every stretch of the text tried against every name. */
export function naive(names: readonly string[], text: string): readonly Found[] {
  const known = new Map<string, { readonly index: number; readonly small: boolean }>();
  names.forEach((name, index) => {
    const folded = foldText(name).replace(/^[ -/]+|[ -/]+$/g, '');
    if (folded.includes('!')) return;
    const small = /^[\P{L}ʼ]*\p{Ll}/u.test(name);
    const same = known.get(folded);
    known.set(folded, { index: same?.index ?? index, small: small || (same?.small ?? false) });
  });
  const found: Found[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!begins(text, start)) continue;
    for (let end = text.length; end > start; end--) {
      const name = known.get(foldText(text.slice(start, end)));
      if (!name || scriptAt(text, end - 1) === SEPARATOR) continue;
      if (!endsWord(text, { start, end }, folding().kind)) continue;
      if (!name.small && /\p{Ll}/u.test(text.charAt(start))) continue;
      found.push([name.index, start, end]);
      start = end - 1;
      break;
    }
  }
  return found;
}

/** Of what is compared; ignorable units are separators here. */
function scriptAt(text: string, at: number): number {
  const { fold, kind } = folding();
  return (kind[fold[text.charCodeAt(at)] ?? 0] ?? 0) & ~CLITIC;
}

function begins(text: string, at: number): boolean {
  const { fold } = folding();
  const script = scriptAt(text, at);
  let before = at - 1;
  while (before >= 0 && fold[text.charCodeAt(before)] === 0) before--;
  return script !== SEPARATOR && (script === UNSPACED || before < 0 || scriptAt(text, before) !== script);
}
