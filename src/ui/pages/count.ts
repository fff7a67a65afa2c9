/** A number with its noun: `1 claim`, `2 claims`. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
