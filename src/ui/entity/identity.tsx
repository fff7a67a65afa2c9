import type { Alias, Entity } from '../../core/model.ts';
import { usePageWords } from '../pages/words.ts';
import { WebLink } from '../parts/web-link.tsx';

/** So many names are enough for most; a firm may have two hundred in all scripts. */
const FIRST_NAMES = 12;

function Names({ of }: { readonly of: readonly Alias[] }) {
  return (
    <ul class="aliases">
      {of.map(({ text, lang }) => (
        <li key={text}>
          <bdi lang={lang}>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Names it also goes by, and what it is not. */
export function Identity({ entity }: { readonly entity: Entity }) {
  const words = usePageWords().entity;
  // What people misspell is for finding it, not for reading.
  const names = entity.aliases.filter(({ role, text }) => role !== 'misspelling' && text !== entity.name);
  const unique = [...new Map(names.map((alias) => [alias.text, alias])).values()];
  return (
    <dl class="facts identity">
      {entity.legalName !== undefined && (
        <>
          <dt>{words.legalName}</dt>
          <dd dir="auto">{entity.legalName}</dd>
        </>
      )}
      {unique.length > 0 && (
        <>
          <dt>{words.aliases}</dt>
          <dd>
            <Names of={unique.slice(0, FIRST_NAMES)} />
            {unique.length > FIRST_NAMES && (
              <details>
                <summary>{words.moreAliases(unique.length - FIRST_NAMES)}</summary>
                <Names of={unique.slice(FIRST_NAMES)} />
              </details>
            )}
          </dd>
        </>
      )}
      {entity.website !== undefined && (
        <>
          <dt>{words.website}</dt>
          <dd>
            <WebLink url={entity.website}>{entity.website}</WebLink>
          </dd>
        </>
      )}
      {entity.notThis.length > 0 && (
        <>
          <dt>{words.notThis}</dt>
          <dd>
            <ul>
              {entity.notThis.map((other) => (
                <li key={other} dir="auto">
                  {other}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {!entity.marked && (
        <>
          <dt>{words.marks}</dt>
          <dd>{words.neverMarked}</dd>
        </>
      )}
    </dl>
  );
}
