/**
 * `npm run -s bench`: what Counterpoint costs a page, measured from outside with the built extension, beside a floor and
 * published highlighters on the same pages in the same run. Writes docs/performance.md when all of it was run.
 *
 * `-- PART …` only pages whose name holds one of the parts; `--subject a,b` only subjects whose name holds one;
 * `--write` writes all the same; `--engine` the string engines; `--session` a long session. Variables: LOADS (3), how
 * often each page is loaded; EXTENSION, a folder with another build.
 */
import { parseArgs } from 'node:util';
import { runPages } from './matrix.mjs';
import { writeSection } from './report.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    subject: { type: 'string' },
    write: { type: 'boolean' },
    engine: { type: 'boolean' },
    session: { type: 'boolean' },
  },
});

async function runAsked() {
  if (values.engine) {
    const { runEngines } = await import('./engine.mjs');
    const { runGate } = await import('./gate.mjs');
    const gate = await runGate();
    return { section: 'engines', text: `${await runEngines()}\n\n${gate}`, isWhole: true };
  }
  if (values.session) {
    const { runSession } = await import('./session.mjs');
    return { section: 'session', text: await runSession(), isWhole: true };
  }
  const text = await runPages({ parts: positionals, subjects: values.subject?.split(',') });
  return { section: 'pages', text, isWhole: positionals.length === 0 && values.subject === undefined };
}

const { section, text, isWhole } = await runAsked();
console.log(text);
if (isWhole || values.write) writeSection(section, text);
