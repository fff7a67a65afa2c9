/**
 * One claim as every surface draws it: what is alleged and what is answered side by side, in the same size and type.
 * A claim's type carries its answer or the day on which none was found, so it cannot be drawn without.
 */
import { useId } from 'preact/hooks';
import type { Claim, Source } from '../../core/model.ts';
import type { ClaimView } from '../../core/view.ts';
import { useStrings } from '../strings.ts';
import { Answers } from './answer.tsx';
import { ClaimDetails } from './claim-details.tsx';
import { dateWords, listWords } from './dates.ts';
import { caveatsOpening } from './opening.ts';
import { SourceLine } from './sources.tsx';

export interface ClaimProps {
  readonly view: ClaimView;
  /** The entity the reader asked about: its own answers come first. */
  readonly entity?: string | undefined;
  /** The details start open: on a page that shows everything. */
  readonly open?: boolean;
}

export function ClaimArticle({ view, entity, open = false }: ClaimProps) {
  const { evidence, locale } = useStrings();
  const { claim } = view;
  const summary = useId();
  const says = listWords(
    claim.says.map((party) => party.name),
    locale.formats,
  );
  return (
    <article class="cp-claim" aria-labelledby={summary} tabIndex={-1} data-claim={claim.id}>
      <p class="cp-standing">
        <StandingWords {...evidence.standing(claim.standing)} />
      </p>
      <div class="cp-sides">
        <section class="cp-side">
          <h4>{evidence.claimSide(claim.standing)}</h4>
          <p class="cp-who" dir="auto">
            <b>{says}</b> · {dateWords(claim.date, locale.formats)}
          </p>
          <p class="cp-text" id={summary} dir="auto">
            {claim.summary}
          </p>
          <SourceLine sources={sourcesOfClaim(claim)} />
        </section>
        <section class="cp-side">
          <h4>{evidence.answerSide}</h4>
          <Answers claim={claim} entity={entity} />
        </section>
      </div>
      {claim.contested !== undefined && (
        <div class="cp-note">
          <p class="cp-text" dir="auto">
            <b>{evidence.contested}:</b> {claim.contested.summary}
          </p>
          <SourceLine sources={pick(claim.sources, claim.contested.sources)} />
        </div>
      )}
      {claim.pending !== undefined && (
        <p class="cp-note" dir="auto">
          <b>{evidence.pending(dateWords(claim.checked, locale.formats))}:</b> {claim.pending}
        </p>
      )}
      {claim.caveats !== undefined && (
        <p class="cp-note" dir="auto">
          <b>{evidence.caveats}:</b> {open ? claim.caveats : caveatsOpening(claim.caveats, locale.lang)}
        </p>
      )}
      {claim.tier === 'secondary' && <p class="cp-note">{evidence.secondary}</p>}
      {view.readingSource && <p class="cp-note">{evidence.readingSource}</p>}
      <ClaimDetails view={view} open={open} />
    </article>
  );
}

/** The standing as one sentence that begins with its label; a lead that begins with it is not made to stutter. */
function StandingWords({ label, lead }: { readonly label: string; readonly lead: string }) {
  const rest = lead.startsWith(label) ? lead.slice(label.length) : `. ${lead}`;
  return (
    <>
      <b>{label}</b>
      {rest}.
    </>
  );
}

/** Originals before copies, and among them the claim's own before those that carry an answer too. */
function sourcesOfClaim(claim: Claim): readonly Source[] {
  const ofAnswers = new Set('responses' in claim ? claim.responses.flatMap((response) => response.sources) : []);
  const rank = (source: Source) => (source.weak === undefined ? 0 : 2) + (ofAnswers.has(source.id) ? 1 : 0);
  return claim.sources.toSorted((a, b) => rank(a) - rank(b));
}

function pick(sources: readonly Source[], ids: readonly string[]): readonly Source[] {
  return sources.filter((source) => ids.includes(source.id));
}
