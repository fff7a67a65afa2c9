/** Mozilla's own linter over the built Firefox add-on: no error, and no warning but the one that Preact brings. */
import { spawnSync } from 'node:child_process';

/** Preact's `dangerouslySetInnerHTML`, which nothing of ours uses: one in each bundle that holds Preact. */
const KNOWN = 'UNSAFE_VAR_ASSIGNMENT';

const args = ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json', '--no-config-discovery'];
const { stdout } = spawnSync('web-ext', args, { encoding: 'utf8' });
const report = JSON.parse(stdout.slice(stdout.indexOf('{')));
const faults = [...report.errors, ...report.warnings.filter(({ code }) => code !== KNOWN)];
for (const { code, file, message } of faults) console.log(`${file}: ${code}: ${message}`);
console.log(`web-ext lint: ${report.summary.errors} errors, ${report.summary.warnings} warnings`);
process.exit(faults.length === 0 ? 0 : 1);
