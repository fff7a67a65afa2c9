/**
 * How words change at their end, as tables by language: background only. A row says: a word of these languages that
 * ends so (nominative) loses that ending and takes each of these. Accents and case fold away, so rows hold base letters.
 * Sources: the declension tables of the languages' ordinary school grammars; one row covers the regular nouns and
 * adjectives that names of states, bodies and firms are made of. A dot stands for the bare stem.
 */

import { foldText } from './fold.ts';

export interface Inflected {
  readonly stem: string;
  /** Folded; '' is the bare stem. */
  readonly endings: readonly string[];
}

interface Row {
  readonly langs: string;
  /** What the word ends in; '' fits any. */
  readonly ends: string;
  /** How many of its last letters fall away. */
  readonly cut: number;
  readonly endings: string;
  /** Only for firms: possessive adjectives and the like. */
  readonly vendor?: boolean;
}

/** Words that end in a consonant take an i before the ending. */
const FI_CONSONANT = '. in issa issä ista istä iin ia iä ille illa ilta';
const SR_POSSESSIVE =
  'ev eva eve evi evo evu evih evim evog evom evoj evega evemu ov ova ove ovi ovo ovu ovih ovim ovog ovom ovoj ovega ovemu';
const SR_FEMININE = 'in ina ine ini ino inu inih inim inog inom inoj';
// Tamil: in, of, accusative, to, from, with; a glide joins them to a vowel, a final consonant loses its dot.
const TA_AFTER_VOWEL = '. வில் வின் வை வுக்கு விற்கு விலிருந்து வுடன்';
const TA_AFTER_FRONT = '. யில் யின் யை க்கு யிற்கு யிலிருந்து யுடன்';
const TA_AFTER_CONSONANT = '் ில் ின் ை ுக்கு ிற்கு ிலிருந்து ுடன்';
const SR_CYR_POSSESSIVE =
  'ев ева еве еви ево еву евих евим евог евом евој ов ова ове ови ово ову ових овим овог овом овој';

