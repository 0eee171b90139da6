import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { readAgencies } from '../agencies/agencies.ts';
import { AgencyDescriptionError } from '../agencies/agency.ts';
import { projectRoot } from '../project-root.ts';
import { agencyFiles } from './agency-files.ts';
import { describeNewAgency, type NewAgency, NewAgencyError } from './agency-words.ts';
import { findTakenNames } from './taken-names.ts';

/*
 * `npm run subgraph:new -- NAME`: the folder of a new agency, entered in the lock file and composed into the graph. Ends with 1 where it
 * cannot be made as it was asked for, and leaves nothing of it; with 2 where the command is not one.
 */

const usage = `Usage: npm run subgraph:new -- NAME [--title TITLE] [--dataset ID]
  NAME       the agency, in kebab-case, such as fire-and-rescue
  --title    its name for people ("Fire and rescue" unless told)
  --dataset  the id of its first dataset, and of the measure in it (NAME-example unless told)`;

const root = fileURLToPath(projectRoot);
/** Enters the workspace in the lock file; its packages are those of the others. */
const installParameters = 'install --package-lock-only --offline --ignore-scripts --no-audit --no-fund'.split(' ');

function readCommand(): NewAgency {
  const options = { title: { type: 'string' }, dataset: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new RangeError(usage);
  const ports = readAgencies().map(({ port }) => port);
  return describeNewAgency(name, values, Math.max(4000, ...ports) + 1);
}

async function makeAgency(agency: NewAgency): Promise<void> {
  const taken = findTakenNames(agency);
  if (taken.length > 0) throw new NewAgencyError(`${agency.name} cannot be made:\n  ${taken.join('\n  ')}`);
  const folder = new URL(`subgraphs/${agency.name}/`, projectRoot);
  try {
    await writeAgency(folder, agency);
    await compose();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // What is composed is without it again.
    await compose().catch(() => undefined);
    throw error;
  }
  await run('npm', ...installParameters).catch((cause: unknown) => {
    throw new NewAgencyError(`subgraphs/${agency.name} is made, but not in the lock file: run npm install`, { cause });
  });
}

async function writeAgency(folder: URL, agency: NewAgency): Promise<void> {
  for (const { path, content } of agencyFiles(agency)) {
    const url = new URL(path, folder);
    await mkdir(dirname(fileURLToPath(url)), { recursive: true });
    await writeFile(url, content, { flag: 'wx' });
  }
  // How long lines are depends on the names in them.
  await run('node_modules/.bin/prettier', '--write', '--log-level', 'warn', fileURLToPath(folder));
}

const compose = () => run('npm', 'run', '--silent', 'compose');

async function run(file: string, ...parameters: readonly string[]): Promise<void> {
  await promisify(execFile)(file, parameters, { cwd: root });
}

function describeMade({ name, dataset, port }: NewAgency): string {
  return `subgraphs/${name} is an agency of the graph, on port ${port}, with the dataset ${dataset}. To go on:
  npm start                                        serves it with the others
  npm run load -- ${name} ${dataset} FILE
  npm test -w subgraphs/${name}
subgraphs/${name}/README.md says what to make of it.`;
}

try {
  const agency = readCommand();
  await makeAgency(agency);
  console.log(describeMade(agency));
} catch (error) {
  const isForPerson = error instanceof NewAgencyError || error instanceof AgencyDescriptionError;
  if (!isForPerson && !(error instanceof RangeError || error instanceof TypeError)) throw error;
  console.error(isForPerson ? error.message : usage);
  process.exitCode = isForPerson ? 1 : 2;
}
