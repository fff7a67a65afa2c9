/**
 * The standing of a claim: what kind of statement it is today, never how likely it is to be true.
 * `label` is what readers see; `lead` opens a sentence about the claim and is the same everywhere.
 */
export const STANDINGS = [
  { id: 'reported', label: 'Reported', lead: 'Reported, not ruled on by a court or authority' },
  {
    id: 'alleged-by-government',
    label: 'Alleged by a government',
    lead: 'A public authority alleges it; no court has ruled',
  },
  { id: 'disputed', label: 'Disputed', lead: 'The facts themselves are contested by evidence' },
  { id: 'charged', label: 'Charged', lead: 'Charges were brought; no final judgment is known' },
  {
    id: 'restricted-by-law',
    label: 'Restricted by law',
    lead: 'A public authority decided a restriction; that is not a finding of guilt',
  },
  { id: 'officially-found', label: 'Officially found', lead: 'An authority or court found it' },
  { id: 'settled', label: 'Settled', lead: 'The parties settled' },
  { id: 'convicted', label: 'Convicted', lead: 'A court convicted' },
  {
    id: 'dismissed-or-acquitted',
    label: 'Dismissed or acquitted',
    lead: 'The case was dismissed, reversed, or ended in acquittal',
  },
  { id: 'withdrawn', label: 'Withdrawn', lead: 'Withdrawn or corrected by those who made it' },
] as const;

export type Standing = (typeof STANDINGS)[number]['id'];
export const STANDING_IDS = STANDINGS.map((standing) => standing.id) as [Standing, ...Standing[]];

/** What can happen to a claim in time. `null`: the event leaves the standing as it was. */
const STANDING_AFTER = {
  alleged: null,
  reported: null,
  answered: null,
  ruled: null,
  appealed: null,
  listed: 'restricted-by-law',
  charged: 'charged',
  settled: 'settled',
  convicted: 'convicted',
  found: 'officially-found',
  delisted: 'dismissed-or-acquitted',
  reversed: 'dismissed-or-acquitted',
  acquitted: 'dismissed-or-acquitted',
  dismissed: 'dismissed-or-acquitted',
  withdrawn: 'withdrawn',
  corrected: 'withdrawn',
} as const satisfies Record<string, Standing | null>;

export type EventType = keyof typeof STANDING_AFTER;
export const EVENT_TYPES = Object.keys(STANDING_AFTER) as [EventType, ...EventType[]];

const byId = new Map(STANDINGS.map((standing) => [standing.id as string, standing]));

/** Words for a standing. */
export function standingWords(id: Standing): { readonly label: string; readonly lead: string } {
  const found = byId.get(id);
  if (!found) throw new Error(`unknown standing ${id}`);
  return found;
}

/**
 * The standing that follows from a claim's events: the last decisive one decides; with none, a claim whose facts are
 * contested by evidence is `disputed`, one made by a public authority `alleged-by-government`, any other `reported`.
 * Events on the same date count in the order given. A bare denial never makes a claim disputed: its answer is shown.
 */
export function standingOf(claim: {
  readonly events: readonly { readonly type: EventType; readonly date: string }[];
  readonly saidByAuthority: boolean;
  readonly contested: boolean;
}): Standing {
  let last: { date: string; standing: Standing } | undefined;
  for (const event of claim.events) {
    const standing = STANDING_AFTER[event.type];
    if (standing && (!last || compareDates(event.date, last.date) >= 0)) last = { date: event.date, standing };
  }
  if (last) return last.standing;
  if (claim.contested) return 'disputed';
  return claim.saidByAuthority ? 'alleged-by-government' : 'reported';
}

/** Orders partial dates (`2019`, `2019-05`, `2019-05-16`); where one is less exact, both count as the same time. */
function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}
