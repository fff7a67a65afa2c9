/** `score`: how well mentions are found in a labelled corpus, with naive finders beside it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMentions } from '../core/match/find-mentions.ts';
import { naiveFinder } from './baselines.ts';
import { readNames } from './lexicon.ts';
import {
  type Counts,
  type Labelled,
  percentages,
  rightDecisions,
  type Score,
  type Span,
  scoreCorpus,
} from './score-corpus.ts';
import { columns } from './text.ts';

const USAGE = 'score [CORPUS.jsonl] [--pack FILE] [--record]';
/** Where the figures of a corpus are kept, below which `npm test` fails: beside it. */
export const recordedOf = (corpus: string): string => corpus.replace(/\.jsonl$/, '.recorded.json');

/** The figures that are kept: per cent with one decimal. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly places: number;
  readonly bodies: number;
  readonly languages: Readonly<Record<string, number>>;
}

/** Runs the command; gives the exit code. */
export async function scoreCommand(args: readonly string[], root: string): Promise<number> {
  const record = args.includes('--record');
  const packAt = args.indexOf('--pack');
  const pack = packAt >= 0 ? args[packAt + 1] : join(root, 'tests/fixtures/packs/corpus.json');
  const [file = join(root, 'tests/fixtures/corpus/dev-mentions.jsonl'), ...rest] = args.filter(
    (word, i) => !word.startsWith('--') && (packAt < 0 || i !== packAt + 1),
  );
  if (pack === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const names = await readNames(pack, root);
  if (!names) return 1;
  const gold = await readCorpus(file);
  const kinds = new Map(names.pack.entities.map((entity): [string, string] => [entity.id, entity.kind]));
  const scoreOf = (find: (passage: Labelled) => readonly Span[]) =>
    scoreCorpus(gold, new Map(gold.map((passage) => [passage.id, find(passage)])), kinds);
  const ours = scoreOf((passage) =>
    findMentions(passage.text, names.lexicon, { lang: passage.lang, onePassage: true }).filter(
      (mention) => mention.marked,
    ),
  );
  const finders = (['substring', 'word', 'unicode'] as const).map((name) => ({
    name,
    score: scoreOf(naiveFinder(name, names.pack.entities)),
  }));
  process.stdout.write(report(ours, finders));
  if (record) await writeFile(recordedOf(file), `${JSON.stringify(figuresOf(ours), null, 2)}\n`);
  return 0;
}

/** Passages of a corpus file, one JSON object a line. Throws on a line that is none. */
export async function readCorpus(file: string): Promise<Labelled[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Labelled);
}

/** The figures of a score that are recorded and must not fall. */
export function figuresOf(score: Score): Figures {
  const round = (value: number) => Math.round(value * 10) / 10;
  const { precision, recall, f1 } = percentages(score.all);
  const languages = [...(score.by.get('language') ?? [])].map(([lang, counts]): [string, number] => [
    lang,
    round(percentages(counts).f1),
  ]);
  return {
    precision: round(precision),
    recall: round(recall),
    f1: round(f1),
    places: round(rightDecisions(score.place).all),
    bodies: round(rightDecisions(score.body).all),
    languages: Object.fromEntries(languages.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function report(ours: Score, finders: readonly { readonly name: string; readonly score: Score }[]): string {
  const per = (value: number) => value.toFixed(1);
  const all = [{ name: 'Counterpoint', score: ours }, ...finders];
  const overall = all.map(({ name, score }) => {
    const { precision, recall, f1 } = percentages(score.all);
    const [place, body] = [rightDecisions(score.place), rightDecisions(score.body)];
    return [
      name,
      ...[precision, recall, f1, place.all, place.annotated, place.left, body.all, body.annotated, body.left].map(per),
      `${score.clean}/${score.passages}`,
    ];
  });
  const head = [
    'finder',
    'precision',
    'recall',
    'F1',
    'places right',
    'of those to mark',
    'of those to leave',
    'bodies right',
    'to mark',
    'to leave',
    'passages without error',
  ];
  const parts = [columns([head, ...overall])];
  for (const [group, counts] of ours.by) {
    const rows = [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, count]) => [
        key,
        ...groupRow(count, per),
        ...finders.map(({ score }) => f1Of(score, group, key, per)),
      ]);
    parts.push(
      columns([[group, 'labels', 'precision', 'recall', 'F1', ...finders.map(({ name }) => `F1 ${name}`)], ...rows]),
    );
  }
  if (ours.faults.length > 0)
    parts.push(
      columns([
        ['passage', 'language', 'fault', 'text', 'entity'],
        ...ours.faults.map(({ id, lang, what, text, entity }) => [id, lang, what, text, entity]),
      ]),
    );
  return parts.join('\n');
}

function groupRow(counts: Counts, per: (value: number) => string): string[] {
  const { precision, recall, f1 } = percentages(counts);
  return [String(counts.hit + counts.missed), per(precision), per(recall), per(f1)];
}

function f1Of(score: Score, group: string, key: string, per: (value: number) => string): string {
  const counts = score.by.get(group)?.get(key);
  return counts ? per(percentages(counts).f1) : '';
}
