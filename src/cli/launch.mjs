/** Runs the command-line tool from its source, installing what is missing first. Only the tool writes to standard output. */
import { spawnSync } from 'node:child_process';
import { childEnvironment, ensureDependencies, ROOT } from '../../tests/machine.mjs';

ensureDependencies();
const done = spawnSync('node', ['src/cli/main.ts', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: childEnvironment({ COUNTERPOINT_CWD: process.cwd(), NODE_NO_WARNINGS: '1' }),
});
process.exit(done.status ?? 1);
