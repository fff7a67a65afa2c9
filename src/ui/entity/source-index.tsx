import type { Claim, Source } from '../../core/model.ts';
import { usePageWords } from '../pages/words.ts';
import { dateWords } from '../parts/dates.ts';
import { WebLink } from '../parts/web-link.tsx';
import { useStrings } from '../strings.ts';

interface Used {
  readonly source: Source;
  readonly claims: number;
}

/** Every source once, by publisher, with how many of the claims rest on it. */
export function SourceIndex({ claims }: { readonly claims: readonly Claim[] }) {
  const words = usePageWords().entity;
  const { evidence, locale } = useStrings();
  const used = sourcesOf(claims);
  return (
    <section class="entity-section" aria-labelledby="sources">
      <h2 id="sources">{words.sources}</h2>
      <p class="quiet">{words.sourcesNote(used.length, claims.length)}</p>
      <ol class="source-index">
        {used.map(({ source, claims: count }) => (
          <li key={source.url}>
            <WebLink url={source.url}>
              {source.publisher},{' '}
              {source.date === undefined ? evidence.undated : dateWords(source.date, locale.formats)}
            </WebLink>{' '}
            <cite dir="auto" {...(source.described ? {} : { lang: source.lang })}>
              {source.title}
            </cite>{' '}
            <span class="quiet">
              {count > 1 && words.usedBy(count)}
              {source.weak !== undefined && ` (${evidence.weakSource})`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sourcesOf(claims: readonly Claim[]): readonly Used[] {
  const byUrl = new Map<string, Used>();
  for (const source of claims.flatMap((claim) => claim.sources)) {
    const known = byUrl.get(source.url);
    byUrl.set(source.url, { source: known?.source ?? source, claims: (known?.claims ?? 0) + 1 });
  }
  return [...byUrl.values()].toSorted(
    (a, b) =>
      a.source.publisher.localeCompare(b.source.publisher) ||
      (a.source.date ?? '').localeCompare(b.source.date ?? '') ||
      a.source.url.localeCompare(b.source.url),
  );
}
