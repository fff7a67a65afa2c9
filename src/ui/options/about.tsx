import type { Pack } from '../../core/model.ts';
import { usePageWords } from '../pages/words.ts';
import { dateWords } from '../parts/dates.ts';
import { useStrings } from '../strings.ts';

/** What a mark means, what leaves the browser (nothing), and which evidence is in use. */
export function About({ pack, version }: { readonly pack: Pack; readonly version: string }) {
  const words = usePageWords().options;
  const { locale } = useStrings();
  const { about } = words;
  return (
    <>
      <h3>{about.marksHeading}</h3>
      <p>{about.notAVerdict}</p>
      <h3>{about.privacyHeading}</h3>
      <ul class="privacy">
        {about.privacy.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{about.packHeading}</h3>
      <p dir="auto">
        <b>{pack.title}</b>
      </p>
      {pack.about !== undefined && <p dir="auto">{pack.about}</p>}
      <dl class="facts">
        <dt>{about.version}</dt>
        <dd>{pack.version}</dd>
        <dt>{about.date}</dt>
        <dd>{dateWords(pack.date, locale.formats)}</dd>
        <dt>{about.licence}</dt>
        <dd>{pack.licence}</dd>
        <dt>{about.holds}</dt>
        <dd>{words.categories.holds(pack.claims.length, pack.entities.length)}</dd>
      </dl>
      <p class="quiet">{about.extension(version)}</p>
    </>
  );
}
