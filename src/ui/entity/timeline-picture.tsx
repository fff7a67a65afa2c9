/** Events as signs stacked by year: how much happened when, and whether it was said, answered, decided or undone. */
import type { EventGroup } from '../pages/entity-words.ts';

export interface TimelineSign {
  readonly year: number;
  readonly group: EventGroup;
  readonly words: string;
  readonly claim: string;
}

interface Props {
  /** In the order of time. */
  readonly signs: readonly TimelineSign[];
  /** Names the part that scrolls, and the picture in it. */
  readonly region: string;
  readonly label: string;
  readonly onChoose: (claim: string) => void;
}

const CELL = 12;
const GAP = 10;
/** Room for four digits. */
const LABEL = 26;
const AXIS = 22;
/** Busy years grow broad, not taller than this many signs. */
const MOST_ROWS = 12;

interface Column {
  /** `undefined`: years in which nothing is known to have happened. */
  readonly year: number | undefined;
  readonly signs: readonly TimelineSign[];
  readonly x: number;
  readonly across: number;
  readonly width: number;
}

export function TimelinePicture({ signs, region, label, onChoose }: Props) {
  const columns = columnsOf(signs);
  const rows = Math.max(...columns.map((column) => Math.ceil(column.signs.length / column.across)));
  const height = rows * CELL + AXIS;
  const last = columns.at(-1);
  const width = last ? last.x + last.width : 0;
  const choose = (event: { target: EventTarget | null }): void => {
    const claim =
      event.target instanceof Element ? event.target.closest('[data-sign]')?.getAttribute('data-sign') : null;
    if (claim) onChoose(claim);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="timeline-scroll" tabIndex={0} aria-label={region}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table below has a link for each sign. */}
      <svg
        role="img"
        aria-label={label}
        class="timeline"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onClick={choose}
      >
        <line class="axis" x1={0} x2={width} y1={rows * CELL + 4} y2={rows * CELL + 4} />
        {columns.map((column) => (
          <g key={column.x} transform={`translate(${column.x} 0)`}>
            <text x={(column.width - GAP) / 2} y={height - 3} text-anchor="middle">
              {column.year ?? '…'}
            </text>
            {column.signs.map((sign, index) => (
              <g key={index} data-sign={sign.claim}>
                <title>{sign.words}</title>
                <Sign
                  group={sign.group}
                  x={(column.width - GAP - column.across * CELL) / 2 + (index % column.across) * CELL + CELL / 2}
                  y={(rows - 1 - Math.floor(index / column.across)) * CELL + CELL / 2}
                />
              </g>
            ))}
          </g>
        ))}
      </svg>
    </section>
  );
}

/** One sign, centred on x and y. Shape alone tells the groups apart. */
export function Sign({ group, x, y }: { readonly group: EventGroup; readonly x: number; readonly y: number }) {
  switch (group) {
    case 'said':
      return <circle class="sign sign-said" cx={x} cy={y} r={4} />;
    case 'answered':
      return <rect class="sign sign-answered" x={x - 4} y={y - 4} width={8} height={8} />;
    case 'decided':
      return <path class="sign sign-decided" d={`M${x} ${y - 5.2}l5.2 5.2l-5.2 5.2l-5.2 -5.2z`} />;
    case 'undone':
      return <path class="sign sign-undone" d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} />;
  }
}

function columnsOf(signs: readonly TimelineSign[]): readonly Column[] {
  const columns: Column[] = [];
  let x = 0;
  const add = (year: number | undefined, found: readonly TimelineSign[]): void => {
    const across = Math.max(Math.min(2, found.length), Math.ceil(found.length / MOST_ROWS), 1);
    const width = Math.max(across * CELL, year === undefined ? CELL : LABEL) + GAP;
    columns.push({ year, signs: found, x, across, width });
    x += width;
  };
  const years = [...new Set(signs.map(({ year }) => year))];
  years.forEach((year, at) => {
    const before = years[at - 1];
    if (before !== undefined && year - before > 1) add(undefined, []);
    add(
      year,
      signs.filter((sign) => sign.year === year),
    );
  });
  return columns;
}
