/** Offsets in a run of text to places in the document. */
import type { TextRun } from './text-blocks.ts';

/** A stretch of a run as a static range, with the text nodes it lies in. */
export interface Stretch {
  readonly range: StaticRange;
  readonly nodes: readonly Text[];
  readonly text: string;
}

/**
 * The range of [start, end) in the run's text: it begins in the node of its first character and ends in that of its
 * last, never at the edge of a neighbour. `undefined` where the document no longer says what the run says.
 * Static, since the page pays for every live range whenever it edits its own text.
 */
export function stretchOf({ text, nodes, starts, from }: TextRun, start: number, end: number): Stretch | undefined {
  const first = starts.findLastIndex((begin) => begin <= from + start);
  const last = starts.findLastIndex((begin) => begin < from + end);
  const startContainer = nodes[first];
  const endContainer = nodes[last];
  const startOffset = from + start - (starts[first] ?? 0);
  const endOffset = from + end - (starts[last] ?? 0);
  const words = text.slice(start, end);
  // Text in the gap of a line break stands in no node; a page may have changed since the run was read.
  if (!startContainer?.isConnected || !endContainer || startOffset >= startContainer.length) return undefined;
  const isOne = first === last;
  if (isOne && startContainer.data.slice(startOffset, endOffset) !== words) return undefined;
  if (!isOne && !words.startsWith(startContainer.data.slice(startOffset))) return undefined;
  if (!isOne && (endOffset > endContainer.length || !words.endsWith(endContainer.data.slice(0, endOffset))))
    return undefined;
  const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  return { range, nodes: nodes.slice(first, last + 1), text: words };
}
