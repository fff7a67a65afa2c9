import type { EntityView } from '../../core/view.ts';
import { useStrings } from '../strings.ts';
import { countryWords } from './dates.ts';

/** What the entity is, and how many claims have which standing: in words, without a sum that could pass for a score. */
export function EntityFacts({ view }: { readonly view: EntityView }) {
  const { evidence, locale } = useStrings();
  const { kind, what, country } = view.entity;
  const place = country === undefined || kind === 'place' ? '' : ` · ${countryWords(country, locale.formats)}`;
  return (
    <div class="cp-facts">
      <p class="cp-kind">
        {evidence.kind(kind)}
        {place}
      </p>
      <p class="cp-what" dir="auto">
        {what}
      </p>
      {view.byStanding.length > 0 && (
        <ul class="cp-standings" aria-label={evidence.claims(view.total)}>
          {view.byStanding.map(({ standing, count }) => (
            <li key={standing}>{evidence.standingCount(count, standing)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
