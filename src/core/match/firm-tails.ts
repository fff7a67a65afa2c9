/**
 * What belongs to a firm's name behind the name itself: "Huawei" + " Technologies Co., Ltd", "大华" + "科技有限公司". Every
 * vendor's name may go on so, in any script, therefore it is a rule and no list of aliases.
 */

/** UTF-16 units behind a name that are looked at. */
const REACH = 64;

/** Legal forms, as they are written; a full stop at the very end is left to the sentence. */
const FORMS = [
  ...capitalised('Company Co Corporation Corp Incorporated Inc Limited Ltd Plc'),
  ...'LLC LLP GmbH GMBH AG BV NV AB Oy Oyj ApS SpA SPA SRL SA SAS SASU SARL Sàrl Kft KFT Zrt ZRT Nyrt UAB OÜ SIA Tbk'.split(
    ' ',
  ),
  ...'srl plc d.o.o DOO doo'.split(' '),
  ...[
    'L.L.C',
    'A/S',
    'B.V',
    'N.V',
    'S.A',
    'S.A.S',
    'S.A.R.L',
    'S.R.L',
    'S.r.l',
    'S.p.A',
    'd. o. o',
    'D.O.O',
    's.r.o',
    's. r. o',
  ],
  ...[
    'Sp. z o.o',
    'sp. z o.o',
    'Sp. z o. o',
    'a.d',
    'A.D',
    'A.Ş',
    'A. Ş',
    'Ltd. Şti',
    'Ltd. Sti',
    'Ltda',
    'S.A. de C.V',
    'K.K',
    'SA de CV',
  ],
  ...[
    'Pty',
    'PTY',
    'Pvt',
    'PVT',
    'Private',
    'Pte',
    'PTE',
    'Sdn. Bhd',
    'Sdn Bhd',
    'SDN BHD',
    'ZAO',
    'OOO',
    'Лтд',
    'Лимитед',
    'ДОО',
    'доо',
    'д.о.о',
  ],
];
/** What stands between a name and its legal form, and says nothing by itself: "Hikvision technology". */
const WITH_FORM = capitalised(
  'Technology Tech Digital Communication Communications Telecommunication Telecommunications Electronics Systems Software Security Innovation Innovations Intelligence Information Network Networks Equipment Holding Holdings Investment Development Science Sciences Lab Labs AI International Global Device Devices Cloud Computing Marine Enterprise Services Solutions Internet',
);
/** Where a firm's daughter is at home, as it stands between the name and the legal form; in brackets any name may. */
const SEATS = capitalised(
  'USA US UK Europe Deutschland Germany France Italia Italy España Spain Portugal Polska Poland Nederland Netherlands Belgium Austria Switzerland Schweiz Sverige Sweden Norway Danmark Denmark Finland Romania Bulgaria Hungary Serbia Ukraine Greece Türkiye Turkey Egypt Kenya Uganda Nigeria Ethiopia Zambia Zimbabwe Ghana Tanzania Pakistan India Bangladesh Australia Canada Japan Korea Malaysia Singapore Thailand Philippines Indonesia Brasil Brazil México Mexico Chile Colombia Perú Peru Ecuador Venezuela Argentina',
);
/** What says by itself that a firm is meant. */
const ALONE = [
  ...capitalised('Technologies Group Grup Gruppe Company'),
  ...'Grubu grubu grupa skupina csoport'.split(' '),
];
/** The same words in letters of other countries, which nobody writes of anything but a firm; an ending may follow. */
const TRANSLITERATED = [
  ...'Tehnolodži Tehnolodžis Teknolodži Teknolodžis Korporejšn Komunikejšns'.split(' '),
  ...'Технолоджи Технолоджиз Технолоджис Текнолоджи Текнолоджиз Текнолоджис Корпорейшн Корп(?!ус) Груп Групп'.split(
    ' ',
  ),
  ...'Технолоџи Технолоџис Технолоџиз Текнолоџи Текнолоџис Корпорејшн Комуникејшнс'.split(' '),
  ...'Коммуникейшнс Коммьюникейшнс Комьюникейшнс Текнолоджі Технолоджі Технолоджіс Текнолоджіс'.split(' '),
  ...'Комунікейшнс Комьюнікейшнс'.split(' '),
  ...'للتكنولوجيا للتقنيات للتقنية للاتصالات الرقمية غروب جروب كوربوريشن كورب المحدودة تكنولوجي تكنولوجيا'.split(' '),
  ...'تكنولوجيز تكنولوجيس كوميونيكيشنز كوميونيكيشن كوميونيكيشنس كوميونكيشنز'.split(' '),
  ...'تکنولوژی تکنولوژیز تکنولوجیز گروپ کورپوریشن کورپ کامیونیکیشنز کامیونیکیشن'.split(' '),
  ...'ٹیکنالوجی ٹیکنالوجیز ٹیکنالوجیس کارپوریشن لمیٹڈ لمٹیڈ کمیونیکیشن کمیونیکیشنز'.split(' '),
  ..."טכנולוגיות טכנולוג'יז טכנולוג'יס טכנולוג׳יס טכנולוג׳יז גרופ קורפוריישן".split(' '),
  ...'टेक्नोलॉजी टेक्नोलॉजिज टेक्नोलोजीज टेक्नोलॉजीज टेक्नोलॉजीज़ टेक्नोलाजी टेक्नोलोजी ग्रुप ग्रूप'.split(' '),
  ...'कॉर्पोरेशन कॉरपोरेशन कारपोरेशन कॉर्प लिमिटेड कम्युनिकेशन कम्युनिकेशंस कम्युनिकेशन्स कम्यूनिकेशन'.split(' '),
  ...'कम्यूनिकेशंस टेलीकम्युनिकेशन टेलीकॉम'.split(' '),
  ...'টেকনোলজি টেকনোলজীস টেকনোলজিস টেকনোলজিজ কর্পোরেশন করপোরেশন লিমিটেড গ্রুপ কমিউনিকেশন কমিউনিকেশনস'.split(' '),
  ...'কমিউনিকেশন্স টেলিকমিউনিকেশন টেলিকমিউনিকেশনস টেলিকম'.split(' '),
  ...'เทคโนโลยี เทคโนโลจี เทคโนโลยีส์ เทคโนโลยีส กรุ๊ป คอร์ปอเรชัน คอร์ปอเรชั่น คอร์ป'.split(' '),
  ...'คอมมูนิเคชัน คอมมูนิเคชั่น คอมมิวนิเคชั่นส์ ቴክኖሎጂ ቴክኖሎጂስ ግሩፕ'.split(' '),
];

