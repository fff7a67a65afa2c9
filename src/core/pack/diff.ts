/** What changed between two versions of a pack, in plain words: the evidence's own changelog is made of these lines. */
import type { Claim, Entity, Pack } from '../model.ts';
import { standingWords } from '../standing.ts';

/** One line a change, entities before claims, sorted by id; empty where nothing changed. */
export function diffPacks(before: Pack, after: Pack): readonly string[] {
  return [
    ...diffItems('entity', before.entities, after.entities, entityChanges, ({ name }) => name),
    ...diffItems('claim', before.claims, after.claims, claimChanges, ({ summary }) => summary),
  ];
}

function diffItems<T extends { readonly id: string }>(
  word: string,
  before: readonly T[],
  after: readonly T[],
  changes: (a: T, b: T) => readonly string[],
  title: (item: T) => string,
): string[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)];
    if (a && b) return changes(a, b).map((change) => `Changed ${word} ${id}: ${change}`);
    if (b) return [`Added ${word} ${id}: ${title(b)}`];
    return a ? [`Removed ${word} ${id}: ${title(a)}`] : [];
  });
}

function entityChanges(a: Entity, b: Entity): readonly string[] {
  const lines: string[] = [];
  if (a.name !== b.name) lines.push(`the name was "${a.name}" and is now "${b.name}"`);
  if (a.what !== b.what) lines.push(`its description now reads "${b.what}"`);
  if (a.kind !== b.kind) lines.push(`it was a ${a.kind} and is now a ${b.kind}`);
  const names = (entity: Entity) => entity.aliases.map(({ text }) => text);
  lines.push(...listChange('alias', 'aliases', names(a), names(b)));
  return orOther(lines, a, b);
}

function claimChanges(a: Claim, b: Claim): readonly string[] {
  const lines: string[] = [];
  if (a.standing !== b.standing) {
    lines.push(`the standing was "${standingWords(a.standing).label}" and is now "${standingWords(b.standing).label}"`);
  }
  if (a.summary !== b.summary) lines.push(`the summary now reads "${b.summary}"`);
  if (a.category !== b.category) lines.push(`it moved from category ${a.category} to ${b.category}`);
  if (a.pending !== b.pending) lines.push(b.pending ? `still open: ${b.pending}` : 'nothing is open any more');
  lines.push(...listChange('answer', 'answers', answers(a), answers(b)));
  const addresses = (claim: Claim) => claim.sources.map(({ url }) => url);
  lines.push(...listChange('source', 'sources', addresses(a), addresses(b)));
  const steps = (claim: Claim) => claim.events.map(({ date, what }) => `${date} ${what}`);
  lines.push(...listChange('event', 'events', steps(a), steps(b)));
  if (a.checked !== b.checked) lines.push(`looked up again on ${b.checked}`);
  return orOther(lines, a, b);
}

function answers(claim: Claim): readonly string[] {
  return 'responses' in claim ? claim.responses.map(({ by, summary }) => `${by.name}: ${summary}`) : [];
}

function listChange(one: string, many: string, a: readonly string[], b: readonly string[]): readonly string[] {
  const lost = a.filter((item) => !b.includes(item));
  const gained = b.filter((item) => !a.includes(item));
  const line = (verb: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${verb} ${items.length === 1 ? one : `${items.length} ${many}`}: ${items.join(' | ')}`];
  return [...line('added', gained), ...line('removed', lost)];
}

function orOther(lines: readonly string[], a: unknown, b: unknown): readonly string[] {
  if (lines.length > 0 || JSON.stringify(a) === JSON.stringify(b)) return lines;
  return ['details were edited'];
}
