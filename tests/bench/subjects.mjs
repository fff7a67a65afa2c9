/** Who is measured: the page alone, the floor, the built extension, and highlighters that others publish. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../machine.mjs';
import { atIdle, findAndReplace, floor, markExpression, markList } from './in-page.mjs';
import { NAMES } from './pages.mjs';

const MARK = join(ROOT, 'node_modules', 'mark.js', 'dist', 'mark.min.js');
const REPLACE = join(ROOT, 'node_modules', 'findandreplacedomtext', 'src', 'findAndReplaceDOMText.js');
/** A list of names takes about so long on a page of one megabyte times its megabytes: not run where that is minutes. */
const LONGEST_FOR_LISTS = 2_000_000;

const alone = (start) => `(${atIdle})(${start})`;
const withLibrary = (file, start) =>
  `${readFileSync(file, 'utf8')};(${atIdle})(() => (${start})(${JSON.stringify(NAMES)}))`;

/**
 * In the order they are run. `script` is what enters the page; `isPeer`: measured once a page, not several times;
 * `count`: an expression that says how many are marked.
 */
export const SUBJECTS = [
  { name: 'empty' },
  { name: 'floor', script: alone(floor) },
  {
    name: 'counterpoint',
    extension: true,
    count:
      "[...CSS.highlights].reduce((sum, [name, ranges]) => sum + (name.startsWith('counterpoint-') ? ranges.size : 0), 0)",
  },
  {
    name: 'mark.js, expression',
    isPeer: true,
    script: withLibrary(MARK, markExpression),
    count: "document.querySelectorAll('mark').length",
  },
  {
    name: 'mark.js, list',
    isPeer: true,
    script: withLibrary(MARK, markList),
    count: "document.querySelectorAll('mark').length",
    skips: (page) => page.html.length > LONGEST_FOR_LISTS,
  },
  {
    name: 'findAndReplaceDOMText',
    isPeer: true,
    script: withLibrary(REPLACE, findAndReplace),
    count: "document.querySelectorAll('mark').length",
  },
];
