/** Wording: neutral, and said once. */
import type { Pack } from '../model.ts';
import { type Problem, problem } from '../result.ts';
import { writtenTexts } from './written-texts.ts';

/** Words that judge where we only report, each with what to write instead. Reviewed when a text is added. */
const LOADED: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bregimes?\b/i, 'government'],
  [/\bcommunist china\b/i, 'China'],
  [/\bred china\b/i, 'China'],
  [/\badmit(?:s|ted|ting)?\b/i, 'says, said, accepts'],
  [/\bconfess(?:es|ed)?\b/i, 'says, pleaded guilty'],
  [/\bnotorious(?:ly)?\b/i, 'nothing: leave it out'],
  [/\binfamous(?:ly)?\b/i, 'nothing: leave it out'],
  [/\bso-called\b/i, 'nothing, or quotation marks with a source'],
  [/\brefus(?:es|ed) to (?:comment|answer|respond)\b/i, 'declined to comment; no answer found'],
  [/\bdid not respond\b/i, 'no answer found, with the date of the search'],
  [/\bbrazen(?:ly)?\b/i, 'nothing: leave it out'],
  [/\bsinister\b/i, 'nothing: leave it out'],
  [/\bshocking(?:ly)?\b/i, 'nothing: leave it out'],
  [/\bslam(?:s|med)\b/i, 'criticised'],
  [/\bblast(?:s|ed)\b/i, 'criticised'],
  [/\bpuppets?\b/i, 'what the source says of control, attributed'],
  [/\bhenchm[ae]n\b/i, 'their office'],
  [/\bcronies\b/i, 'their office'],
  [/\bspy(?:ing)? giant\b/i, 'the company’s trade'],
  [/\btech giant\b/i, 'company'],
  [/\bobviously\b/i, 'nothing: leave it out'],
  [/\bof course\b/i, 'nothing: leave it out'],
  [/\bdystopian?\b/i, 'what the source describes'],
  [/\borwellian\b/i, 'what the source describes'],
];

export function wordingProblems(pack: Pack): readonly Problem[] {
  const texts = [
    ...pack.claims.flatMap(writtenTexts),
    ...pack.entities.map(({ id, what }) => [`entities.${id}.what`, what] as const),
  ];
  return [...loaded(texts), ...twice(pack)];
}

function loaded(texts: readonly (readonly [string, string])[]): Problem[] {
  return texts.flatMap(([path, text]) =>
    LOADED.flatMap(([word, instead]) => {
      const found = word.exec(text)?.[0];
      return found === undefined ? [] : [problem(path, found, `a loaded word; write: ${instead}`)];
    }),
  );
}

function twice(pack: Pack): Problem[] {
  const seen = new Map<string, string>();
  const summaries = pack.claims.flatMap((claim) => [
    [`claims.${claim.id}.summary`, claim.summary] as const,
    ...('responses' in claim
      ? claim.responses.map(({ summary }, i) => [`claims.${claim.id}.responses[${i}].summary`, summary] as const)
      : []),
  ]);
  return summaries.flatMap(([path, text]) => {
    const first = seen.get(text);
    if (first === undefined) seen.set(text, path);
    return first === undefined ? [] : [problem(path, text, `the same wording as ${first}; one matter is told once`)];
  });
}
