/** What happened when, over several claims: their events and dated answers in the order of time. */
import type { Claim, EventType } from './model.ts';

export interface TimelineEntry {
  readonly type: EventType;
  /** As exact as known: `2018`, `2018-01` or `2018-01-26`. */
  readonly date: string;
  readonly who: string;
  readonly what: string;
  readonly claim: Claim;
}

/**
 * Every event and every dated answer of the claims, oldest first. An answer that stands among the events already (same
 * date) is not repeated; a claim without events counts as reported on its date, so that none is missing.
 */
export function timelineOf(claims: readonly Claim[]): readonly TimelineEntry[] {
  return claims
    .flatMap((claim) => [...eventsOf(claim), ...answersOf(claim)])
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.claim.id.localeCompare(b.claim.id));
}

function eventsOf(claim: Claim): readonly TimelineEntry[] {
  if (claim.events.length > 0)
    return claim.events.map(({ type, date, who, what }) => ({ type, date, who, what, claim }));
  const who = claim.says.map((party) => party.name).join(', ');
  return [{ type: 'reported', date: claim.date, who, what: claim.summary, claim }];
}

function answersOf(claim: Claim): readonly TimelineEntry[] {
  if (!('responses' in claim)) return [];
  const known = new Set(claim.events.flatMap((event) => (event.type === 'answered' ? [event.date] : [])));
  return claim.responses.flatMap(({ by, date, summary }) =>
    date === 'undated' || known.has(date)
      ? []
      : [{ type: 'answered' as const, date, who: by.name, what: summary, claim }],
  );
}
