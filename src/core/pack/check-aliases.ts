/** Names: no two entities share one, and none that is a common word or a bare abbreviation is marked by itself. */
import type { Pack } from '../model.ts';
import { type Problem, problem } from '../result.ts';

/** Letters of an abbreviation up to which it means too many things to stand alone. */
const SHORT = 3;

/** Names that are also ordinary words, first names, or other places: they need words beside them (`for`, `with-context`). */
const COMMON = new Set(
  'amnesty axis chad clearview entity georgia guinea jordan list mali niger orange rivas share turkey union vision'.split(
    ' ',
  ),
);

export function aliasProblems(pack: Pack): readonly Problem[] {
  const owners = new Map<string, string>();
  return pack.entities.flatMap((entity) =>
    entity.aliases.flatMap((alias, i) => {
      const path = `entities.${entity.id}.aliases[${i}]`;
      const found: Problem[] = [];
      const folded = alias.case === 'any' ? alias.text.toLowerCase() : alias.text;
      const owner = owners.get(folded);
      if (owner !== undefined && owner !== entity.id) {
        found.push(problem(`${path}.text`, alias.text, `also a name of ${owner}; a name belongs to one entity`));
      }
      owners.set(folded, owner ?? entity.id);
      if (alias.mark === 'yes' && isTooCommon(alias.text) && entity.kind !== 'vendor') {
        const mend = 'too common to be marked by itself; set mark to with-context and give words in `for`';
        found.push(problem(`${path}.mark`, alias.text, mend));
      }
      return found;
    }),
  );
}

function isTooCommon(text: string): boolean {
  return (/^\p{Lu}+$/u.test(text) && text.length <= SHORT) || COMMON.has(text.toLowerCase());
}
