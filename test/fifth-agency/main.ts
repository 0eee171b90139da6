import { deepStrictEqual, ok } from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { agencyNames as agencies } from '@boroughgraph/system/agency-names.ts';
import { type Checkout, makeCheckout } from './checkout.ts';
import { editCopy, fifth } from './edits.ts';
import { startCopy } from './running-copy.ts';
import { otherDataset, tidyFile } from './written-files.ts';

/*
 * `npm run test:fifth-agency`: copies health to a fifth agency in a temporary checkout, with the edits that its README names and
 * no others, and adds a dataset to health by one file; composes, checks types and conventions, starts the system, loads a small file into the new agency and asks for it
 * through the gateway. Prints the files that it touched, and ends with 1 when anything fails.
 */

const folder = `subgraphs/${fifth.name}`;

/** Enters the new workspace in the lock file. Its packages are installed already, since health has them, too. */
const installParameters = 'install --package-lock-only --offline --ignore-scripts --no-audit --no-fund'.split(' ');

/** A dataset that an agency of before gets: one file. */
const addedDataset = 'subgraphs/health/src/datasets/defibrillators.ts';

try {
  await makeFifthAgency();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function makeFifthAgency(): Promise<void> {
  await using checkout = await makeCheckout();
  await step(`copy subgraphs/health to ${folder}, and edit the copy`, () => copyHealth(checkout));
  await step(`add the dataset ${addedDataset}`, () => writeFile(join(checkout.folder, addedDataset), otherDataset));
  const byHand = await checkout.changed();
  await step('npm install', () => checkout.run('npm', ...installParameters));
  await step('npm run compose', () => checkout.run('npm', 'run', '--silent', 'compose'));
  const written = (await checkout.changed()).filter((path) => !byHand.includes(path));
  await step('npm run check:types', () => checkout.run('npm', 'run', '--silent', 'check:types'));
  await step('npm run check:schema', () => checkout.run('npm', 'run', '--silent', 'check:schema'));
  await step('the conventions', () => checkConventions(checkout));
  await step('start, load and ask', () => useSystem(checkout));
  console.log(
    `\nTouched by hand:\n${list(byHand)}\n\nWritten by npm install and npm run compose besides:\n${list(written)}`,
  );
  deepStrictEqual(byHand, [`${folder}/`, addedDataset].toSorted(), 'more than a folder and a file had to be touched');
}

async function step(title: string, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await work();
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s  ${title}`);
}

/** Copies the folder and edits the copy. @throws {Error} when the README does not name an edit. */
async function copyHealth({ folder: root }: Checkout): Promise<void> {
  const readme = await readFile(join(root, 'subgraphs/health/README.md'), 'utf8');
  const [, section = ''] = /^## Copy it for another agency\n([^]*?)^## /m.exec(readme) ?? [];
  const named = [...section.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  await cp(join(root, 'subgraphs/health'), join(root, folder), { recursive: true });
  const edited = await editCopy(join(root, folder));
  const unnamed = edited.filter(
    (file) => !named.some((path) => file === path || (path.endsWith('/') && file.startsWith(path))),
  );
  deepStrictEqual(unnamed, [], 'the README of health does not name these edits');
}

/** All but those that take a database: what is loaded is asked for below. */
async function checkConventions({ run }: Checkout): Promise<void> {
  await run('npx', 'vitest', 'run', 'test/conventions', '--exclude', '**/*.db.test.ts');
}

async function useSystem(from: Checkout): Promise<void> {
  const all = [...agencies.map(({ variables }) => variables.port), agencyNames(fifth.name).variables.port];
  await using system = await startCopy(from, all);
  const file = join(from.folder, 'fires.csv');
  await writeFile(file, tidyFile);
  await system.load(fifth.name, fifth.dataset, file, '--published-at', '2025-02-01');
  const answer = await system.ask(`{
    fireAndRescue { id name indicators { id } dataset(id: "${fifth.dataset}") { latestRelease { publishedAt } } }
    borough(code: "E09000012") { name fire { firesAttended { values latest { value } } } }
  }`);
  deepStrictEqual(answer, {
    fireAndRescue: {
      id: fifth.name,
      name: fifth.title,
      indicators: [{ id: 'fires-attended' }],
      dataset: { latestRelease: { publishedAt: '2025-02-01' } },
    },
    borough: { name: 'Hackney', fire: { firesAttended: { values: [610, 587], latest: { value: 587 } } } },
  });
  const union = await system.ask('{ __type(name: "MeasuredBy") { possibleTypes { name } } }');
  ok(JSON.stringify(union).includes('"FireIndicator"'), 'the new agency is no member of MeasuredBy');
}

function list(paths: readonly string[]): string {
  return paths.map((path) => `  ${path}`).join('\n') || '  nothing';
}
