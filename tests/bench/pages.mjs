/** Generated pages for the benchmark. Same seed, same page: figures of two runs can be compared. */

const WORDS =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years much where your way down should because long each just state those people too mister how little good world make very year still see own work men day get here old between both life being under three never know same last another while us might great go come since against right came take used himself few house use during without again place around however home small found general part once high upon school every number system report government city market water company order public service control policy network value research paper budget minister council question interest change'.split(
    ' ',
  );
const NAMES = ['Huawei', 'Hikvision', 'Dahua', 'Hytera', 'ZTE'];
const PLACES = ['Serbia', 'Belgrade', 'Papua New Guinea', 'the <b>African</b> Union'];

function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Prose with a name about every `every` words; a place stands in a sentence that says why it matters. */
function writer(seed, every = 400) {
  const random = randomFrom(seed);
  let planted = 0;
  const word = () => WORDS[random(WORDS.length)];
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  function sentence() {
    const words = Array.from({ length: 8 + random(14) }, word);
    if (random(every) < words.length) {
      const at = 1 + random(words.length - 1);
      if (random(3)) {
        words.splice(at, 0, NAMES[random(NAMES.length)]);
        planted++;
      } else {
        words.splice(at, 0, 'surveillance', 'cameras', 'of', 'Huawei', 'in', PLACES[random(PLACES.length)]);
        planted += 2;
      }
    }
    if (random(4) === 0) words[random(words.length)] = `<a href="/x">${word()} ${word()}</a>`;
    if (random(6) === 0) words[0] = `<i>${words[0]}</i>`;
    return `${capital(words.join(' '))}.`;
  }
  const paragraph = () => Array.from({ length: 2 + random(4) }, sentence).join(' ');
  return { random, word, sentence, paragraph, count: () => planted };
}

function whole(title, body, script = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>body{font:16px sans-serif;max-width:60em}</style></head><body>${body}${script}</body></html>`;
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

function encyclopedia(bytes) {
  const write = writer(2);
  const parts = ['<main>'];
  let size = 0;
  while (size < bytes) {
    const cells = Array.from(
      { length: 12 },
      () => `<tr><th>${write.word()}</th><td>${write.word()} ${write.word()}</td><td>${write.random(2000)}</td></tr>`,
    );
    const items = Array.from(
      { length: 8 },
      () => `<li><a href="/w">${write.word()}</a> ${write.word()} <small>${write.word()}</small></li>`,
    );
    const section = `<section><h2>${write.word()}</h2>\n<p>${write.paragraph()}<sup><a href="#n">[1]</a></sup></p>\n<p>${write.paragraph()}</p>\n<table><tbody>${cells.join('')}</tbody></table><ul>${items.join('\n')}</ul>\n</section>\n`;
    parts.push(section);
    size += section.length;
  }
  return { html: whole('Encyclopedia', `${parts.join('')}</main>`), planted: write.count() };
}

function specification(bytes) {
  const write = writer(3);
  const parts = ['<div id="spec">'];
  let size = 0;
  while (size < bytes) {
    const lines = Array.from(
      { length: 6 },
      () =>
        `<li><p>If <var>${write.word()}</var> is <a href="#d"><code>${write.word()}</code></a>, then ${write.sentence()}</p></li>`,
    );
    const part = `<h4 id="s">${write.random(99)}.${write.random(99)} ${write.word()}</h4>\n<p>${write.paragraph()}</p>\n<ol>${lines.join('\n')}</ol>\n<p>${write.paragraph()}</p><dl><dt><dfn>${write.word()}</dfn></dt><dd>${write.sentence()}</dd></dl>\n`;
    parts.push(part);
    size += part.length;
  }
  return { html: whole('Specification', `${parts.join('')}</div>`), planted: write.count() };
}

/** 50 cards a second for eight seconds. */
function feed() {
  const write = writer(4, 120);
  const cards = Array.from(
    { length: 400 },
    () =>
      `<h3>${write.sentence()}</h3><p>${write.paragraph()}</p><footer><a href="/a">${write.word()}</a> <time>now</time></footer>`,
  );
  const script = `<script>const cards=${JSON.stringify(cards).replaceAll('</', '<\\/')};const list=document.querySelector('main');let i=0;window.begin=()=>{const t=setInterval(()=>{if(i>=cards.length){clearInterval(t);window.finished=true;return}const c=document.createElement('article');c.innerHTML=cards[i++];list.append(c)},20)}</script>`;
  return { html: whole('Feed', '<main></main>', script), planted: write.count(), finishes: true };
}

/** A subtree of 300 rows rebuilt in every frame for five seconds. */
function application() {
  const write = writer(5, 200);
  const rows = Array.from(
    { length: 300 },
    () => `<tr><td>${write.word()}</td><td>${write.sentence()}</td><td class="n"></td></tr>`,
  );
  const script = `<script>const rows=${JSON.stringify(rows.join('')).replaceAll('</', '<\\/')};const box=document.querySelector('main');let n=0;function frame(){box.innerHTML='<table><tbody>'+rows+'</tbody></table>';box.querySelector('.n').textContent=String(n);if(++n<300)requestAnimationFrame(frame);else window.finished=true}window.begin=()=>requestAnimationFrame(frame)</script>`;
  return { html: whole('Application', '<main></main>', script), planted: write.count(), finishes: true };
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

export const PAGES = {
  article,
  'encyclopedia 1 MB': () => encyclopedia(1_000_000),
  'specification 10 MB': () => specification(10_000_000),
  feed,
  application,
  'shadow roots': shadows,
};
