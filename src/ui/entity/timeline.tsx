/** The course of events as a picture, and the same as a table. */
import { useMemo, useState } from 'preact/hooks';
import { type EntityAddress, writeEntityAddress } from '../../core/entity-address.ts';
import type { Claim, EventType } from '../../core/model.ts';
import { type TimelineEntry, timelineOf } from '../../core/timeline.ts';
import type { EventGroup } from '../pages/entity-words.ts';
import { usePageWords } from '../pages/words.ts';
import { dateWords } from '../parts/dates.ts';
import { useStrings } from '../strings.ts';
import type { EntityActions } from './entity-state.ts';
import { Sign, TimelinePicture } from './timeline-picture.tsx';

interface Props {
  readonly claims: readonly Claim[];
  readonly at: EntityAddress;
  readonly go: EntityActions['go'];
}

const GROUP_OF: Readonly<Record<EventType, EventGroup>> = {
  alleged: 'said',
  reported: 'said',
  answered: 'answered',
  ruled: 'decided',
  appealed: 'answered',
  listed: 'decided',
  charged: 'decided',
  settled: 'decided',
  convicted: 'decided',
  found: 'decided',
  delisted: 'undone',
  reversed: 'undone',
  acquitted: 'undone',
  dismissed: 'undone',
  withdrawn: 'undone',
  corrected: 'undone',
};
const GROUPS: readonly EventGroup[] = ['said', 'answered', 'decided', 'undone'];

export function Timeline({ claims, at, go }: Props) {
  const words = usePageWords().entity;
  const { locale } = useStrings();
  const entries = useMemo(() => timelineOf(claims), [claims]);
  const [table, setTable] = useState(false);
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return null;
  const used = GROUPS.filter((group) => entries.some(({ type }) => GROUP_OF[type] === group));
  const signs = entries.map((entry) => ({
    year: Number(entry.date.slice(0, 4)),
    group: GROUP_OF[entry.type],
    words: `${dateWords(entry.date, locale.formats)} · ${words.event(entry.type)} · ${entry.who}: ${entry.what}`,
    claim: entry.claim.id,
  }));
  return (
    <section class="entity-section" aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      <ul class="legend">
        {used.map((group) => (
          <li key={group}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <Sign group={group} x={6} y={6} />
            </svg>{' '}
            {words.eventGroup(group)}
          </li>
        ))}
      </ul>
      <TimelinePicture
        signs={signs}
        region={words.timelinePicture}
        label={words.timelineAlt(entries.length, first.date.slice(0, 4), last.date.slice(0, 4))}
        onChoose={(claim) => go({ entity: at.entity, claim, filter: {} })}
      />
      <details onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary class="disclose">{words.timelineTable}</summary>
        {table && <TimelineTable entries={entries} entity={at.entity} />}
      </details>
    </section>
  );
}

function TimelineTable({ entries, entity }: { readonly entries: readonly TimelineEntry[]; readonly entity: string }) {
  const words = usePageWords().entity;
  const { locale } = useStrings();
  return (
    <table class="timeline-table">
      <thead>
        <tr>
          <th scope="col">{words.tableDate}</th>
          <th scope="col">{words.tableWhat}</th>
          <th scope="col">{words.tableWho}</th>
          <th scope="col">{words.tableClaim}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <tr key={index}>
            <td>
              <time dateTime={entry.date}>{dateWords(entry.date, locale.formats)}</time>
            </td>
            <td>{words.event(entry.type)}</td>
            <td dir="auto">{entry.who}</td>
            <td dir="auto">
              <a href={writeEntityAddress({ entity, claim: entry.claim.id, filter: {} })}>{entry.what}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
