/** `scan`: the mentions in files as a table, or in lines of JSON as lines of JSON. */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { findMentions } from '../core/match/find-mentions.ts';
import { foldText } from '../core/match/fold.ts';
import type { Lexicon } from '../core/match/types.ts';
import { wholeWord } from '../core/match/whole-word.ts';
import type { Pack } from '../core/model.ts';
import { isHtml, readHtmlMentions } from './html-mentions.ts';
import { type Names, readNames } from './lexicon.ts';
import { columns } from './text.ts';

const USAGE = 'scan FILE… [--explain] [--pack FILE], or scan --format jsonl [--pack FILE] with lines on standard input';

/** A text up to this length is judged as one passage, a longer one block by block. */
const CLIPPING = 3000;

/** One row of the table. */
export interface Row {
  readonly line: number;
  readonly mention: string;
  readonly entity: string;
  readonly marked: boolean;
  readonly rule: string;
  readonly score: number;
  readonly words: readonly string[];
}

interface Arguments {
  readonly files: readonly string[];
  readonly pack: string | undefined;
  readonly explain: boolean;
  readonly jsonl: boolean;
}

/** Runs the command; gives the exit code: 0 done, 1 something could not be read, 2 wrong words in the call. */
export async function scanCommand(args: readonly string[], root: string): Promise<number> {
  const wanted = readArguments(args);
  if (!wanted) {
    console.error(USAGE);
    return 2;
  }
  const names = await readNames(wanted.pack, root);
  if (!names) return 1;
  if (wanted.jsonl) return scanLines(names);
  let code = 0;
  for (const file of wanted.files) {
    try {
      const source = await readFile(file, 'utf8');
      const rows = isHtml(file, source) ? readHtmlMentions(source, names.lexicon) : textRows(source, names.lexicon);
      process.stdout.write(
        `${wanted.files.length > 1 ? `${file}\n` : ''}${table(rows, wanted.explain ? names.pack : undefined)}`,
      );
    } catch (error) {
      console.error(
        `${file}: cannot be read (${error instanceof Error ? error.message : error}); name a text or HTML file`,
      );
      code = 1;
    }
  }
  return code;
}

function readArguments(args: readonly string[]): Arguments | undefined {
  const files: string[] = [];
  let pack: string | undefined;
  let explain = false;
  let format = 'table';
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (word === '--explain') explain = true;
    else if (word === '--pack' || word === '--format') {
      const value = args[++i];
      if (value === undefined) return undefined;
      if (word === '--pack') pack = value;
      else format = value;
    } else if (word.startsWith('--')) return undefined;
    else files.push(word);
  }
  const jsonl = format === 'jsonl';
  if ((!jsonl && format !== 'table') || (jsonl ? files.length > 0 : files.length === 0)) return undefined;
  return { files, pack, explain, jsonl };
}

function textRows(text: string, lexicon: Lexicon): Row[] {
  let line = 1;
  let counted = 0;
  return findMentions(text, lexicon).map((mention) => {
    for (; counted < mention.start; counted++) if (text[counted] === '\n') line++;
    const { rule, score, words } = mention.reason;
    return {
      line,
      mention: text.slice(mention.start, mention.end),
      entity: mention.entity,
      marked: mention.marked,
      rule,
      score,
      words: words.map((word) => wholeWord(text, word)),
    };
  });
}

/** With a pack each row also says score, the alias that was found, the pack it is from and the words that spoke. */
function table(rows: readonly Row[], pack: Pack | undefined): string {
  const head = ['line', 'mention', 'entity', 'decision', 'why', ...(pack ? ['score', 'alias', 'pack', 'words'] : [])];
  const body = rows.map(({ line, mention, entity, marked, rule, score, words }) => [
    String(line),
    mention.replace(/\s+/g, ' '),
    entity,
    marked ? 'kept' : 'left out',
    rule,
    ...(pack
      ? [
          score.toFixed(1),
          aliasOf(mention, entity, pack),
          `${pack.title} ${pack.version}`,
          [...new Set(words)].join(', '),
        ]
      : []),
  ]);
  const kept = rows.filter((row) => row.marked).length;
  return `${columns([head, ...body])}${rows.length} found, ${kept} kept, ${rows.length - kept} left out\n`;
}

/** The alias that a mention is a form of: the one that shares most of its beginning, of equals the shortest. */
function aliasOf(mention: string, id: string, pack: Pack): string {
  const folded = foldText(mention);
  const shared = (alias: string): number => {
    const other = foldText(alias);
    let length = 0;
    while (length < other.length && other[length] === folded[length]) length++;
    return length - other.length / 1000;
  };
  const aliases = pack.entities.find((entity) => entity.id === id)?.aliases ?? [];
  return aliases.map(({ text }) => text).sort((a, b) => shared(b) - shared(a))[0] ?? '';
}

/** Answers each line that can be read, in order, as it comes; says on standard error what is wrong with the others. */
async function scanLines({ lexicon }: Names): Promise<number> {
  let number = 0;
  let faults = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const request = readRequest(line);
    if (typeof request === 'string') {
      faults++;
      console.error(`line ${number}: ${request}`);
      continue;
    }
    const { id, text, lang } = request;
    const mentions = findMentions(text, lexicon, { lang, onePassage: text.length <= CLIPPING })
      .filter((mention) => mention.marked)
      .map(({ start, end, entity }) => ({ start, end, entity }));
    if (!process.stdout.write(`${JSON.stringify({ id, mentions })}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return faults > 0 ? 1 : 0;
}

/** The request in a line, or what is wrong with it. */
function readRequest(line: string): { readonly id: string; readonly text: string; readonly lang: string } | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return `not JSON (found ${shortened(line)}); write one object a line: {"id":"…","text":"…"}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `not an object (found ${shortened(line)}); write {"id":"…","text":"…"}`;
  const { id, text, lang } = value as Record<string, unknown>;
  if (typeof id !== 'string')
    return `"id" is not a string (found ${shortened(JSON.stringify(id) ?? 'nothing')}); give each line an id of its own`;
  if (typeof text !== 'string')
    return `"text" is not a string (found ${shortened(JSON.stringify(text) ?? 'nothing')}); give the text to be read`;
  return { id, text, lang: typeof lang === 'string' ? lang : '' };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
