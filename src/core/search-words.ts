/** Text as search compares it: without case and accents, Cyrillic and Greek written in Latin letters, cut into words. */

/** Letters that Unicode does not take apart, and the usual Latin spelling of Cyrillic and Greek. */
const LETTERS: Readonly<Record<string, string>> = {
  ...pairs('łl øo đdj ðd þth ßss æae œoe ıi ħh'),
  ...pairs('аa бb вv гg ґg дd ђdj еe ёe єje жz зz иi іi їji йj јj кk лl љlj мm нn њnj оo пp рr сs тt ћc уu ўu фf хh'),
  ...pairs('цc чc џdz шs щsc ъ- ыy ь- эe юju яja қk ғg ңn өo ұu үu һh әa ӣi ӯu ҷc ҳh'),
  ...pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'),
};

/** Accents of Latin, Greek and Cyrillic, and the vowel points of Arabic and Hebrew; Indic vowel signs are letters here. */
const POINTS = /[\u0300-\u036f\u064b-\u065f\u0670\u0591-\u05c7]/g;
const SPELLED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The text in lower case, without accents, Cyrillic and Greek in Latin letters: `Хуавеј` and `Huavej` become one. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(SPELLED, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(POINTS, '')
    .replace(SPELLED, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/** The folded words of a text, in order. A possessive `'s` is dropped, other apostrophes join. */
export function searchWords(text: string): string[] {
  return (
    foldForSearch(text)
      .replace(/['’ʼ]s(?!\p{L})/gu, '')
      .replace(/['’ʼʻ`]/g, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** True for writing without spaces between words: a part of such a run counts like a word. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(
    list.split(' ').map((pair) => {
      const [letter = '', ...latin] = pair;
      return [letter, latin.join('').replace('-', '')];
    }),
  );
}