/** First match counts, so longer endings stand first. */
const ROWS: readonly Row[] = [
  { langs: 'sr-Latn hr bs sh sl cnr', ends: 'egipat', cut: 2, endings: 'at ta tu tom te' },
  // Turska: an adjective that became a noun. The masculine (Turski) is none.
  { langs: 'sr-Latn hr bs sh cnr', ends: 'ska', cut: 1, endings: 'a e u o om oj' },
  { langs: 'sr-Latn hr bs sh sl cnr', ends: 'ka', cut: 2, endings: 'ka ke ki ci ku ko kom koj koju' },
  { langs: 'sr-Latn hr bs sh sl cnr', ends: 'a', cut: 1, endings: `a e i u o om ${SR_FEMININE}`, vendor: true },
  { langs: 'sr-Latn hr bs sh sl cnr', ends: 'a', cut: 1, endings: 'a e i u o om oj oju' },
  { langs: 'sr-Latn hr bs sh sl cnr', ends: 'e', cut: 0, endings: '. a u om ja ju jem' },
  { langs: 'sr-Latn hr bs sh sl cnr', ends: 'i', cut: 0, endings: '. ja ju jem jom' },
  { langs: 'sr-Latn hr bs sh sl cnr', ends: '', cut: 0, endings: `. a u e om em i ${SR_POSSESSIVE}`, vendor: true },
  { langs: 'sr-Latn hr bs sh sl cnr', ends: '', cut: 0, endings: '. a u e om em i' },
  { langs: 'sr-Cyrl sr mk', ends: 'египат', cut: 2, endings: 'ат та ту том те' },
  { langs: 'sr-Cyrl sr', ends: 'ска', cut: 1, endings: 'а е у о ом ој' },
  {
    langs: 'sr-Cyrl sr mk',
    ends: 'а',
    cut: 1,
    endings: 'а е и у о ом ој ин ина ине ини ино ину иних иним иног ином иној',
    vendor: true,
  },
  { langs: 'sr-Cyrl sr mk', ends: 'ка', cut: 2, endings: 'ка ке ки ци ку ко ком кој ката' },
  { langs: 'sr-Cyrl sr mk', ends: 'а', cut: 1, endings: 'а е и у о ом ој ата' },
  { langs: 'sr-Cyrl sr mk', ends: 'е', cut: 0, endings: '. а у ом' },
  {
    langs: 'sr-Cyrl sr mk',
    ends: 'и',
    cut: 0,
    endings: `. ја ју јем ${SR_CYR_POSSESSIVE.replace(/(^| )/g, '$1ј')}`,
    vendor: true,
  },
  { langs: 'sr-Cyrl sr mk', ends: 'и', cut: 0, endings: '. ја ју јем' },
  { langs: 'sr-Cyrl sr mk', ends: '', cut: 0, endings: `. а у е ом ем и от ${SR_CYR_POSSESSIVE}`, vendor: true },
  { langs: 'sr-Cyrl sr mk', ends: '', cut: 0, endings: '. а у е ом ем и от' },

  { langs: 'ru', ends: 'египет', cut: 2, endings: 'ет та ту том те' },
  { langs: 'ru', ends: 'ия', cut: 1, endings: 'я и ю ей ею' },
  { langs: 'ru', ends: 'ая', cut: 2, endings: 'ая ой ую ою' },
  { langs: 'ru', ends: 'яя', cut: 2, endings: 'яя ей юю' },
  { langs: 'ru', ends: 'ское', cut: 2, endings: 'ое ого ому им ом' },
  { langs: 'ru', ends: 'ский', cut: 2, endings: 'ий ого ому им ом ая ой ую ие их ими' },
  { langs: 'ru', ends: 'ого', cut: 0, endings: '.' },
  { langs: 'ru', ends: 'ой', cut: 0, endings: '.' },
  { langs: 'ru', ends: 'й', cut: 1, endings: 'й я ю ем е' },
  { langs: 'ru', ends: 'ь', cut: 1, endings: 'ь я ю ем е' },
  { langs: 'ru', ends: 'а', cut: 1, endings: 'а ы и е у ой ою' },
  { langs: 'ru', ends: 'я', cut: 1, endings: 'я и е ю ей' },
  { langs: 'ru', ends: 'е', cut: 0, endings: '.' },
  { langs: 'ru', ends: 'и', cut: 0, endings: '.' },
  { langs: 'ru', ends: 'о', cut: 0, endings: '.' },
  { langs: 'ru', ends: 'у', cut: 0, endings: '.' },
  { langs: 'ru', ends: '', cut: 0, endings: '. а у ом ем е' },

  { langs: 'uk be', ends: 'ія', cut: 1, endings: 'я ї ю єю є' },
  { langs: 'uk be', ends: 'єгипет', cut: 2, endings: 'ет ту том ті' },
  { langs: 'uk be', ends: 'ський', cut: 2, endings: 'ий ого ому им ім' },
  { langs: 'uk be', ends: 'ська', cut: 1, endings: 'а ої ій у ою' },
  { langs: 'uk be', ends: 'енна', cut: 1, endings: 'а ої ій у ою' },
  { langs: 'uk be', ends: 'льна', cut: 1, endings: 'а ої ій у ою' },
  { langs: 'uk be', ends: 'одна', cut: 1, endings: 'а ої ій у ою' },
  { langs: 'uk be', ends: 'нова', cut: 1, endings: 'а ої ій у ою' },
  { langs: 'uk be', ends: 'ка', cut: 2, endings: 'ка ки ці ку кою ко' },
  { langs: 'uk be', ends: 'а', cut: 1, endings: 'а и і у ою о' },
  { langs: 'uk be', ends: 'я', cut: 1, endings: 'я і ю ею єю ї' },
  { langs: 'uk be', ends: 'ь', cut: 1, endings: 'ь я ю ем і' },
  { langs: 'uk be', ends: 'й', cut: 1, endings: 'й я ю єм ї' },
  { langs: 'uk be', ends: 'и', cut: 0, endings: '.' },
  { langs: 'uk be', ends: 'е', cut: 0, endings: '.' },
  { langs: 'uk be', ends: 'о', cut: 0, endings: '.' },
  { langs: 'uk be', ends: '', cut: 0, endings: '. а у ом ові і ем' },

  { langs: 'bg', ends: 'ски', cut: 0, endings: '. я ят' },
  { langs: 'bg', ends: '', cut: 0, endings: '. а ът та' },

  { langs: 'pl', ends: 'cja', cut: 1, endings: 'a i e ą ę o' },
  { langs: 'pl', ends: 'ia', cut: 1, endings: 'a i e ą ę o' },
  { langs: 'pl', ends: 'ska', cut: 1, endings: 'a iej ą ie' },
  { langs: 'pl', ends: 'owa', cut: 1, endings: 'a ej ą' },
  { langs: 'pl', ends: 'lna', cut: 1, endings: 'a ej ą' },
  { langs: 'pl', ends: 'sta', cut: 2, endings: 'ta ty cie tę tą' },
  { langs: 'pl', ends: 'niger', cut: 2, endings: 'er ru rem rze rowi' },
  { langs: 'pl', ends: 'r', cut: 0, endings: '. u a owi em ze' },
  { langs: 'pl', ends: 'da', cut: 1, endings: 'a y zie ę ą o' },
  { langs: 'pl', ends: 'ka', cut: 2, endings: 'ka ki ce kę ką ko' },
  { langs: 'pl', ends: 'a', cut: 1, endings: 'a y i ie e ę ą o' },
  { langs: 'pl', ends: 'węgry', cut: 2, endings: 'ry ier rom rami rzech' },
  { langs: 'pl', ends: 'd', cut: 0, endings: '. u zie em owi a' },
  { langs: 'pl', ends: 't', cut: 1, endings: 't tu cie tem towi' },
  { langs: 'pl', ends: 'e', cut: 0, endings: '.' },
  { langs: 'pl', ends: 'i', cut: 0, endings: '.' },
  { langs: 'pl', ends: 'y', cut: 0, endings: '.' },
  { langs: 'pl', ends: '', cut: 0, endings: '. u a owi em ie iem' },

  { langs: 'cs sk', ends: 'sko', cut: 1, endings: 'o a u em om' },
  { langs: 'cs sk', ends: 'ie', cut: 1, endings: 'e i' },
  { langs: 'cs sk', ends: 'ia', cut: 1, endings: 'a e u i ou' },
  { langs: 'cs sk', ends: 'á', cut: 1, endings: 'a e ou ej u' },
  { langs: 'cs sk', ends: 'ka', cut: 2, endings: 'ka ky ce ke ku kou ko' },
  { langs: 'cs sk', ends: 'ea', cut: 1, endings: 'a y u e ou i ji je ju jou' },
  { langs: 'cs sk', ends: 'cko', cut: 1, endings: 'o a u em om' },
  { langs: 'cs sk', ends: 'ý', cut: 1, endings: 'ý ého ému ým ém om' },
  { langs: 'cs sk', ends: 'a', cut: 1, endings: 'a y u e ou i o' },
  { langs: 'cs sk', ends: 'e', cut: 1, endings: 'e i' },
  { langs: 'cs sk', ends: 'o', cut: 1, endings: 'o a u em ě' },
  { langs: 'cs sk', ends: '', cut: 0, endings: '. u a ě e em om ovi' },

  { langs: 'de', ends: 'sche', cut: 1, endings: 'e en er es em' },
  { langs: 'de', ends: 'nale', cut: 1, endings: 'e en er es em' },
  { langs: 'de', ends: 's', cut: 0, endings: '.' },
  { langs: 'de', ends: 'z', cut: 0, endings: '. es' },
  { langs: 'de', ends: '', cut: 0, endings: '. s' },
  { langs: 'sv da no nb nn', ends: 's', cut: 0, endings: '.' },
  { langs: 'sv da no nb nn', ends: 'union', cut: 0, endings: '. s en ens' },
  { langs: 'sv da no nb nn', ends: '', cut: 0, endings: '. s' },
  { langs: 'nl af', ends: 's', cut: 0, endings: '.' },
  { langs: 'nl af', ends: '', cut: 0, endings: '. s' },

  { langs: 'tr az', ends: 'i', cut: 0, endings: '. ni na ne nin nda nde ndan nden yle' },
  { langs: 'tr az', ends: 'ı', cut: 0, endings: '. ni na nin nda ndan yla' },
  { langs: 'tr az', ends: 'u', cut: 0, endings: '. nu na nun nda ndan yla' },
  { langs: 'tr az', ends: 'ü', cut: 0, endings: '. nu ne nun nde nden yle' },
  {
    langs: 'tr az',
    ends: '',
    cut: 0,
    endings: '. nin nun in un yi yu de da te ta den dan ten tan ya ye i u a e deki daki le la yle yla',
  },

  { langs: 'fi', ends: 'nen', cut: 3, endings: 'nen sen sta ssa seen' },
  { langs: 'fi', ends: 'kka', cut: 2, endings: 'ka an assa asta alla alle alta kaa kaan' },
  { langs: 'fi', ends: 'kki', cut: 2, endings: 'ki in issa ista illa ille ilta kia kiin' },
  ...['d', 'g', 'n', 'r', 's'].map((ends) => ({ langs: 'fi', ends, cut: 0, endings: FI_CONSONANT })),
  { langs: 'fi', ends: 'i', cut: 0, endings: '. n ssa ssä sta stä in a ä lle lla llä lta ltä en' },
  { langs: 'fi', ends: '', cut: 0, endings: '. n ssa ssä sta stä an en on a ä ta tä lle lla llä lta ltä han ssä' },
  { langs: 'et', ends: '', cut: 0, endings: '. t s sse st le lt l ga ni ks it i is ist' },
  {
    langs: 'hu',
    ends: '',
    cut: 0,
    // The v of -val, -vel becomes the consonant before it: Magyarországgal, Pakisztánnal.
    endings:
      '. t et ot at ban ben ba be bol nak nek nal nel ra re rol tol val vel dal gal mal ral rel hoz hez on en an ig ert ul kent',
  },

  { langs: 'ro', ends: 'iunea', cut: 2, endings: 'ea ii e' },
  { langs: 'ro', ends: 'ă', cut: 1, endings: 'a e ei' },
  { langs: 'ro', ends: 'ca', cut: 1, endings: 'a ii e' },
  { langs: 'ro', ends: 'eea', cut: 1, endings: 'a i' },
  { langs: 'ro', ends: 'ia', cut: 1, endings: 'a ei e' },
  { langs: 'ro', ends: 'a', cut: 1, endings: 'a ei e' },
  { langs: 'ro', ends: '', cut: 0, endings: '. ul ului lui' },
  { langs: 'sq', ends: 'a', cut: 1, endings: 'a e se ne s' },
  { langs: 'sq', ends: '', cut: 0, endings: '. i it in u ut' },

  { langs: 'el', ends: 'ος', cut: 2, endings: 'ος ου ο ον' },
  { langs: 'el', ends: 'ός', cut: 2, endings: 'ος ου ο ον' },
  { langs: 'el', ends: 'ς', cut: 1, endings: 'ς . υ' },
  { langs: 'el', ends: 'ι', cut: 1, endings: 'ι ιου' },
  { langs: 'el', ends: 'ο', cut: 1, endings: 'ο ου' },
  { langs: 'el', ends: 'ό', cut: 1, endings: 'ο ου' },
  { langs: 'el', ends: 'ή', cut: 0, endings: '. ς' },
  { langs: 'el', ends: 'α', cut: 0, endings: '. ς' },
  { langs: 'el', ends: 'ση', cut: 1, endings: 'η ης εως' },
  { langs: 'el', ends: 'η', cut: 0, endings: '. ς' },
  { langs: 'el', ends: '', cut: 0, endings: '.' },

  { langs: 'lt', ends: 'a', cut: 1, endings: 'a os ai ą oje' },
  { langs: 'lt', ends: 'as', cut: 2, endings: 'as o ui ą u e' },
  { langs: 'lv', ends: 'a', cut: 1, endings: 'a as ai u ā' },
  { langs: 'lv', ends: 'e', cut: 1, endings: 'e es ei i ē' },
  { langs: 'bn as', ends: '', cut: 0, endings: '. র এর ের কে তে ে য় য়ে য়ের' },
  { langs: 'am ti', ends: '', cut: 0, endings: '. ን' },
  { langs: 'ta', ends: 'ா', cut: 0, endings: TA_AFTER_VOWEL },
  { langs: 'ta', ends: 'ே', cut: 0, endings: TA_AFTER_FRONT },
  { langs: 'ta', ends: 'ி', cut: 0, endings: TA_AFTER_FRONT },
  { langs: 'ta', ends: 'ம்', cut: 2, endings: 'ம் த்தில் த்தின் த்தை த்துக்கு த்திற்கு த்துடன்' },
  { langs: 'ta', ends: '்', cut: 1, endings: TA_AFTER_CONSONANT },
  { langs: 'id ms', ends: '', cut: 0, endings: '. nya' },
];

