/** The pack format as a JSON Schema that editors understand: generated from `core/pack/schema.ts`, published as a file. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { AnsweredSchema, ClaimSchema, PackSchema, UnansweredSchema } from '../core/pack/schema.ts';

/** The text of `assets/schema/pack-1.json`. What JSON Schema cannot say (calendar, references) is left to `pack check`. */
export function packJsonSchema(): string {
  const options = { typeMode: 'input', errorMode: 'ignore', target: 'draft-07' } as const;
  const schema = toJsonSchema(PackSchema, {
    ...options,
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema === ClaimSchema
        ? { anyOf: [bare(toJsonSchema(AnsweredSchema, options)), bare(toJsonSchema(UnansweredSchema, options))] }
        : undefined,
  });
  return `${JSON.stringify({ title: 'Counterpoint pack, format 1', ...schema }, null, 2)}\n`;
}

function bare<T extends { $schema?: string | undefined }>(schema: T): Omit<T, '$schema'> {
  const { $schema: _dropped, ...rest } = schema;
  return rest;
}
