/** Reads the curated pack from the files that people edit: `assets/evidence/{pack.json,entities/*,claims/*}`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../core/model.ts';
import { assemblePack } from '../core/pack/assemble.ts';
import { parsePack } from '../core/pack/parse.ts';
import { problemLine } from '../core/result.ts';

/**
 * The curated pack below `root` (the folder that holds `assets`). Throws with every complaint where a file is no JSON
 * or the pack does not read: a build must not go on with it.
 */
export async function readCuratedPack(root: string): Promise<Pack> {
  const folder = join(root, 'assets', 'evidence');
  const pack = parsePack(await assembleFolder(folder));
  if (!pack.ok) throw new Error(`the curated pack does not read:\n${pack.problems.map(problemLine).join('\n')}`);
  return pack.value;
}

/** The parts of a pack in a folder, put together and unread. Throws naming the file that is no JSON. */
export async function assembleFolder(folder: string): Promise<Record<string, unknown>> {
  const [header, entities, claims] = await Promise.all([
    readJson(join(folder, 'pack.json')),
    readAll(join(folder, 'entities')),
    readAll(join(folder, 'claims')),
  ]);
  return assemblePack({ header: header as Record<string, unknown>, entities, claims });
}

async function readAll(folder: string): Promise<unknown[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => readJson(join(folder, name))));
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not JSON (${error instanceof Error ? error.message : error}); mend the file`);
  }
}
