/** Every subject on every page, in turn, so that whatever else the machine does falls on all of them alike. */
import { rmSync } from 'node:fs';
import { buildExtension, openBrowser, servePages } from './browser.mjs';
import { measureEdits } from './edits.mjs';
import { measureLoad } from './load.mjs';
import { machineFacts } from './machine-facts.mjs';
import { EDITED, PAGES } from './pages.mjs';
import { summarise } from './results.mjs';
import { SUBJECTS } from './subjects.mjs';
import { describe } from './tables.mjs';

const LOADS = Number(process.env.LOADS ?? 3);
const isAsked = (name, parts) => !parts?.length || parts.some((part) => name.includes(part));

/** Gives the tables as Markdown; `parts` and `subjects` are parts of names, all if there are none. */
export async function runPages({ parts, subjects: asked }) {
  const begin = Date.now();
  const pages = [EDITED, ...PAGES].map(({ name, make }) => ({ name, ...make() }));
  const subjects = SUBJECTS.filter(({ name }) => name === 'empty' || isAsked(name, asked));
  const facts = machineFacts();
  const extension = buildExtension();
  const site = await servePages(pages);
  const trial = `${site.address}/0`;
  const ours = subjects.find((subject) => subject.extension);
  const plain = await openBrowser({ trial });
  const withUs = ours && (await openBrowser({ trial, extension, count: ours.count }));
  try {
    const summaries = [];
    for (const [index, page] of pages.entries()) {
      if (page.name === EDITED.name || !isAsked(page.name, parts)) continue;
      const url = `${site.address}/${index}`;
      const runs = await runPage({
        page,
        url,
        subjects,
        contextOf: ({ extension: e }) => (e ? withUs : plain).context,
      });
      const { empty, floor } = runs;
      for (const subject of subjects) {
        if (subject.name === 'empty' || !runs[subject.name]?.length) continue;
        summaries.push(summarise({ page, subject, runs: runs[subject.name], empty, floor }));
      }
      console.error(`${page.name}: ${Math.round((Date.now() - begin) / 1000)} s`);
    }
    const edits =
      withUs && isAsked(EDITED.name, parts)
        ? await measureEdits({ url: trial, plain: plain.context, withUs: withUs.context, count: ours.count })
        : undefined;
    return describe({
      facts: [...facts, `Chromium ${plain.version}`],
      loads: LOADS,
      minutes: (Date.now() - begin) / 60_000,
      summaries,
      edits,
    });
  } finally {
    await plain.close();
    await withUs?.close();
    site.close();
    rmSync(extension, { recursive: true, force: true });
  }
}

/** Runs by subject's name, alternating; peers are loaded once, and left out where they do not come to an end in time. */
async function runPage({ page, url, subjects, contextOf }) {
  const runs = Object.fromEntries(subjects.map(({ name }) => [name, []]));
  for (let load = 0; load < LOADS; load++) {
    for (const subject of subjects) {
      if ((subject.isPeer && load > 0) || subject.skips?.(page)) continue;
      const run = await measureLoad({ context: contextOf(subject), url, subject, page });
      if (run) runs[subject.name].push(run);
      else if (!subject.isPeer) throw new Error(`${page.name} with ${subject.name} did not come to rest`);
    }
  }
  return runs;
}