/**
 * Endings that readers of many languages write straight onto a firm's name as it stands: Huaweis, Huaweija, Huaweiem,
 * huaweinin, Huawein, Huaweinak. Short names only take those that make no other word.
 */
const FOREIGN =
  '. s e u a om em ja ju jem jom jev jeva jeve jevi jevo jevu jevih jevim jevog jevom jevoj jevega ov ova ove ovi ovo ovu ovih ovim ovog ovom ovoj ovega owi in nin nun un yi yu ye ya de da deki daki den dan te ta ten tan le la yle ler n lla lle lta ssa sta ia hin illa ille ilta issa ista iin nak nek nal nel ban ben ba be val vel jal jel tol rol ra re hoz hez ert t et ot i ul ului ie iem ga iga le ile lt ilt st nya';
const FOREIGN_AFTER_A =
  '. s om e u in ina ine ini inu inih inim inog inoj nin lla lle lta ssa sta da daki dan den ya yi yla nak nal ban ba val tol rol ra hoz t ul ului st nya';
/** Hungarian, where the v of -val, -vel has become the consonant before it: Grouppal, Labbal, Internationallel. */
const HU_ASSIMILATED = 'bal bel dal del gal gel kal kel lal lel mal mel pal pel ral rel sal sel tal tel zal zel';
/** Endings that a body's own name takes, too: none of them makes an English plural or another word of it. */
const FOREIGN_BODY =
  't ot nak nek nal nel ban ben ba be val vel tol rol ra re hoz hez ert n in lla lle lta ssa sta ia illa ille ilta issa ista iin om em ja ju jem u nin nun';
