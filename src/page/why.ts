/** The words of the page that spoke for or against a mark. */
import type { Mark } from './marks.ts';
import { runsAround, treeCursor } from './text-blocks.ts';

/** Read again from the page, so that no mark has to hold its passage; none if the passage has changed. */
export function reasonWords({ nodes, reason, range, text }: Mark): string[] {
  const first = nodes[0];
  if (!first?.isConnected) return [];
  for (const run of runsAround(treeCursor(first.getRootNode()), first)) {
    const start = (run.starts[run.nodes.indexOf(first)] ?? 0) + range.startOffset - run.from;
    if (start >= 0 && run.text.startsWith(text, start)) {
      return [...new Set(reason.words.map((word) => run.text.slice(word.start, word.end)))];
    }
  }
  return [];
}
