/** The command-line tool: `scan`, `pack` and `score`. Arguments and exit codes; the work is elsewhere. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packCommand } from './pack.ts';
import { scanCommand } from './scan.ts';
import { scoreCommand } from './score.ts';

const USAGE = `scan FILE…             mentions in HTML or text files: line, entity, kept or left out, why
  --explain            adds the words of the text that decided
  --pack FILE          names of another pack (a file, or a folder with pack.json, entities/ and claims/)
scan --format jsonl    reads {"id","text","lang"?} lines from standard input, writes {"id","mentions":[…]} lines
score [FILE]           precision and recall on a labelled corpus, naive finders beside it
pack check|diff|schema see "pack" without arguments`;

/** The folder that holds `assets`: above this file, as source and as bundle. */
function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'assets', 'evidence', 'pack.json'))) return folder;
    if (dirname(folder) === folder)
      throw new Error('the folder "assets" with the curated pack is not above this program');
  }
}

const [command, ...args] = process.argv.slice(2);
// The launcher runs in the project; what a person names is meant from where they stand.
if (process.env.COUNTERPOINT_CWD) process.chdir(process.env.COUNTERPOINT_CWD);
const root = projectRoot();

switch (command) {
  case 'scan':
    process.exitCode = await scanCommand(args, root);
    break;
  case 'pack':
    process.exitCode = await packCommand(args, root);
    break;
  case 'score':
    process.exitCode = await scoreCommand(args, root);
    break;
  default:
    console.error(USAGE);
    process.exitCode = command === undefined || command === '--help' ? 0 : 2;
}
