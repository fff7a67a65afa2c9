/** Puts the parts of a pack (header, entities, claims, as they lie in files) together. The result is unread: `parsePack` reads it. */

/** One object of pack format 1, entities and claims sorted by id, so that the same files always give the same pack. */
export function assemblePack(parts: {
  readonly header: Readonly<Record<string, unknown>>;
  readonly entities: readonly unknown[];
  readonly claims: readonly unknown[];
}): Record<string, unknown> {
  return { ...parts.header, entities: sortedById(parts.entities), claims: sortedById(parts.claims) };
}

function sortedById(items: readonly unknown[]): unknown[] {
  return items.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

function idOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : '';
}
