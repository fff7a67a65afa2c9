/** Counts on a labelled corpus: precision and recall of exact spans, and the decision about places and bodies. */

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

export interface Labelled {
  readonly id: string;
  readonly lang: string;
  readonly kind: string;
  readonly text: string;
  readonly mentions: readonly Span[];
  readonly suppressed: readonly Span[];
  readonly negatives: readonly Span[];
  readonly phenomena: readonly string[];
}

export interface Counts {
  hit: number;
  extra: number;
  missed: number;
}

export interface Halves {
  annotateRight: number;
  annotate: number;
  suppressRight: number;
  suppress: number;
}

export interface Fault {
  readonly id: string;
  readonly lang: string;
  readonly what: 'extra' | 'missed';
  readonly text: string;
  readonly entity: string;
}

export interface Score {
  readonly all: Counts;
  readonly by: ReadonlyMap<string, ReadonlyMap<string, Counts>>;
  readonly place: Halves;
  readonly body: Halves;
  readonly clean: number;
  readonly passages: number;
  readonly faults: readonly Fault[];
}

/**
 * The score of predictions (spans by passage id) against labels. A span counts if start, end and entity are equal; a
 * final full stop taken into it is forgiven. `kinds` says which entity is a place or a body.
 */
export function scoreCorpus(
  gold: readonly Labelled[],
  predicted: ReadonlyMap<string, readonly Span[]>,
  kinds: ReadonlyMap<string, string>,
): Score {
  const all = { hit: 0, extra: 0, missed: 0 };
  const by = new Map<string, Map<string, Counts>>([
    ['language', new Map()],
    ['kind', new Map()],
    ['phenomenon', new Map()],
  ]);
  const halves = { place: none(), body: none() };
  const faults: Fault[] = [];
  let clean = 0;
  for (const passage of gold) {
    const spans = predicted.get(passage.id) ?? [];
    const counts = { hit: 0, extra: 0, missed: 0 };
    const fault = (span: Span, what: Fault['what']) =>
      faults.push({
        id: passage.id,
        lang: passage.lang,
        what,
        text: passage.text.slice(span.start, span.end),
        entity: span.entity,
      });
    for (const label of passage.mentions) {
      if (spans.some((span) => same(span, label, passage.text))) counts.hit++;
      else {
        counts.missed++;
        fault(label, 'missed');
      }
    }
    for (const span of spans) {
      if (passage.mentions.some((label) => same(span, label, passage.text))) continue;
      counts.extra++;
      fault(span, 'extra');
    }
    if (counts.extra + counts.missed === 0) clean++;
    add(all, counts);
    for (const [group, keys] of [
      ['language', [passage.lang]],
      ['kind', [passage.kind]],
      ['phenomenon', passage.phenomena],
    ] as const) {
      for (const key of keys) add(entry(by.get(group), key), counts);
    }
    const annotated = (label: Span) =>
      spans.some((span) => span.entity === label.entity && span.start < label.end && label.start < span.end);
    for (const label of passage.mentions) {
      const half = halfOf(halves, kinds.get(label.entity));
      if (!half) continue;
      half.annotate++;
      if (annotated(label)) half.annotateRight++;
    }
    for (const label of passage.suppressed) {
      const half = halfOf(halves, kinds.get(label.entity));
      if (!half) continue;
      half.suppress++;
      if (!annotated(label)) half.suppressRight++;
    }
  }
  return { all, by, ...halves, clean, passages: gold.length, faults };
}

/** Precision, recall and F1 in per cent; 100 where there was nothing to find and nothing was found. */
export function percentages({ hit, extra, missed }: Counts): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const precision = hit + extra === 0 ? 100 : (100 * hit) / (hit + extra);
  const recall = hit + missed === 0 ? 100 : (100 * hit) / (hit + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Share of right decisions in per cent, both halves and together. */
export function rightDecisions({ annotate, annotateRight, suppress, suppressRight }: Halves): {
  readonly all: number;
  readonly annotated: number;
  readonly left: number;
} {
  const share = (right: number, of: number) => (of === 0 ? 100 : (100 * right) / of);
  return {
    all: share(annotateRight + suppressRight, annotate + suppress),
    annotated: share(annotateRight, annotate),
    left: share(suppressRight, suppress),
  };
}

function same(span: Span, label: Span, text: string): boolean {
  if (span.entity !== label.entity || span.start !== label.start) return false;
  return span.end === label.end || (span.end === label.end + 1 && text[label.end] === '.');
}

function none(): Halves {
  return { annotateRight: 0, annotate: 0, suppressRight: 0, suppress: 0 };
}

function halfOf(
  halves: { readonly place: Halves; readonly body: Halves },
  kind: string | undefined,
): Halves | undefined {
  return kind === 'place' ? halves.place : kind === 'body' ? halves.body : undefined;
}

function add(to: Counts, counts: Counts): void {
  to.hit += counts.hit;
  to.extra += counts.extra;
  to.missed += counts.missed;
}

function entry(group: Map<string, Counts> | undefined, key: string): Counts {
  const known = group?.get(key);
  if (known) return known;
  const fresh = { hit: 0, extra: 0, missed: 0 };
  group?.set(key, fresh);
  return fresh;
}
