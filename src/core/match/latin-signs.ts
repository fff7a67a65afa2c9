/** Small words, letters, beginnings and endings that tell the languages written in Latin letters from one another, by group. */

/** Groups whose languages are written in Latin letters, as files of `assets/context`. */
export const LATIN_GROUPS = [
  'english',
  'iberian',
  'french-italian',
  'romanian',
  'german',
  'nordic',
  'south-slavic',
  'polish',
  'turkish',
  'malay',
  'swahili',
] as const;

interface Signs {
  /** Words up to five letters and letters beyond a to z: of no other group, and those of several. */
  readonly own: string;
  readonly shared: string;
  /** Three letters at either end of longer words. */
  readonly beginnings: string;
  readonly endings: string;
}

/** In the order of the groups; chosen by hand and held against lists of frequent words. */
const SIGNS: readonly Signs[] = [
  {
    own: 'been out you first now made some then way did him such since day next going take work off got much away very right well took night came good know both until used again keep given once old read give takes makes its after about could would there when they into but she says told two year years last where while than these those what how each every the and that with from have this their his were said who which has be our not your',
    shared: 'of by for at was to',
    beginnings: '',
    endings: 'ity ing ght ess ary cal lly ion ons ies nce ure ive',
  },
  {
    own: 'los las por y em ao aos uma os um com não são pela pelo foi está pero como desde sus seu sua dos més amb dels els sobre entre más fue han ser ñ ¿ ¡ seva seves fins',
    shared: 'el para con la que una se del su no este das nem ya son do da e de en ã õ ç á é í ó ú ê â ô à',
    beginnings: 'esp est enc',
    endings: 'dad dos das ado ada ndo ido ión ció ção res nte nto tos mos dor rio cia ria',
  },
  {
    own: 'les est dans pour une sur aux qui ce ne pas leur mais ses ont été le du il che gli della dei nel nella alla sono non delle anche stato dal alle più lo un ou ai agli nei sul sulla dopo loro ha œ è û',
    shared: 'des et au par di per con la que una se del son si de en e da à ù ò ì ê î ç é â ô',
    beginnings: 'che chi pré cou',
    endings: 'eur eux ait ées ois ité ità nza ato tto one ano gio sso zza oni nte nto ire que ant ent ion ons nce ure',
  },
  {
    own: 'și în pe cu din sunt care nu fost prin lui unui unei către după între într să că cea az és hogy egy meg volt ezt csak már mint után azt ami nincs të në dhe për një nga që është janë më ishte ka ir yra buvo kaip dėl iš tik apie savo kas arī vai bija pēc kā gada tika tas kur ș ț ţ ő ű ė ų ā ē ī ķ ļ ņ ģ ū į',
    shared: 'au este ale de nem kad uz par no per el ă ş î á é í ó ö ü ë ą š č ž',
    beginnings: 'înt înc ace meg sze fel shk kër',
    endings:
      'lui lor rea tea tul rul nul ile uri are nak nek ban ben ság ség ból ről ott ett unk iau jos mas iem iet ija osh esh',
  },
  {
    own: 'der die und ist im nicht dem mit für auf von ein eine einem einer zu bei nach wie wird sind hat haben wurde aus als sich es war auch het een van dat niet zijn voor op met aan ook naar bij door uit wordt heeft werd maar deze zich is ß',
    shared: 'das den des was te om of nie en de ö ü ä ë',
    beginnings: 'ver sch ges ein auf aus übe bew uit aan voo ont',
    endings: 'ung cht ich eit sch hen fen ern hte ijk eid oor aal gen ten nen ren ken een ert men',
  },
  {
    own: 'och att är av som inte på til till ikke det er af og ved med för har ett blev fra hos skal efter etter sig ble enn vil eller kan ja ei oli että mutta ovat myös joka sekä ollut niin kun on ole mis kui aga ning oma kes või see eest pole við að sem það å æ ø þ ð utan uten uden ilman',
    shared: 'et den at for om en ö ä õ',
    beginnings: 'för for til upp ove kuu saa tie pää hal',
    endings:
      'het hed rna nde ade igt ska lig ene ede rne lse ssa lla sta stä ssä llä lta ltä taa tää ään ksi oin iin een aan kin nut ust tud nen lle gen ten ren ken men',
  },
  {
    own: 'iz koji koje koja nije što kao će bi ali kako ili ovo zbog gde gdje biti bio bilo kada jer dok oko samo nakon prema tokom u kot tudi ter še bil pred lahko ima ko',
    shared: 'je za od sa su bila na se te da do ki pri v z pod kad uz po č š ž ć đ',
    beginnings: 'raz izv iza pos pog pom pok poz nap obj gra upo',
    endings: 'ija ije iju nja nje nju ske ski kog nog noj ima ost ovi ati iti ila vno tno jem aju vio ata ama ika',
  },
  {
    own: 'w jest się że przez przed dla oraz są tym jego był była było przy co ich jak ten tej tego jako že pro při které který která jsou byl podle jeho proti také nebo roku už ze ako ktoré ktorý sú pre zo vo bol bola podľa alebo aj ł ń ś ż ź ę ř ě ů ď ť ň ľ',
    shared: 'z nie ale po do ve by tak v sa pri pod za od na to je se si ile ą ý ó á í é č š ž ć ú ô',
    beginnings: 'prz dzi wsz wie zos pow roz při pře pod nej chc pos poz pok',
    endings: 'nie cie ych ego owa owy iej nia ści rze ých ení ost ski ana any ého ění ila vat',
  },
  {
    own: 'bir bu için olan gibi daha çok sonra göre oldu değil ama kadar diye etti eden olup ise yeni var yok və üçün görə bütün ğ ı ə İ',
    shared: 'ile ve ki da de ş ç ö ü',
    beginnings: 'gör yap baş kul düz',
    endings: 'yor mek mak nda nde ını nın arı eri ası ına lar ler dan den tan ten rdı ldı aya eye',
  },
  {
    own: 'yang dan dengan untuk dari pada ini itu dalam akan tidak oleh telah juga atau karena warga serta saat bisa ada bagi kata atas orang ke và của các có được cho không là một người đã với trên từ tại về khi vào theo trong bị ra sau ng mga ang ơ ư ạ ĩ',
    shared: 'di para tak sa na đ ă â ê ô à á ì í ò ó ù ú ý ã õ',
    beginnings: 'men mem mel ber pen pem ter seb kem dip dit',
    endings: 'kan nya ang lah gan ian aan ran',
  },
  {
    own: 'wa kwa ni katika cha kuwa hiyo huo hii kama pia yake wake watu vya huku hilo wao zao kila moja baada hayo hizo zake iyo oo uu waa lakini nani wapi huyu yao hao ndani',
    shared: 'ya na za bila la si',
    beginnings: 'kuf kuz kus kut kup wan wal wam wat wak mta mwa mas uta uch ime nch zil yal ali maf mit',
    endings: 'iwa aji dao lia sho ifa aka ika uzi uti usi izi sha shi eza uja ari ini',
  },
];

