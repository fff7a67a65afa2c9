/** The names of the things we speak of. Types only; shapes and limits stand in `pack/schema.ts`. */
import type { InferOutput } from 'valibot';
import type {
  AliasSchema,
  ClaimIdSchema,
  ClaimSchema,
  EntityIdSchema,
  EntitySchema,
  PackSchema,
  ResponseSchema,
  SourceSchema,
} from './pack/schema.ts';

export type EntityId = InferOutput<typeof EntityIdSchema>;
export type ClaimId = InferOutput<typeof ClaimIdSchema>;
export type Alias = InferOutput<typeof AliasSchema>;
export type Entity = InferOutput<typeof EntitySchema>;
export type EntityKind = Entity['kind'];
export type Source = InferOutput<typeof SourceSchema>;
export type Response = InferOutput<typeof ResponseSchema>;
export type Stance = Response['stance'];

/** A claim always has a source, and either an answer or the day on which none was found. */
export type Claim = InferOutput<typeof ClaimSchema>;
export type Pack = InferOutput<typeof PackSchema>;
export type { CategoryId } from './categories.ts';
export type { EventType, Standing } from './standing.ts';
