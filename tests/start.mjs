/**
 * `npm start`: from a bare machine to a browser with Counterpoint on a demo article. Without a display it runs
 * headless: reads, hovers, saves pictures under `.output/demo/`, prints the mentions found.
 * Options: --page FILE-or-URL, --browser chromium|firefox, --headless, --shots (all pictures of all states).
 */
import { spawnSync } from 'node:child_process';
import { childEnvironment, ensureBrowser, ensureDependencies, ensureFonts, howToInstall, ROOT } from './machine.mjs';

const args = process.argv.slice(2);
const optionValue = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const asked = optionValue('--browser');
if (asked && asked !== 'chromium' && asked !== 'firefox') {
  console.error(`--browser takes chromium or firefox (found ${asked})`);
  process.exit(1);
}

function run(command, list, env = {}) {
  return spawnSync(command, list, { cwd: ROOT, stdio: 'inherit', env: childEnvironment(env) }).status ?? 1;
}

ensureDependencies();
const shots = args.includes('--shots');
const wanted = shots ? ['chromium', 'firefox'] : asked ? [asked] : ['chromium', 'firefox'];
const found = {};
for (const kind of wanted) {
  const path = ensureBrowser(kind);
  if (path) found[kind] = path;
  if (path && !shots) break;
}
if (Object.keys(found).length === 0) {
  for (const kind of wanted) console.error(howToInstall(kind));
  process.exit(1);
}
if (run('npm', ['run', '-s', 'build']) !== 0) process.exit(1);
const env = { CHROMIUM_PATH: found.chromium ?? '', FIREFOX_PATH: found.firefox ?? '' };
if (shots) ensureFonts();
if (shots) process.exit(run('node', ['tests/e2e/shots.ts'], env));

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const demo = ['tests/e2e/demo.ts', '--browser', Object.keys(found)[0]];
const page = optionValue('--page');
if (page) demo.push('--page', page);
if (args.includes('--headless') || !hasDisplay) demo.push('--headless');
process.exit(run('node', demo, env));
