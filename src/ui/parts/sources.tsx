import type { Source } from '../../core/model.ts';
import { useStrings } from '../strings.ts';
import { dateWords } from './dates.ts';
import { WebLink } from './web-link.tsx';

/** Sources that stand in line under a text; the rest of a long list stands in the details. */
const IN_LINE = 3;

/** The first sources of a text as one line of links; the rest are counted, and stand in full in the details. */
export function SourceLine({ sources }: { readonly sources: readonly Source[] }) {
  const { evidence } = useStrings();
  const rest = sources.length - IN_LINE;
  const inLine = rest > 0 ? sources.slice(0, IN_LINE) : sources;
  return (
    <ul class="cp-source-line" aria-label={evidence.sources}>
      {inLine.map((source) => (
        <li key={source.id}>
          <SourceLink source={source} />
        </li>
      ))}
      {rest > 0 && <li>{evidence.moreSources(rest)}</li>}
    </ul>
  );
}

/** Every source with its title. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ol class="cp-source-list">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLink source={source} />{' '}
          <cite dir="auto" {...(source.described ? {} : { lang: source.lang })}>
            {source.title}
          </cite>
        </li>
      ))}
    </ol>
  );
}

function SourceLink({ source }: { readonly source: Source }) {
  const { evidence, locale } = useStrings();
  const date = source.date === undefined ? evidence.undated : dateWords(source.date, locale.formats);
  return (
    <>
      <WebLink url={source.url} title={source.title}>
        {source.publisher}, {date}
      </WebLink>
      {source.weak !== undefined && <span class="cp-weak"> ({evidence.weakSource})</span>}
    </>
  );
}
