/** What may arrive at the background's door. Anything else is refused with a message that says what was found. */
import * as v from 'valibot';
import { UNREAD } from '../core/match/questions.ts';
import { failed, type Result } from '../core/result.ts';
import type { Numbered, Request } from '../link/wire.ts';

const id = v.pipe(v.string(), v.maxLength(80));

/** Texts of a page, cut as `text-blocks.ts` cuts them; a heading or a title may be anything. */
const text = v.string();
const place = v.pipe(v.number(), v.integer(), v.minValue(UNREAD));

const RequestSchema = v.variant('type', [
  v.object({ type: v.literal('bring'), script: v.picklist(['marker', 'card']) }),
  v.object({
    type: v.literal('judge'),
    lang: text,
    path: text,
    title: text,
    introduced: v.pipe(v.array(id), v.maxLength(10_000)),
    texts: v.pipe(v.array(text), v.maxLength(10_000)),
    passages: v.pipe(v.array(v.tuple([place, place, place, place])), v.maxLength(10_000)),
  }),
  v.object({
    type: v.literal('entity'),
    entity: id,
    near: v.pipe(v.array(id), v.maxLength(200)),
    limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.object({ type: v.literal('opened'), token: v.pipe(v.string(), v.maxLength(80)) }),
  v.object({ type: v.literal('may-paint') }),
  v.object({ type: v.literal('counted'), count: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ type: v.literal('write-record') }),
  v.object({
    type: v.literal('open-page'),
    page: v.picklist(['options', 'entity']),
    at: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/))),
  }),
]);

const NumberedSchema = v.tuple([v.pipe(v.number(), v.safeInteger()), v.unknown()]);

/** The number and the question of a message on a line; undefined where it is none: nobody could be answered. */
export function readNumbered(message: unknown): Numbered<unknown> | undefined {
  const parsed = v.safeParse(NumberedSchema, message);
  return parsed.success ? parsed.output : undefined;
}

/** Reads a question; on failure the problems say what was wrong with it. */
export function readRequest(message: unknown): Result<Request> {
  const parsed = v.safeParse(RequestSchema, message);
  if (parsed.success) return { ok: true, value: parsed.output };
  return failed(
    parsed.issues.map((issue) => ({
      path: 'message',
      found: JSON.stringify(message)?.slice(0, 80) ?? 'nothing',
      mend: issue.message,
      level: 'error',
    })),
  );
}