/** Words for "digital", before one of those. */
const DIGITAL = 'Didžital|Диџитал|Диджитал|Діджитал|ديجيتال|دیجیتال|डिजिटल|ডিজিটাল|ดิจิทัล|ดิจิตอล|ڈیجیٹل|ٹیلی';

/** Forms that may stand behind a comma; "Dahua, Company officials said" is no name. */
const BEHIND_COMMA = [
  'Inc',
  'INC',
  'Ltd',
  'LTD',
  'LLC',
  'L.L.C',
  'Corp',
  'CORP',
  'S.A',
  'S.p.A',
  'S.r.l',
  'GmbH',
  'Co',
  'CO',
];

const SPACE = '\\s{1,3}';
/** A full stop only behind what is shortened: the next sentence may begin with "Limited". */
const NEXT_FORM = `(?:(?<=(?:C[oO]|C[oO][rR][pP]|L[tT][dD]|P[tT][yY]|P[vV][tT]|P[tT][eE]))\\.,?\\s{0,3}|,\\s{0,3}|${SPACE})`;
const LEGAL_FORMS = `(?:${SPACE}(?:${anyOf(FORMS)})|,${SPACE}(?:${anyOf(BEHIND_COMMA)}))(?:${NEXT_FORM}(?:${anyOf(FORMS)})){0,2}`;
const WORDS = `(?:${SPACE}(?:${anyOf([...WITH_FORM, ...ALONE])})(?: (?:and|&) (?:${anyOf(WITH_FORM)}|Technologies))?){0,3}`;
const SEAT = `(?:${SPACE}(?:${anyOf([...SEATS, 'South Africa'])})|${SPACE}\\(\\p{Lu}\\p{L}+(?:${SPACE}\\p{Lu}\\p{L}+){0,2}\\))?`;
/** Of Hungarian, Finnish and Serbian, behind a word that nothing else goes on from: "Huawei Technologiest". */
const ENDING =
  '(?:(?<=ies|roup|tion|ited)(?:[eo]?t|n[ae]k|[bt][óő]l|r[óő]l|b[ae]n?|r[ae]|h[oe]z|n[áé]l|(?:sz|p|n|d)[ae]l|ért|i?in|i?[aä]|i?ll[ea]|ilt[aä]|iss[aä]|ist[aä]|[au]|om|ov[aeiuo]?))?';
