/** Words as a reader shall see them, where the matcher found their beginnings. */
import { folding, IGNORABLE, LETTER } from './fold.ts';

/** The text at [start, end) and what is left of its word; scripts without spaces and Korean have no rest of a word. */
export function wholeWord(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const { kind } = folding(text);
  let to = end;
  for (; to < text.length; to++) {
    const here = (kind[text.charCodeAt(to)] ?? 0) & 7;
    if (here !== LETTER && here !== IGNORABLE) break;
  }
  return text.slice(start, to);
}
