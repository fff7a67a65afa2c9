/**
 * Generated pages for the benchmark. Same seed, same page: figures of two runs can be compared. Each starts by itself and
 * sets `finishedAt` once it changes no more, if it changes at all.
 */
import { FIRST_MARK } from './trace.mjs';

const WORDS =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because long each just state those people too mister how little good world make very year still see own work men day get here old between both life being under three never know same last another while us might great go come since against right came take used himself few house use during without again place around however home small found general part once high upon school every number system report government city market water company order public service control policy network value research paper budget minister council question interest change'.split(
    ' ',
  );
/** Names that count alone. */
const VENDORS =
  'Huawei,Hikvision,Dahua,Hytera,ZTE,Nuctech,SenseTime,Megvii,iFlytek,Verkada,Yitu,Tiandy,Uniview,CloudWalk,Cellebrite,Intellexa,NSO Group,Meiya Pico,Clearview AI,CEIEC,Axis Communications,China Mobile,China Telecom,China Unicom,DJI,Palantir,ByteDance,Inspur'.split(
    ',',
  );
/** Names that count where the sentence says why. */
const PLACES =
  'Serbia,Belgrade,Papua New Guinea,African Union,Zambia,Uganda,Ethiopia,Kenya,Nigeria,Ecuador,Bolivia,Venezuela,Argentina,Algeria,Egypt,Cameroon,Ghana,Zimbabwe,Mauritius,Pakistan,Lahore,Islamabad,Kazakhstan,Kyrgyzstan,Tajikistan,Uzbekistan,Myanmar,Philippines,Solomon Islands,Johannesburg,South Africa,Xinjiang'.split(
    ',',
  );

/** All names in the pages: the highlighters of others get these sixty. */
export const NAMES = [...VENDORS, ...PLACES];

function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Names of bodies stand over two elements: what runs over an element's edge is one name all the same. */
const inBold = (name) => name.replace('African', '<b>African</b>');

/** Prose with a name about every `every` words; a place stands in a sentence that says why it matters. */
function writer(seed, every = 400) {
  const random = randomFrom(seed);
  let planted = 0;
  const word = () => WORDS[random(WORDS.length)];
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  function sentence() {
    const words = Array.from({ length: 8 + random(14) }, word);
    if (random(4) === 0) words[random(words.length)] = `<a href="/x">${word()} ${word()}</a>`;
    if (random(6) === 0) words[0] = `<i>${words[0]}</i>`;
    if (random(every) < words.length) {
      const at = 1 + random(words.length - 1);
      if (random(3)) {
        words.splice(at, 0, VENDORS[random(VENDORS.length)]);
        planted++;
      } else {
        words.splice(at, 0, 'surveillance', 'cameras', 'of', 'Huawei', 'in', inBold(PLACES[random(PLACES.length)]));
        planted += 2;
      }
    }
    return `${capital(words.join(' '))}.`;
  }
  const paragraph = () => Array.from({ length: 2 + random(4) }, sentence).join(' ');
  return { random, word, sentence, paragraph, count: () => planted };
}

function whole(title, body, script = '') {
  return `<!doctype html><html lang="en"><head><script>performance.mark('${FIRST_MARK}')</script><meta charset="utf-8"><title>${title}</title><style>body{font:16px sans-serif;max-width:60em}</style></head><body>${body}${script}</body></html>`;
}

function article() {
  const write = writer(1);
  let body =
    '<header><nav><ul>' +
    '<li><a href="/">News</a></li>'.repeat(20) +
    '</ul></nav></header><main><article><h1>Report</h1>';
  while (body.length < 30_000) body += `<p>${write.paragraph()}</p>\n`;
  return { html: whole('Article', `${body}</article></main>`), planted: write.count() };
}

/** 1 MB: 25,000 elements, as many text nodes, half a million letters. */
function encyclopedia(bytes, every) {
  const write = writer(2, every);
  const parts = ['<main>'];
  const link = () => {
    const name = write.word();
    return `<a href="/wiki/${name}" class="mw-redirect" title="${name}">${name}</a>`;
  };
  const note = () => `<sup class="reference" id="cite_ref-${write.random(999)}"><a href="#cite_note-9">[9]</a></sup>`;
  let size = 0;
  while (size < bytes) {
    const rows = Array.from(
      { length: 9 },
      () =>
        `<tr><th scope="row">${write.word()}</th><td>${write.word()} ${write.word()} ${write.random(2000)}</td></tr>`,
    );
    const items = Array.from({ length: 6 }, () => `<li>${link()} ${write.word()} ${write.word()}</li>`);
    const paragraphs = Array.from({ length: 3 }, () => `<p>${write.paragraph()}${note()}</p>\n`);
    const section = `<section><h2 id="part-${write.random(999)}">${write.word()}</h2>\n${paragraphs.join('')}<table class="infobox vcard"><tbody>${rows.join('')}</tbody></table><ul>${items.join('\n')}</ul>\n</section>\n`;
    parts.push(section);
    size += section.length;
  }
  return { html: whole('Encyclopedia', `${parts.join('')}</main>`), planted: write.count() };
}

