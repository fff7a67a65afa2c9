/** docs/performance.md: one section for each part of the benchmark, rewritten by its run and left alone by the others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../machine.mjs';

const FILE = join(ROOT, 'docs', 'performance.md');
const SECTIONS = {
  pages: 'Pages',
  session: 'A long session',
  engines: 'String engines',
};
const HEAD = `# Performance

What Counterpoint costs a page, beside what others cost. Every figure on this page was printed and written by the
benchmark (\`npm run -s bench\`, \`-- --session\`, \`-- --engine\`); milliseconds are those of the machine named, ratios carry.
`;

/** Puts `text` in the place of the section's last one. */
export function writeSection(section, text) {
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const parts = Object.entries(SECTIONS).map(([name, title]) => {
    const kept = between(old, name);
    const body = name === section ? text.trim() : kept;
    return body && `## ${title}\n\n${open(name)}\n${body}\n${close(name)}\n`;
  });
  writeFileSync(FILE, [HEAD, ...parts.filter(Boolean)].join('\n'));
}

const open = (name) => `<!-- ${name}: written by the benchmark -->`;
const close = (name) => `<!-- end of ${name} -->`;

function between(text, name) {
  const from = text.indexOf(open(name));
  const to = text.indexOf(close(name));
  return from < 0 || to < from ? undefined : text.slice(from + open(name).length, to).trim();
}
