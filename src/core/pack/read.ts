/** The door for packs from outside: text -> a sound pack, or every complaint at once. Nothing is stored on failure. */
import type { Pack } from '../model.ts';
import { failed, type Result } from '../result.ts';
import { type CheckOptions, checkPack } from './check.ts';
import { parsePack } from './parse.ts';

/** Reads, parses and checks a pack. Warnings come with the value; any error refuses the whole pack. */
export function readPack(text: string, options: CheckOptions): Result<Pack> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return failed([
      { path: 'pack', found, mend: 'the file is not JSON; mend it where the message says', level: 'error' },
    ]);
  }
  const parsed = parsePack(data);
  if (!parsed.ok) return parsed;
  const problems = checkPack(parsed.value, options);
  if (problems.some(({ level }) => level === 'error')) return failed(problems);
  return { ok: true, value: parsed.value, warnings: problems };
}
