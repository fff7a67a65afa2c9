/** A fault in data from outside: where it is, what was found there, and how to mend it. */
export interface Problem {
  /** Place in the data, as a path a person can follow: `claims[3].sources[0].url`, or a file name before it. */
  readonly path: string;
  /** What was found, shortened for display. */
  readonly found: string;
  /** What is wrong and how to mend it, one sentence. */
  readonly mend: string;
  /** A warning does not refuse the pack. */
  readonly level: 'error' | 'warning';
}

/** An expected outcome: a value, or the complete list of what is wrong with the input. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings?: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}

/** One problem as a line of text: `path: mend (found …)`. */
export function problemLine(problem: Problem): string {
  return `${problem.path}: ${problem.mend} (found ${problem.found})`;
}

/** A problem of level `error`; `found` is cut for display. */
export function problem(path: string, found: string, mend: string, level: Problem['level'] = 'error'): Problem {
  return { path, found: found.length > 80 ? `${found.slice(0, 79)}…` : found, mend, level };
}
