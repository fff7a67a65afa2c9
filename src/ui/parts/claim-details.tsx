import type { ClaimView } from '../../core/view.ts';
import { useStrings } from '../strings.ts';
import { dateWords, listWords } from './dates.ts';
import { caveatsOpening } from './opening.ts';
import { SourceLine, SourceList } from './sources.tsx';

/** What a reader opens who wants to check: the longer text, the course of events, every source with its title. */
export function ClaimDetails({ view, open }: { readonly view: ClaimView; readonly open: boolean }) {
  const { evidence, locale } = useStrings();
  const { claim, originals } = view;
  return (
    <details class="cp-details" open={open}>
      <summary>
        {evidence.details} <span class="cp-count">({evidence.sourceCount(claim.sources.length, originals)})</span>
      </summary>
      {claim.detail !== undefined && (
        <p class="cp-text" dir="auto">
          {claim.detail}
        </p>
      )}
      {!open && claim.caveats !== undefined && caveatsOpening(claim.caveats, locale.lang) !== claim.caveats && (
        <p dir="auto">
          <b>{evidence.caveats}:</b> {claim.caveats}
        </p>
      )}
      {claim.events.length > 0 && (
        <>
          <h5>{evidence.timeline}</h5>
          <ol class="cp-events">
            {claim.events.map((event, index) => (
              <li key={index} dir="auto">
                <time dateTime={event.date}>{dateWords(event.date, locale.formats)}</time> <b>{event.who}:</b>{' '}
                {event.what}
                <SourceLine sources={claim.sources.filter((source) => event.sources.includes(source.id))} />
              </li>
            ))}
          </ol>
        </>
      )}
      <h5>{evidence.allSources}</h5>
      <SourceList sources={claim.sources} />
      <p class="cp-checked">
        {evidence.category(listWords([claim.category, ...claim.alsoIn].map(evidence.categoryLabel), locale.formats))}{' '}
        {evidence.checked(dateWords(claim.checked, locale.formats))}
      </p>
    </details>
  );
}
