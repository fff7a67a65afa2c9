/** Making a formatter costs more than a card may; each is made once. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A date of a pack (`2018`, `2018-01`, `2018-01-26`) in words, as exact as it is known; as it came if it is none. */
export function dateWords(date: string, formats: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const time = Date.UTC(year ?? Number.NaN, (month ?? 1) - 1, day ?? 1);
  return Number.isNaN(time) ? date : dateFormat(formats, day ? 3 : month ? 2 : 1).format(time);
}

/** Makes the formatters ahead: the first one in a page loads the browser's tables and takes some 20 ms. */
export function prepareDates(formats: string): void {
  for (const parts of [1, 2, 3] as const) dateFormat(formats, parts);
}

function dateFormat(formats: string, parts: 1 | 2 | 3): Intl.DateTimeFormat {
  const key = `${formats} ${parts}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(formats, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts < 2 ? {} : { month: 'long' }),
    ...(parts < 3 ? {} : { day: 'numeric' }),
  });
  dateFormats.set(key, made);
  return made;
}

/** Names joined as the language joins them: `A, B and C`. */
export function listWords(names: readonly string[], formats: string): string {
  return names.length === 1 ? (names[0] ?? '') : new Intl.ListFormat(formats, { type: 'conjunction' }).format(names);
}

/** The country's name for its two-letter code; the code where the browser knows no name. */
export function countryWords(code: string, formats: string): string {
  return new Intl.DisplayNames(formats, { type: 'region', fallback: 'code' }).of(code) ?? code;
}
