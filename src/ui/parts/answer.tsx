import type { Claim, Response } from '../../core/model.ts';
import { useStrings } from '../strings.ts';
import { dateWords, listWords } from './dates.ts';
import { SourceLine } from './sources.tsx';

/**
 * Every answer to a claim, those of the entity the reader asked about first, and who else was looked for; or the
 * sentence that says when no answer was found.
 */
export function Answers({ claim, entity }: { readonly claim: Claim; readonly entity: string | undefined }) {
  const { evidence, locale } = useStrings();
  if ('noneFound' in claim) {
    return <p class="cp-text">{evidence.noAnswer(dateWords(claim.noneFound.lastLooked, locale.formats))}</p>;
  }
  const own = (response: Response): number => Number(entity !== undefined && response.by.entity === entity);
  const silent = Map.groupBy(claim.noAnswerFrom, ({ lastLooked }) => lastLooked);
  return (
    <>
      {claim.responses
        .toSorted((a, b) => own(b) - own(a))
        .map((response, index) => (
          <Answer key={index} response={response} claim={claim} />
        ))}
      {[...silent].map(([lastLooked, parties]) => (
        <p class="cp-text" key={lastLooked} dir="auto">
          {evidence.noAnswerFrom(
            listWords(
              parties.map(({ by }) => by.name),
              locale.formats,
            ),
            dateWords(lastLooked, locale.formats),
          )}
        </p>
      ))}
    </>
  );
}

function Answer({ response, claim }: { readonly response: Response; readonly claim: Claim }) {
  const { evidence, locale } = useStrings();
  const date = response.date === 'undated' ? evidence.undated : dateWords(response.date, locale.formats);
  return (
    <div class="cp-answer">
      <p class="cp-who" dir="auto">
        <b>{response.by.name}</b> {evidence.stance(response.stance)} · {date}
      </p>
      <p class="cp-text" dir="auto">
        {response.summary}
      </p>
      <SourceLine sources={claim.sources.filter((source) => response.sources.includes(source.id))} />
    </div>
  );
}
