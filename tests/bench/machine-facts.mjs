/** What the figures were measured with. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../machine.mjs';

const PACKAGES = ['mark.js', 'findandreplacedomtext', '@playwright/test', 'wxt'];

/** One line a fact; call it before the run, since the run is a load itself. */
export function machineFacts() {
  const versionOf = (name) =>
    JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `Processor: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, no graphics card used`,
    `Load before the run (1, 5, 15 minutes): ${load.join(', ')}`,
    `Node ${process.version.slice(1)}; packages: ${PACKAGES.map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
  ];
}
