import type { Claim, Response } from '../../core/model.ts';
import { useStrings } from '../strings.ts';
import { dateWords } from './dates.ts';
import { SourceLine } from './sources.tsx';

/** Every answer to a claim, or the sentence that says when none was found. */
export function Answers({ claim }: { readonly claim: Claim }) {
  const { evidence, locale } = useStrings();
  if ('noneFound' in claim) {
    return <p class="cp-text">{evidence.noAnswer(dateWords(claim.noneFound.lastLooked, locale.formats))}</p>;
  }
  return (
    <>
      {claim.responses.map((response, index) => (
        <Answer key={index} response={response} claim={claim} />
      ))}
      {claim.noAnswerFrom.map(({ by, lastLooked }) => (
        <p class="cp-text" key={by.name} dir="auto">
          {evidence.noAnswerFrom(by.name, dateWords(lastLooked, locale.formats))}
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
