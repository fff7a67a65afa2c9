/** `pack check [FILE…]` and `pack diff OLD NEW`: what an editor asks of a pack. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../core/model.ts';
import { checkPack } from '../core/pack/check.ts';
import { diffPacks } from '../core/pack/diff.ts';
import { parsePack } from '../core/pack/parse.ts';
import { type Problem, problemLine, type Result } from '../core/result.ts';
import { assembleFolder } from './curated-files.ts';
import { packJsonSchema } from './schema.ts';

const USAGE = `pack check [FILE…]     check packs (a file, or a folder with pack.json, entities/ and claims/); without a
                       name the curated pack
pack diff OLD NEW      say in plain words what changed from one pack to the other
pack schema            print the format as a JSON Schema (kept in assets/schema/pack-1.json)`;

/** Runs a pack command; gives the exit code: 0 sound, 1 complaints, 2 wrong words in the call. */
export async function packCommand(args: readonly string[], root: string): Promise<number> {
  const [verb, ...files] = args;
  if (verb === 'check') return check(files.length > 0 ? files : [join(root, 'assets', 'evidence')]);
  if (verb === 'diff' && files.length === 2) return diff(files[0] ?? '', files[1] ?? '');
  if (verb === 'schema' && files.length === 0) {
    process.stdout.write(packJsonSchema());
    return 0;
  }
  console.error(USAGE);
  return 2;
}

async function check(files: readonly string[]): Promise<number> {
  let errors = 0;
  for (const file of files) {
    const read = await readPackAt(file);
    const problems = read.ok
      ? checkPack(read.value, { today: today(), reviewedWords: await reviewedWords(file) })
      : read.problems;
    for (const problem of problems) console.log(`${file}: ${problem.level}: ${problemLine(problem)}`);
    errors += problems.filter(({ level }) => level === 'error').length;
    const count = read.ok ? `${read.value.entities.length} entities, ${read.value.claims.length} claims; ` : '';
    console.log(
      `${file}: ${count}${plural(problems.length - errorsIn(problems), 'warning')}, ${plural(errorsIn(problems), 'error')}`,
    );
  }
  return errors === 0 ? 0 : 1;
}

async function diff(oldFile: string, newFile: string): Promise<number> {
  const packs: Pack[] = [];
  for (const file of [oldFile, newFile]) {
    const read = await readPackAt(file);
    if (!read.ok) {
      for (const problem of read.problems) console.error(`${file}: ${problemLine(problem)}`);
      return 1;
    }
    packs.push(read.value);
  }
  const [before, after] = packs;
  if (before && after) for (const line of diffPacks(before, after)) console.log(line);
  return 0;
}

/** The pack in a file or folder, or what keeps it from being read: no such file, no JSON, not of the format. */
export async function readPackAt(file: string): Promise<Result<Pack>> {
  try {
    const isFolder = (await stat(file)).isDirectory();
    return parsePack(isFolder ? await assembleFolder(file) : JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [{ path: 'file', found, mend: 'name a pack that exists and is JSON', level: 'error' }],
    };
  }
}

/** Capitalised words that a person has looked at: `reviewed-words.txt` beside the pack, one a line, `#` for comments. */
async function reviewedWords(folder: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(folder, 'reviewed-words.txt'), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
}

function errorsIn(problems: readonly Problem[]): number {
  return problems.filter(({ level }) => level === 'error').length;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
