/** Mentions in an HTML file, read as the extension reads a page: the same runs of text, the same surroundings. */
import { parseHTML } from 'linkedom';
import { decide } from '../core/match/context.ts';
import { introducedBy, scan } from '../core/match/find-mentions.ts';
import type { Lexicon, PageFacts, Passage } from '../core/match/types.ts';
import { wholeWord } from '../core/match/whole-word.ts';
import { plainCursor, type TextRun, textRuns } from '../page/text-blocks.ts';
import type { Row } from './scan.ts';

/** True for HTML and XHTML, by name or by its beginning. */
export function isHtml(file: string, source: string): boolean {
  return /\.x?html?$/i.test(file) || /^\s*<(?:!doctype html|html|\?xml)/i.test(source.slice(0, 200));
}

/** The mentions of a page's text, with the line in the source on which each stands. */
export function readHtmlMentions(source: string, lexicon: Lexicon): Row[] {
  const { document } = parseHTML(source);
  const root = document.body ?? document.documentElement;
  if (!root) return [];
  const runs = [...textRuns(plainCursor(root))].filter((run): run is TextRun => 'nodes' in run);
  const passages = runs.map(({ text }) => read(text, lexicon));
  const title = read(document.title ?? '', lexicon);
  const page: PageFacts = {
    lang: document.documentElement?.getAttribute('lang') ?? '',
    path: addressPath(document),
    introduced: introducedBy(passages, lexicon),
  };
  const lineOf = lineFinder(source);
  let heading: Passage | undefined;
  return runs.flatMap((run, i) => {
    const passage = passages[i];
    if (!passage) return [];
    if (isInHeading(run)) heading = passage;
    lineOf(run.nodes[0]?.data.trim().slice(0, 24) ?? '');
    if (passage.hits.length === 0) return [];
    const surroundings = {
      before: passages[i - 1],
      after: passages[i + 1],
      heading: heading === passage ? undefined : heading,
      title,
      page,
    };
    return decide(passage, surroundings, lexicon).map(({ hit, marked, reason }): Row => {
      const mention = run.text.slice(hit.start, hit.end);
      return {
        line: lineOf(mention),
        mention,
        entity: lexicon.entityIds[hit.entity] ?? '',
        marked,
        rule: reason.rule,
        score: reason.score,
        words: reason.words.map((word) => wholeWord(run.text, word)),
      };
    });
  });
}

function read(text: string, lexicon: Lexicon): Passage {
  return { text, start: 0, end: text.length, ...scan(text, lexicon) };
}

/** Path of the address that the page gives as its own. */
function addressPath(document: Document): string {
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content') ??
    '';
  try {
    return new URL(address).pathname.toLowerCase();
  } catch {
    return '';
  }
}

function isInHeading(run: TextRun): boolean {
  for (let node: Node | null | undefined = run.nodes[0]; node; node = node.parentNode) {
    if (node.nodeType === 1 && /^h[1-6]$/i.test((node as Element).localName)) return true;
  }
  return false;
}

/** Lines of texts met in order: the parser keeps no places, so each text is looked for from the last one on. */
function lineFinder(source: string): (text: string) => number {
  let at = 0;
  let line = 1;
  return (text) => {
    // Inside a name may stand tags and entities; its first letters are there in any case.
    const whole = text === '' ? -1 : source.indexOf(text, at);
    const next = whole < 0 && text !== '' ? source.indexOf(text.slice(0, 3), at) : whole;
    if (next >= 0) {
      for (; at < next; at++) if (source[at] === '\n') line++;
    }
    return line;
  };
}