/** Up to so many letters a word is looked up whole, a longer one at either end. */
export const LONGEST_SIGN = 5;
const EDGE = 3;

/** For each sign a bit for each group that it speaks for. */
interface Table {
  readonly words: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlyMap<string, number>;
  readonly endings: ReadonlyMap<string, number>;
}

let table: Table | undefined;
const own = new Map<number, ReadonlySet<string>>();

/** The words that only this group has: few, to be had before all others are read. */
export function ownWords(group: number): ReadonlySet<string> {
  let words = own.get(group);
  if (!words) {
    words = new Set(SIGNS[group]?.own.split(' '));
    own.set(group, words);
  }
  return words;
}

/** The groups that a word, or a letter beyond a to z, speaks for, a bit for each; 0 for none. */
export function signsIn(text: string, from: number, to: number): number {
  table ??= readTable();
  const word = text.slice(from, to);
  // Of capitals, those that begin a sentence count: their words are no names.
  return table.words.get(text.charCodeAt(from) < 0x61 ? word.toLowerCase() : word) ?? 0;
}

/** The groups that the beginning of a longer word speaks for. */
export function beginningAt(text: string, from: number): number {
  table ??= readTable();
  return table.beginnings.get(text.slice(from, from + EDGE)) ?? 0;
}

/** The groups that its ending speaks for. */
export function endingAt(text: string, to: number): number {
  table ??= readTable();
  return table.endings.get(text.slice(to - EDGE, to)) ?? 0;
}

function readTable(): Table {
  const read = (...parts: readonly (keyof Signs)[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const [group, signs] of SIGNS.entries()) {
      for (const part of parts) {
        for (const sign of signs[part].split(' ')) found.set(sign, (found.get(sign) ?? 0) | (1 << group));
      }
    }
    found.delete('');
    return found;
  };
  return { words: read('own', 'shared'), beginnings: read('beginnings'), endings: read('endings') };
}