const SPACED = new RegExp(
  [
    `^(?:${WORDS}${SEAT}${LEGAL_FORMS}|(?:${SPACE}(?:${anyOf(WITH_FORM)})){0,2}(?:${SPACE}(?:${anyOf(ALONE)})){1,2})${ENDING}(?![\\p{L}\\p{N}])`,
    `^(?:${SPACE}(?:${DIGITAL}))?(?:${SPACE}(?:${anyOf(TRANSLITERATED)})){1,3}(?:\\p{Script=Cyrillic}{0,3}|[\\p{Script=Bengali}\\p{M}]{0,4})(?![\\p{L}\\p{M}])`,
  ].join('|'),
  'u',
);
const HAN_WORDS =
  '信息|資訊|资讯|网络|網路|網絡|数码|數碼|数字|數字|數位|数位|デジタル|智能|智慧|创新|創新|投资|投資|控股|开发|開發|開発|通讯|通訊|通信|设备|設備|科技|技术|技術|实业|實業|威视|威視';
const UNSPACED = new RegExp(
  [
    `^(?:${HAN_WORDS}){0,4}(?:(?:集团|集團|集団)?(?:股份)?有限(?:责任|責任)?公司|集团|集團|集団|グループ)`,
    `^(?:${HAN_WORDS}){0,4}(?:[・\\s]?(?:ジャパン|日本))?株式会社`,
    '^科技(?![园園馆馆館界战戰股行产產实實含感水创創])',
    // In Japanese the firm, in Chinese what it makes.
    '^技術(?=[)）]|\\p{Script=Hiragana})',
    '^ー?(?:[・\\s]?デジタル)?(?:[・\\s]?(?:テクノロジーズ?|グループ|コーポレーション|コミュニケーションズ|カンパニー)){1,3}(?!\\p{Script=Katakana})',
    '^디지털기술',
    '^(?:\\s?디지털)?(?:\\s?(?:테크놀러지|테크놀로지스?|그룹|코퍼레이션|커뮤니케이션[즈스]?|(?:디지털\\s?)?기술\\s?(?:유한공사|주식회사)|유한공사|홀딩스)){1,3}',
  ].join('|'),
  'u',
);
/** A tail with which a name is a firm's full one: what stands before it then is where the firm is at home. */
const LEGAL = /公司$|[\s,.](?:Co|CO|Ltd|LTD|Limited|LIMITED)$/u;
const HOME =
  /(?:(?:北京|上海|天津|深圳|杭州|浙江|广州|廣州|重庆|重慶|安徽)(?:省|市)?|(?<![\p{L}\p{N}])(?:Hangzhou|Zhejiang|Shenzhen|SZ|Beijing|Shanghai|Guangzhou|Tianjin|Anhui|HANGZHOU|ZHEJIANG|SHENZHEN|BEIJING|SHANGHAI)\s)$/u;
const HOME_REACH = 12;
/** Legal forms that stand before the name: of Japanese, Korean and Indonesian firms. */
const FORM_BEFORE = /(?:(?:株式会社|주식회사|[((]주[))])\s?|[((]株[))]|㈱|(?<![\p{L}\p{N}])PT\.?\s)$/u;
/** None of them ends otherwise. */
const MAY_END = /[\s社사)㈱)]/;
/** None of both begins otherwise. */
const MAY_BEGIN = /[\s.,・ー\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Of two capitals, in a text of capitals, is a word: HUAWEI AG, but not HUAWEI SA FI. */
const SHORT_FORM = /[\s,](?:AG|BV|NV|AB|SA|SAS|SIA|Oy)$/;

function capitalised(words: string): string[] {
  return words.split(' ').flatMap((word) => [word, word.toUpperCase()]);
}

function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.]/g, '\\.').replace(/ /g, '\\s?'))
    .join('|');
}

/**
 * A firm's whole name round the name found at [start, end): with its legal form before it, with what follows, and where a
 * legal form follows with its home.
 * Never behind `to` nor before `from`. UTF-16 offsets.
 */
export function wholeFirm(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { from, to }: { readonly from: number; readonly to: number },
): { readonly start: number; readonly end: number } {
  const before = text.slice(Math.max(from, start - HOME_REACH), start);
  const form = MAY_END.test(before.slice(-1)) ? (FORM_BEFORE.exec(before)?.[0] ?? '') : '';
  const begin = start - form.length;
  if (end >= to || !MAY_BEGIN.test(text.charAt(end))) return { start: begin, end };
  const rest = text.slice(end, Math.min(to, end + REACH));
  const tail = (SPACED.exec(rest) ?? UNSPACED.exec(rest))?.[0] ?? '';
  if (tail === '' || (SHORT_FORM.test(tail) && !/\p{Ll}/u.test(text.slice(start, end)))) return { start: begin, end };
  const home = form === '' && LEGAL.test(tail) ? (HOME.exec(before)?.[0] ?? '') : '';
  return { start: begin - home.length, end: end + tail.length };
}
