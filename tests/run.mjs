/** `npm test`: everything, on a fresh clone too. The last line is `N passed, N failed`, summed over all runners. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment, ensureBrowser, ensureDependencies, howToInstall, ROOT } from './machine.mjs';

const only = process.argv.slice(2);
const reports = join(ROOT, '.output', 'reports');
let passed = 0;
let failed = 0;

/** Runs a command with its output shown; one check that passes or fails as a whole. */
function check(name, command, args, env = {}) {
  if (only.length > 0 && !only.includes(name.split(':')[0])) return true;
  console.log(`\n── ${name}`);
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: childEnvironment(env),
  });
  const good = done.status === 0;
  if (good) passed += 1;
  else failed += 1;
  if (!good) console.log(`✗ ${name} failed${done.error ? `: ${done.error.message}` : ''}`);
  return good;
}

/** Runs a test runner that writes a JSON report with `read` saying how many of its tests passed and failed. */
function runner(name, command, args, file, read, env = {}) {
  if (only.length > 0 && !only.includes(name.split(':')[0])) return;
  console.log(`\n── ${name}`);
  const report = join(reports, file);
  rmSync(report, { force: true });
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: childEnvironment(env),
  });
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')));
    passed += counts.passed;
    failed += counts.failed;
    if (done.status !== 0 && counts.failed === 0) failed += 1;
    if (counts.passed + counts.failed === 0) failed += 1;
  } catch {
    failed += 1;
    console.log(`✗ ${name} wrote no report`);
  }
}

function vitestRunner(name, config, env = {}) {
  const file = `${name}.json`;
  const report = `--outputFile.json=${join(reports, file)}`;
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', report];
  runner(name, 'vitest', args, file, vitest, env);
}

const vitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });
const playwright = ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected });

ensureDependencies();
const browsers = { CHROMIUM_PATH: ensureBrowser('chromium'), FIREFOX_PATH: ensureBrowser('firefox') };
for (const [variable, kind] of [
  ['CHROMIUM_PATH', 'chromium'],
  ['FIREFOX_PATH', 'firefox'],
]) {
  if (browsers[variable]) continue;
  console.log(howToInstall(kind));
  failed += 1;
}
mkdirSync(reports, { recursive: true });

check('lock: no package addresses', 'node', ['tests/node/lock-file.mjs']);
check('prepare', 'wxt', ['prepare']);
check('types: core', 'tsc', ['-p', 'src/core/tsconfig.json']);
check('types: browser', 'tsc', ['-p', 'tsconfig.json']);
check('types: node', 'tsc', ['-p', 'tests/node/tsconfig.json']);
check('lint and format', 'biome', ['ci', '--config-path=.biome.json', '.']);
check('pack: curated', 'node', ['src/cli/main.ts', 'pack', 'check']);
vitestRunner('unit', 'tests/vitest.config.ts');
if (check('build', 'npm', ['run', '-s', 'build'])) {
  check('add-on: web-ext lint', 'node', ['tests/node/addon-lint.mjs']);
  vitestRunner('built', 'tests/built.config.ts');
  vitestRunner('browser', 'tests/browser/vitest.config.ts', browsers);
  runner('e2e', 'playwright', ['test', '--config', 'tests/e2e/playwright.config.ts'], 'e2e.json', playwright, browsers);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
