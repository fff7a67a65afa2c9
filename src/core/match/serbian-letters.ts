/** Serbian is written in two alphabets, letter by letter the same. */
const PAIRS = new Map<string, string>([
  ['љ', 'lj'],
  ['њ', 'nj'],
  ['џ', 'dž'],
]);
const CYRILLIC = 'абвгдђежзијклмнопрстћуфхцчш';
const LATIN = 'abvgdđežzijklmnoprstćufhcčš';
for (const [i, letter] of [...CYRILLIC].entries()) PAIRS.set(letter, LATIN.charAt(i));
const BACK = new Map([...PAIRS].map(([cyrillic, latin]) => [latin, cyrillic]));

/** A small text in the other alphabet; undefined where it has a letter that Serbian has not. */
export function inOtherAlphabet(text: string): string | undefined {
  let other = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    const pair = BACK.get(text.slice(i, i + 2));
    if (pair) i++;
    const found = pair ?? PAIRS.get(letter) ?? BACK.get(letter) ?? (/[ ='-]/.test(letter) ? letter : undefined);
    if (found === undefined) return undefined;
    other += found;
  }
  return other;
}
