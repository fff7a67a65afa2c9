/**
 * What a schema cannot say of a pack: references, dates, standings that hide a reversal, names in two places, wording.
 * Every rule looks at the whole pack and gives problems; none throws.
 */
import type { Claim, Pack } from '../model.ts';
import { type Problem, problem } from '../result.ts';
import { standingOf } from '../standing.ts';
import { aliasProblems } from './check-aliases.ts';
import { personProblems } from './check-persons.ts';
import { wordingProblems } from './check-wording.ts';

export interface CheckOptions {
  /** Today as `2026-11-22`: nothing may be dated later. */
  readonly today: string;
  /** Capitalised words that a person has looked at and found to name nobody. */
  readonly reviewedWords?: ReadonlySet<string>;
}

/** Everything wrong with a pack that reads; problems of level `error` refuse it whole, warnings do not. */
export function checkPack(pack: Pack, options: CheckOptions): readonly Problem[] {
  return [
    ...duplicateIds('entities', pack.entities),
    ...duplicateIds('claims', pack.claims),
    ...pack.claims.flatMap((claim) => [
      ...unknownEntities(pack, claim),
      ...unknownSources(claim),
      ...doubledSources(claim),
      ...futureDates(claim, options.today),
      ...hiddenStanding(claim),
    ]),
    ...(pack.date > options.today
      ? [problem('date', pack.date, `the pack is dated after today (${options.today})`)]
      : []),
    ...aliasProblems(pack),
    ...wordingProblems(pack),
    ...personProblems(pack, options.reviewedWords ?? new Set()),
  ];
}

function duplicateIds(list: string, items: readonly { readonly id: string }[]): Problem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problem(`${list}.${id}`, id, 'this id stands twice; give one of them another')];
  });
}

function unknownEntities(pack: Pack, claim: Claim): Problem[] {
  const known = new Set<string>(pack.entities.map(({ id }) => id));
  const at = `claims.${claim.id}`;
  const named: [string, string | undefined][] = [
    ...claim.about.map((id, i): [string, string] => [`${at}.about[${i}]`, id]),
    ...claim.by.map((id, i): [string, string] => [`${at}.by[${i}]`, id]),
    ...claim.says.map(({ entity }, i): [string, string | undefined] => [`${at}.says[${i}].entity`, entity]),
  ];
  if ('responses' in claim) {
    named.push(
      ...claim.responses.map(({ by }, i): [string, string | undefined] => [
        `${at}.responses[${i}].by.entity`,
        by.entity,
      ]),
    );
    named.push(
      ...claim.noAnswerFrom.map(({ by }, i): [string, string | undefined] => [
        `${at}.noAnswerFrom[${i}].by.entity`,
        by.entity,
      ]),
    );
  }
  return named.flatMap(([path, id]) =>
    id === undefined || known.has(id)
      ? []
      : [problem(path, id, 'no entity of the pack has this id; add it or correct the id')],
  );
}

function unknownSources(claim: Claim): Problem[] {
  const known = new Set(claim.sources.map(({ id }) => id));
  const at = `claims.${claim.id}`;
  const used: [string, readonly string[]][] = [
    ...claim.events.map(({ sources }, i): [string, readonly string[]] => [`${at}.events[${i}].sources`, sources]),
    ...claim.persons.map(({ source }, i): [string, readonly string[]] => [`${at}.persons[${i}].source`, [source]]),
  ];
  if (claim.contested) used.push([`${at}.contested.sources`, claim.contested.sources]);
  if ('responses' in claim) {
    used.push(
      ...claim.responses.map(({ sources }, i): [string, readonly string[]] => [
        `${at}.responses[${i}].sources`,
        sources,
      ]),
    );
  }
  return used.flatMap(([path, ids]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => problem(path, id, 'the claim has no source with this id; the statement is unsourced')),
  );
}

function doubledSources(claim: Claim): Problem[] {
  const ids = new Set<string>();
  const urls = new Map<string, string>();
  return claim.sources.flatMap((source, i) => {
    const path = `claims.${claim.id}.sources[${i}]`;
    const found: Problem[] = [];
    if (ids.has(source.id)) found.push(problem(`${path}.id`, source.id, 'this source id stands twice in the claim'));
    const first = urls.get(source.url);
    if (first) found.push(problem(`${path}.url`, source.url, `the same address as source ${first}; keep one`));
    ids.add(source.id);
    urls.set(source.url, source.id);
    return found;
  });
}

function futureDates(claim: Claim, today: string): Problem[] {
  const at = `claims.${claim.id}`;
  const dates: [string, string | undefined][] = [
    [`${at}.date`, claim.date],
    [`${at}.checked`, claim.checked],
    ...claim.events.map(({ date }, i): [string, string] => [`${at}.events[${i}].date`, date]),
    ...claim.sources.map(({ date }, i): [string, string | undefined] => [`${at}.sources[${i}].date`, date]),
  ];
  if ('responses' in claim) {
    dates.push(
      ...claim.responses.map(({ date }, i): [string, string | undefined] => [`${at}.responses[${i}].date`, date]),
    );
    dates.push(
      ...claim.noAnswerFrom.map(({ lastLooked }, i): [string, string] => [
        `${at}.noAnswerFrom[${i}].lastLooked`,
        lastLooked,
      ]),
    );
  } else {
    dates.push([`${at}.noneFound.lastLooked`, claim.noneFound.lastLooked]);
  }
  return dates.flatMap(([path, date]) =>
    date !== undefined && /^\d/.test(date) && date > today
      ? [problem(path, date, `later than today (${today}); correct the date`)]
      : [],
  );
}

function hiddenStanding(claim: Claim): Problem[] {
  if (claim.events.length === 0) return [];
  const follows = standingOf({
    events: claim.events,
    saidByAuthority: claim.says.some(({ authority }) => authority === true),
    contested: claim.contested !== undefined,
  });
  if (follows === claim.standing) return [];
  const mend = `its events lead to "${follows}"; correct the standing, or the events (a later outcome must not be hidden)`;
  return [problem(`claims.${claim.id}.standing`, claim.standing, mend)];
}
