/** `npm test`: everything, on a fresh clone too. The last line is `N passed, N failed`, summed over all runners. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { childEnvironment, ensureBrowser, ensureDependencies, howToInstall, ROOT } from './machine.mjs';

const only = process.argv.slice(2);
const reports = join(ROOT, '.output', 'reports');
let passed = 0;
let failed = 0;
/** What failed and how, for the end: whoever sees only the last lines sees these. */
const faults = [];

function fault(name, how = '') {
  failed += 1;
  faults.push(`✗ ${name}${how}`);
}

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
  else fault(name, done.error ? `: ${done.error.message}` : '');
  return good;
}

/** Runs a test runner that writes a JSON report; `read` gives how many of its tests passed, and what failed. */
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
    for (const { title, message } of counts.failures) fault(`${name}: ${title}`, `\n  ${firstLines(message)}`);
    if (counts.failures.length > 0) return;
    if (done.status !== 0) fault(name, ` ended with ${done.status ?? done.signal}`);
    else if (counts.passed === 0) fault(name, ' ran no test');
  } catch {
    fault(name, ' wrote no report');
  }
}

function vitestRunner(name, config, env = {}) {
  const file = `${name}.json`;
  const report = `--outputFile.json=${join(reports, file)}`;
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', report];
  runner(name, 'vitest', args, file, vitest, env);
}

const firstLines = (message) =>
  stripVTControlCharacters(message ?? '')
    .split('\n')
    .slice(0, 8)
    .join('\n  ');

function vitest({ numPassedTests, testResults }) {
  const failures = [];
  for (const { name, status, message, assertionResults } of testResults) {
    const red = assertionResults.filter((one) => one.status === 'failed');
    for (const one of red) failures.push({ title: one.fullName, message: one.failureMessages.join('\n') });
    // A file that could not be run has no tests.
    if (status === 'failed' && red.length === 0) failures.push({ title: basename(name), message });
  }
  return { passed: numPassedTests, failures };
}

function playwright({ stats, suites, errors }) {
  const failures = errors.map(({ message }) => ({ title: 'outside any test', message }));
  function collect({ title, suites = [], specs = [] }, path) {
    const names = [...path, title];
    for (const suite of suites) collect(suite, names);
    for (const spec of specs.filter((one) => !one.ok)) {
      const results = spec.tests.flatMap((one) => one.results);
      const message = results.map(({ error }) => error?.message).find(Boolean);
      failures.push({ title: [...names, spec.title].join(' › '), message });
    }
  }
  for (const suite of suites) collect(suite, []);
  return { passed: stats.expected + stats.flaky, failures };
}

ensureDependencies();
const browsers = { CHROMIUM_PATH: ensureBrowser('chromium'), FIREFOX_PATH: ensureBrowser('firefox') };
for (const [variable, kind] of [
  ['CHROMIUM_PATH', 'chromium'],
  ['FIREFOX_PATH', 'firefox'],
]) {
  if (browsers[variable]) continue;
  fault(howToInstall(kind));
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

console.log(['', ...faults, ''].join('\n'));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
