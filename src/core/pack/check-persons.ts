/**
 * Persons: nobody is named who was not convicted or does not speak in public office. Runs of capitalised words that are
 * no entity, place, publisher, title or listed person are shown to the editor, who lists the person or reviews the words.
 */
import type { Claim, Pack } from '../model.ts';
import { type Problem, problem } from '../result.ts';
import { writtenTexts } from './written-texts.ts';

/** Two to four capitalised words in a row: the usual shape of a person's name in Latin script. */
const RUN = /\p{Lu}[\p{Ll}’'-]+(?:\s+(?:(?:al|bin|da|de|del|der|di|du|el|la|le|van|von)\s+)?\p{Lu}[\p{Ll}’'-]+){1,3}/gu;

export function personProblems(pack: Pack, reviewed: ReadonlySet<string>): readonly Problem[] {
  const known = knownWords(pack);
  return pack.claims.flatMap((claim) => {
    const listed = new Set([...claim.persons.flatMap(({ name }) => words(name)), ...partyWords(claim)]);
    return writtenTexts(claim).flatMap(([path, text]) =>
      [...text.matchAll(RUN)].flatMap(([run]) => {
        const unknown = words(run).filter((word) => !known.has(word) && !listed.has(word) && !reviewed.has(word));
        if (unknown.length < 2) return [];
        const mend =
          'if this is a person, list them in `persons` with a basis, or name the office instead; if not, review the words';
        return [problem(path, run, mend, 'warning')];
      }),
    );
  });
}

function knownWords(pack: Pack): Set<string> {
  const texts = [
    ...pack.entities.flatMap((entity) => [
      entity.name,
      entity.legalName ?? '',
      ...entity.aliases.map(({ text }) => text),
    ]),
    ...pack.claims.flatMap((claim) => [claim.place ?? '', ...claim.sources.flatMap(({ publisher }) => [publisher])]),
  ];
  return new Set(texts.flatMap(words));
}

function partyWords(claim: Claim): readonly string[] {
  const parties = [...claim.says, ...('responses' in claim ? claim.responses.map(({ by }) => by) : [])];
  return parties.flatMap(({ name }) => words(name));
}

function words(text: string): readonly string[] {
  return text.split(/[^\p{L}’'-]+/u).flatMap((word) => (word === '' ? [] : [word.replace(/[’']s?$/, '')]));
}