/** "Kaspersky" is an adjective to Slavs. */
const SLAVIC_ADJECTIVE = 'og oga om omu im ih oj iego iemu ego emu eho';
const FOREIGN_SHORT =
  '. s om nin nun den dan in ye yi ov ova ove ovi ovo ovu ovih ovim ovog ovom ovoj jev jeva jeve jevi jevih jevog';
const LONG_NAME = 5;

/**
 * The stem of a word and its endings, or undefined where the word does not change.
 * `lang` is the alias' language tag; `mul` means a firm's or body's own name that every language writes alike. `isEnd`:
 * the word is the last of several, and ambiguous no more, however short.
 */
export function inflect(word: string, lang: string, vendor: boolean, isEnd = false): Inflected | undefined {
  if (lang === 'mul' || lang === 'en') {
    if (!/^[\p{Script=Latin}]+$/u.test(word)) return undefined;
    const isLong = isEnd || word.length >= LONG_NAME;
    if (!vendor) {
      const isOwn = lang === 'mul' && isLong && word !== word.toUpperCase();
      return isOwn ? { stem: word, endings: listOf(`. ${FOREIGN_BODY} ${HU_ASSIMILATED}`) } : undefined;
    }
    if (!isLong) return { stem: word, endings: listOf(FOREIGN_SHORT) };
    if (/sky$/i.test(word)) {
      const kept = FOREIGN.split(' ').map((ending) => (ending === '.' ? 'y' : `y${ending}`));
      return { stem: word.slice(0, -1), endings: listOf(`${kept.join(' ')} ${SLAVIC_ADJECTIVE}`) };
    }
    return { stem: word, endings: listOf(/a$/i.test(word) ? FOREIGN_AFTER_A : `${FOREIGN} ${HU_ASSIMILATED}`) };
  }
  if (!/^[\p{L}\p{M}]{3,}$/u.test(word)) return undefined;
  const low = word.toLowerCase();
  const row = ROWS.find(
    (one) =>
      one.langs.split(' ').some((tag) => lang === tag || lang.startsWith(`${tag}-`)) &&
      low.endsWith(one.ends) &&
      (!one.vendor || vendor),
  );
  if (!row || row.endings === '.') return undefined;
  const stem = word.slice(0, word.length - row.cut);
  // Too little would be left to know the word by ("Mali", "Çad").
  if (stem.length < 3) return undefined;
  return { stem, endings: listOf(row.endings) };
}

const lists = new Map<string, readonly string[]>();

/** The folded endings of a row; equal rows share one list, so that the compiler keeps one set. */
function listOf(endings: string): readonly string[] {
  const folded = [...new Set(endings.split(' ').map((ending) => (ending === '.' ? '' : foldText(ending))))].sort();
  const key = folded.join(' ');
  const list = lists.get(key) ?? folded;
  lists.set(key, list);
  return list;
}
