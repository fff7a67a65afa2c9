/** Unknown data -> a Pack, or everything that is wrong with it. */
import * as v from 'valibot';
import type { Pack } from '../model.ts';
import { failed, ok, type Result } from '../result.ts';
import { PackSchema } from './schema.ts';

/**
 * Reads a pack of format 1. On failure the problems name each place as `claims[3].sources[0].url`; nothing is thrown.
 * References and dates are checked by `checkPack`, not here.
 */
export function parsePack(data: unknown): Result<Pack> {
  const parsed = v.safeParse(PackSchema, data);
  if (parsed.success) return ok(parsed.output);
  return failed(
    parsed.issues.map((issue) => ({
      path: pathOf(issue) || 'pack',
      found: shown(issue.input),
      mend: issue.message,
      level: 'error',
    })),
  );
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const item of issue.path ?? []) {
    const key = item.key;
    path += typeof key === 'number' ? `[${key}]` : path === '' ? String(key) : `.${String(key)}`;
  }
  return path;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
