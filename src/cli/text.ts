/** Text for a terminal. */

/** Rows as aligned columns, two spaces between; wide letters (Chinese, Japanese, Korean) count double. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, width(cell));
    });
  }
  return rows
    .map(
      (row) =>
        `${row.map((cell, i) => (i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - width(cell)))).join('  ')}\n`,
    )
    .join('');
}

function width(text: string): number {
  let sum = 0;
  for (const char of text)
    if (!/[\p{Mn}\p{Cf}]/u.test(char))
      sum += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(char) ? 2 : 1;
  return sum;
}
