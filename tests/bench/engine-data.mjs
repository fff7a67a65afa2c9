/**
 * Names and text for the benchmark of string engines. Generated with fixed seeds: two runs see the same. The shorter
 * list of names is the beginning of the longer one, and the text is the same for all of them.
 */

const ENGLISH =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because long each just state people little how good world make very year still see own work men day get here old between both life being under three never know same last another while us might great go come since against right came take used himself few house use during without again place around however home small found general part once high upon school every number system report government city market water company order public service control policy network value research paper budget minister council question interest change'.split(
    ' ',
  );
const GERMAN =
  'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei Zeit Jahr Menschen Stadt Frage Arbeit Regierung Land Welt Haus Leben Tag Recht Teil Wasser Weg'.split(
    ' ',
  );
const SPANISH =
  'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras gobierno ciudad agua vida tiempo'.split(
    ' ',
  );
const RUSSIAN =
  'и в не на я быть он с что а по это она этот к но они мы весь который из у то за свой о так один от такой для ты же все год вы человек сказать только или ещё бы себя когда как уже первый нет время если сам другой до вот жизнь дело город вода страна работа вопрос власть'.split(
    ' ',
  );
const HAN =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运'.split(
    '',
  );

const ONSETS = 'b c d f g h j k l m n p r s t v w z br ch dr gr kr sh st tr'.split(' ');
const VOWELS = 'a e i o u a e i ai ou ea oo'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'm', 'k', 'nd', 'rt', 'ng'];
const CYRILLIC =
  'ба бо ве ви га го да до же за зе ка ко ла ле ма ми на но па по ра ро са се та то фа ха це ча ше'.split(' ');
const ARABIC = 'با دو را سي شا صو طا عب غا فو قا كر لا مي نو ها'.split(' ');
const BEFORE = 'New North South San Santa Saint Great The Upper East West Port Lake Mount'.split(' ');
const AFTER =
  'County,City,University,Group,Holdings,Technologies,Ltd,Bank,Council,Province,Institute,Industries,Systems,Energy,River,District Council,Securities Ltd,Municipal District,Research Institute,of the North,and Sons'.split(
    ',',
  );
const HAN_AFTER = '镇乡县市区村省港厂院社'.split('');
const SMALL = ['de ', 'van ', 'von ', 'al-', 'ad-'];

export const TEXT_UNITS = 1_000_000;
const WORDS_A_NAME = 400;
/** The text holds names of the shortest list only, so that each size has the same to find. */
export const PLANTED_FROM = 60;

/** Even numbers from a seed (a linear congruential generator, constants of Numerical Recipes). */
function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function speaker(random) {
  const pick = (list) => list[random(list.length)];
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const latin = () => Array.from({ length: 2 + random(2) }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
  const from = (syllables, least, more) => Array.from({ length: least + random(more) }, () => pick(syllables)).join('');
  /** The lower a word stands in its list, the oftener it is taken, as in prose. */
  const frequent = (list) => list[random(1 + random(list.length))];
  return { pick, capital, latin, from, frequent };
}

/** So many different names: places, firms, persons and bodies in four scripts, one in a hundred beginning small. */
export function makeNames(count) {
  const random = randomFrom(11);
  const { pick, capital, latin, from } = speaker(random);
  const proper = () => capital(latin());
  const name = () => {
    const kind = random(100);
    if (kind < 20) return proper();
    if (kind < 28) return `${pick(BEFORE)} ${proper()}`;
    if (kind < 60) return `${proper()} ${pick(AFTER)}`;
    if (kind < 76) return `${proper()} ${proper()}`;
    if (kind < 81) return `${proper()} ${proper()} ${pick(AFTER)}`;
    if (kind < 83) return Array.from({ length: 3 + random(3) }, () => pick(ONSETS)[0].toUpperCase()).join('');
    if (kind < 90) return capital(from(CYRILLIC, 3, 3)) + (random(2) ? '' : ` ${capital(from(CYRILLIC, 3, 2))}`);
    if (kind < 93) return from(ARABIC, 3, 2) + (random(2) ? '' : ` ${from(ARABIC, 3, 2)}`);
    if (kind < 99) return from(HAN, 2, 3) + pick(HAN_AFTER);
    return pick(SMALL) + proper();
  };
  const names = new Set();
  while (names.size < count) names.add(name());
  return [...names];
}

/** A million units of prose in five languages, a name about every 400 words. Two bytes a unit, as pages in them are. */
export function makeText(names) {
  const random = randomFrom(12);
  const { pick, capital, latin, from, frequent } = speaker(random);
  const planted = names.slice(0, PLANTED_FROM);
  const isHan = (name) => /\p{Script=Han}/u.test(name);
  const han = planted.filter(isHan);
  const spaced = planted.filter((name) => !isHan(name));
  const word = (list, rare) => {
    const kind = random(100);
    if (kind < 74) return frequent(list);
    if (kind < 95) return rare();
    return capital(rare());
  };
  const sentence = (list, rare) => {
    const words = Array.from({ length: 8 + random(16) }, () => word(list, rare));
    words[0] = capital(words[0]);
    if (random(WORDS_A_NAME) < words.length) words.splice(1 + random(words.length - 1), 0, pick(spaced));
    if (random(2)) words[random(words.length - 1)] += ',';
    return `${words.join(' ')}.`;
  };
  const chinese = () => {
    const letters = Array.from({ length: 12 + random(30) }, () => frequent(HAN));
    if (han.length > 0 && random(WORDS_A_NAME) < letters.length / 2)
      letters.splice(random(letters.length), 0, pick(han));
    return `${letters.join('')}。`;
  };
  const cyrillic = () => from(CYRILLIC, 2, 4);
  const paragraph = () => {
    const kind = random(100);
    const speak =
      kind < 60
        ? () => sentence(ENGLISH, latin)
        : kind < 72
          ? () => sentence(GERMAN, latin)
          : kind < 84
            ? () => sentence(SPANISH, latin)
            : kind < 94
              ? () => sentence(RUSSIAN, cyrillic)
              : chinese;
    return Array.from({ length: 3 + random(5) }, speak).join(' ');
  };
  let text = '';
  while (text.length < TEXT_UNITS) text += `${paragraph()}\n`;
  return text.slice(0, TEXT_UNITS);
}
