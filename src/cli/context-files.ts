/** The words of context, read from the files that people edit: `assets/context/*.tsv`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContextTable, parseContextTable } from '../core/match/context-table.ts';

/** Throws where a line is not of the table's form. */
export async function readContextTable(root: string): Promise<ContextTable> {
  const folder = join(root, 'assets', 'context');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort();
  const files = names.map(async (name) => ({
    name: name.slice(0, -'.tsv'.length),
    text: await readFile(join(folder, name), 'utf8'),
  }));
  return parseContextTable(await Promise.all(files));
}
