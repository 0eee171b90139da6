import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { agencyNames as agencies } from '@boroughgraph/system/agency-names.ts';
import { type Checkout, makeCheckout } from './checkout.ts';
import { followGuide } from './follow-guide.ts';

/*
 * `npm run test:fifth-agency`: follows schema/JOINING.md in a temporary checkout, which makes a fifth agency and lets a sixth in that is
 * written in Python, and adds a dataset to health by one file. Nothing is edited by hand. Then types, schema, form and conventions of all
 * that was written. Prints how long each command takes, and ends with 1 when anything fails.
 */

/** The agency that the guide makes; nothing in the project names it. */
const fifth = 'fire-and-rescue';
const folder = `subgraphs/${fifth}`;

/** A dataset that an agency of before gets: one file. */
const addedPath = 'subgraphs/health/src/datasets/defibrillators.ts';

let takenMs = 0;

try {
  await makeFifthAgency();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function makeFifthAgency(): Promise<void> {
  await using checkout = await makeCheckout();
  const runScript = (name: string) => step(`npm run ${name}`, () => checkout.run('npm', 'run', '--silent', name));
  const ports = [...agencies.map(({ variables }) => variables.port), agencyNames(fifth).variables.port];
  await followGuide(checkout, ports, step);
  console.log(`${seconds(takenMs)}  all of the guide\n`);
  const byHand = (await checkout.changed()).filter((path) => !isWritten(path));
  deepStrictEqual(byHand, ['fires.csv', 'gateway-keys.env'], 'the guide writes more than an agency and two files');
  await step(`add the dataset ${addedPath}`, () => addDataset(checkout));
  await runScript('compose');
  await runScript('check:types');
  await runScript('check:schema');
  await step('eslint and prettier', () => checkForm(checkout));
  await step('the conventions', () => checkConventions(checkout));
}

async function step(title: string, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  takenMs += ms;
  console.log(`${seconds(ms)}  ${title}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(5)} s`;
}

/** Whether a path is the folder, the lock file, or what `npm run compose` writes. */
function isWritten(path: string): boolean {
  const composed = /^(README\.md$|schema\/|subgraphs\/[a-z-]+\/(src\/generated\/|schema\.graphql$))/;
  return path === `${folder}/` || path === 'package-lock.json' || composed.test(path);
}

function addDataset(checkout: Checkout): Promise<void> {
  // Text and not code: it is a dataset that the project does not have.
  const text = readFileSync(new URL('files/defibrillators.ts.txt', import.meta.url), 'utf8');
  return writeFile(join(checkout.folder, addedPath), text);
}

async function checkForm({ run }: Checkout): Promise<void> {
  await run('npx', 'eslint', folder);
  await run('npx', 'prettier', '--check', folder);
}

/** All but those that take a database: what is loaded was asked for by the guide. */
async function checkConventions({ run }: Checkout): Promise<void> {
  await run('npx', 'vitest', 'run', 'test/conventions', '--exclude', '**/*.db.test.ts');
}