/** 10 MB: 190,000 elements, 255,000 text nodes, seven million letters. */
function specification(bytes) {
  const write = writer(3, 470);
  const parts = ['<div id="spec">'];
  let size = 0;
  while (size < bytes) {
    const lines = Array.from(
      { length: 6 },
      (_, i) =>
        `<li id="step-${i}"><p>If <var>${write.word()}</var> is ${i % 6 ? write.word() : `<a href="#dom-${write.word()}" id="ref-for-dom-${write.random(99)}"><code>${write.word()}</code></a>`}, then ${write.sentence()}</p></li>`,
    );
    const part = `<h4 class="heading settled" id="s-${write.random(9999)}">${write.random(99)}.${write.random(99)} ${write.word()}</h4>\n<p>${write.paragraph()}</p>\n<ol class="algorithm">${lines.join('\n')}</ol>\n<p>${write.paragraph()}</p><dl><dt><dfn class="dfn-paneled idl-code" data-export="">${write.word()}</dfn></dt><dd>${write.sentence()}</dd></dl>\n`;
    parts.push(part);
    size += part.length;
  }
  return { html: whole('Specification', `${parts.join('')}</div>`), planted: write.count() };
}

/** Appends a card every 20 ms. Runs in the page, as text. */
function playFeed(cards) {
  const list = document.querySelector('main');
  let next = 0;
  addEventListener('load', () => {
    const timer = setInterval(() => {
      const card = document.createElement('article');
      card.innerHTML = cards[next++];
      list.append(card);
      if (next < cards.length) return;
      clearInterval(timer);
      window.finishedAt = performance.now();
    }, 20);
  });
}

/** Builds a table anew in each of 300 frames. Runs in the page, as text. */
function playApplication(rows) {
  const box = document.querySelector('main');
  let frames = 0;
  function frame() {
    box.innerHTML = `<table><tbody>${rows}</tbody></table>`;
    box.querySelector('.n').textContent = String(frames++);
    if (frames < 300) requestAnimationFrame(frame);
    else window.finishedAt = performance.now();
  }
  addEventListener('load', () => requestAnimationFrame(frame));
}

const playing = (play, data) => `<script>(${play})(${JSON.stringify(data).replaceAll('</', '<\\/')})</script>`;

/** 50 cards a second for eight seconds. */
function feed() {
  const write = writer(4, 120);
  const cards = Array.from(
    { length: 400 },
    () =>
      `<h3>${write.sentence()}</h3><p>${write.paragraph()}</p><footer><a href="/a">${write.word()}</a> <time>now</time></footer>`,
  );
  return { html: whole('Feed', '<main></main>', playing(playFeed, cards)), planted: write.count(), finishes: true };
}

/** A table of 100 rows rebuilt in every frame for five seconds. */
function application() {
  const write = writer(5, 60);
  const rows = Array.from(
    { length: 100 },
    () => `<tr><td>${write.word()}</td><td>${write.sentence()}</td><td class="n"></td></tr>`,
  );
  const html = whole('Application', '<main></main>', playing(playApplication, rows.join('')));
  return { html, planted: write.count(), finishes: true };
}

function shadows() {
  const write = writer(6, 60);
  const hosts = Array.from(
    { length: 40 },
    () =>
      `<section><x-part><template shadowrootmode="open"><div><p>${write.paragraph()}</p><p>${write.paragraph()}</p></div></template></x-part></section>`,
  );
  return { html: whole('Shadow roots', `<main>${hosts.join('')}</main>`), planted: write.count() };
}

/** Appends a card of new text every 20 ms without end and keeps the last 500. Runs in the page, as text. */
function playEndless({ words, names }) {
  const list = document.querySelector('main');
  const any = (of) => of[Math.floor(Math.random() * of.length)];
  const sentence = () => Array.from({ length: 12 }, () => any(Math.random() < 0.01 ? names : words)).join(' ');
  window.played = 0;
  setInterval(() => {
    const card = document.createElement('article');
    card.innerHTML = `<h3>${sentence()}</h3><p>${sentence()}. ${sentence()}.</p><footer><a href="/a">${any(words)}</a></footer>`;
    list.append(card);
    if (++window.played > 500) list.firstElementChild.remove();
  }, 20);
}

/** The page of the long session: it never ends. */
export const ENDLESS = {
  name: 'endless',
  make: () => ({ html: whole('Endless', '<main></main>', playing(playEndless, { words: WORDS, names: VENDORS })) }),
};

/** Changes one text in each of some frames. Runs in the page, as text. */
function tick(frames) {
  const clock = document.querySelector('p').firstChild;
  return new Promise((done) => {
    const frame = (left) => {
      clock.data = `nobody ${left}`;
      if (left > 0) requestAnimationFrame(() => frame(left - 1));
      else requestAnimationFrame(done);
    };
    frame(frames);
  });
}

/** Changes 2,000 texts and takes away 2,000 others, with a mark of time after each step. Runs in the page, as text. */
function edit() {
  const all = [...document.querySelectorAll('p')];
  const texts = all.slice(1_000, 3_000).map((one) => one.firstChild);
  const doomed = all.slice(5_000, 7_000);
  performance.mark('begun');
  for (const text of texts) text.data = 'nobody is named here now';
  performance.mark('changed');
  for (const one of doomed) one.remove();
  performance.mark('removed');
}

/** 10,000 paragraphs that name somebody each. */
function edited() {
  const write = writer(7);
  const body = Array.from({ length: 10_000 }, () => `<p>${write.word()} Huawei ${write.word()}</p>`).join('\n');
  return { html: whole('Edited', body, `<script>${edit};${tick}</script>`), planted: 10_000 };
}

/** The page on which `edit()` and `tick()` are called. */
export const EDITED = { name: 'edits', make: edited };

export const PAGES = [
  { name: 'article', make: article },
  { name: 'quiet 1 MB', make: () => encyclopedia(1_000_000, Number.POSITIVE_INFINITY) },
  { name: 'encyclopedia 1 MB', make: () => encyclopedia(1_000_000, 330) },
  { name: 'specification 10 MB', make: () => specification(10_000_000) },
  { name: 'feed', make: feed },
  { name: 'application', make: application },
  { name: 'shadow roots', make: shadows },
];
