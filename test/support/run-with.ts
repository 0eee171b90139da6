import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/*
 * `node test/support/run-with.ts NAME=value … PROGRAM ARGUMENTS…`: runs the program of an installed package with variables, and ends as it ends.
 * Windows' shell knows no variables before a command, and starts no program of a package without a shell: this does both wherever Node runs.
 */

const packageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The file that Node runs for a package's program of the same name. */
function findProgram(name: string): string {
  const description = findPackageFile(name);
  const { bin } = packageSchema.parse(JSON.parse(readFileSync(description, 'utf8')));
  const file = typeof bin === 'string' ? bin : bin[name];
  if (file === undefined) throw new Error(`The package ${name} has no program ${name}`);
  return join(dirname(description), file);
}

function findPackageFile(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(`${name}/package.json`);
  } catch (error) {
    throw new Error(`There is no package ${name} whose program could be run: npm ci installs it`, { cause: error });
  }
}

const given = process.argv.slice(2);
const first = given.findIndex((text) => !/^\w+=/.test(text));
const [program, ...programArguments] = first === -1 ? [] : given.slice(first);
if (program === undefined) throw new Error('expected NAME=value and a program, but was given no program');
const env = { ...process.env };
for (const text of given.slice(0, first)) env[text.slice(0, text.indexOf('='))] = text.slice(text.indexOf('=') + 1);
const child = spawn(process.execPath, [findProgram(program), ...programArguments], { env, stdio: 'inherit' });
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
