/** A date of a pack (`2018`, `2018-01`, `2018-01-26`) in words, as exact as it is known; as it came if it is none. */
export function dateWords(date: string, formats: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const time = Date.UTC(year ?? Number.NaN, (month ?? 1) - 1, day ?? 1);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(formats, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(time);
}

/** Names joined as the language joins them: `A, B and C`. */
export function listWords(names: readonly string[], formats: string): string {
  return new Intl.ListFormat(formats, { type: 'conjunction' }).format(names);
}

/** The country's name for its two-letter code; the code where the browser knows no name. */
export function countryWords(code: string, formats: string): string {
  return new Intl.DisplayNames(formats, { type: 'region', fallback: 'code' }).of(code) ?? code;
}
