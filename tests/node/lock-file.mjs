/** Fails if the lock file names where packages come from: that differs from machine to machine. */
import { readFileSync } from 'node:fs';

const lines = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8').split('\n');
const found = lines.findIndex((line) => line.includes('"resolved": "http'));
if (found >= 0) {
  console.log(
    `package-lock.json:${found + 1}: names an address; set omit-lockfile-registry-resolved and write it again`,
  );
  process.exit(1);
}
