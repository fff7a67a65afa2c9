/** Offsets in a run of text to places in the document. */
import type { TextRun } from './text-blocks.ts';

/** A stretch of a run as a static range, with the text nodes it lies in. */
export interface Stretch {
  readonly range: StaticRange;
  readonly nodes: readonly Text[];
}

/**
 * The range of [start, end) in the run's text: it begins in the node of its first character and ends in that of its
 * last, never at the edge of a neighbour. `undefined` where the document no longer says what the run says.
 * Static, since the page pays for every live range whenever it edits its own text.
 */
export function stretchOf(run: TextRun, start: number, end: number): Stretch | undefined {
  const first = nodeAt(run, start);
  const last = nodeAt(run, end - 1);
  const startNode = run.nodes[first];
  const endNode = run.nodes[last];
  if (!startNode || !endNode) return undefined;
  const startOffset = start - (run.starts[first] ?? 0) + run.from;
  const endOffset = end - (run.starts[last] ?? 0) + run.from;
  // A name that begins or ends in the gap of a line break has no place.
  if (startOffset >= startNode.length || endOffset > endNode.length) return undefined;
  return {
    range: new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset }),
    nodes: run.nodes.slice(first, last + 1),
  };
}

/** Index of the node whose part of the text holds the offset. */
function nodeAt(run: TextRun, offset: number): number {
  let low = 0;
  let high = run.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((run.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
