import { useState } from 'preact/hooks';
import { CITATION_FORMATS, type CitationFormat, citeClaim } from '../../core/cite.ts';
import { writeEntityAddress } from '../../core/entity-address.ts';
import type { Claim, Pack } from '../../core/model.ts';
import { errorReport } from '../../core/report.ts';
import { usePageWords } from '../pages/words.ts';
import type { EntityActions } from './entity-state.ts';

interface Props {
  readonly claim: Claim;
  readonly pack: Pack;
  readonly entity: string;
  readonly copy: EntityActions['copy'];
}

/** What a reader can do with a claim: cite it with its answer, link to it, report an error in it. */
export function ClaimTools({ claim, pack, entity, copy }: Props) {
  const words = usePageWords().entity;
  const [told, setTold] = useState<{ readonly text: string; readonly byHand?: string }>();
  const report = errorReport(claim.id, pack);
  const copied = (text: string, said: string): void => {
    void copy(text).then((done) => setTold(done ? { text: said } : { text: words.notCopied, byHand: text }));
  };
  const cite = (format: CitationFormat): void => copied(citeClaim(claim, pack, format), words.copied);
  return (
    <div class="claim-tools">
      <details class="cite">
        <summary class="disclose">{words.cite}</summary>
        <div class="cite-formats">
          {CITATION_FORMATS.map((format) => (
            <button type="button" key={format} onClick={() => cite(format)}>
              {words.citeAs(format)}
            </button>
          ))}
        </div>
      </details>
      <a href={writeEntityAddress({ entity, claim: claim.id, filter: {} })}>{words.link}</a>
      {report.type === 'link' ? (
        <a href={report.href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
          {words.report}
        </a>
      ) : (
        <button type="button" class="plain" onClick={() => copied(report.text, words.reportCopied(report.text))}>
          {words.report}
        </button>
      )}
      <p role="status">{told?.text}</p>
      {told?.byHand !== undefined && (
        <textarea class="by-hand" readOnly rows={6} aria-label={words.cite} value={told.byHand} />
      )}
    </div>
  );
}
