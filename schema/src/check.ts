import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { composeSubgraphs, CompositionError, type Composition } from './compose.ts';
import { lintSchema } from './lint.ts';
import { projectRoot, readSubgraphSchemas } from './subgraph-schema.ts';

/** The committed files that composition makes, from the project's folder. */
const composedFiles = (composition: Composition) => [
  { path: 'schema/supergraph.graphql', content: composition.supergraphSdl },
  { path: 'schema/api.graphql', content: composition.apiSdl },
];

/**
 * Composes the subgraphs and writes what they make; the paths written, from the project's folder.
 *
 * @throws {CompositionError} when the subgraphs do not compose; nothing is written then.
 */
export async function writeComposition(): Promise<readonly string[]> {
  const files = composedFiles(composeSubgraphs(readSubgraphSchemas()));
  await Promise.all(files.map(({ path, content }) => writeFile(new URL(path, projectRoot), content)));
  return files.map(({ path }) => path);
}

/** A line for each rule that a subgraph's schema breaks; a problem of core.graphql is named once. Empty where none is. */
export function checkRules(): readonly string[] {
  return [...new Set(readSubgraphSchemas().flatMap(({ typeDefs }) => lintSchema(typeDefs)))];
}

/** A line for each composed file that is not what the subgraphs make, or for each reason why they make nothing. */
export async function checkComposition(): Promise<readonly string[]> {
  try {
    const files = composedFiles(composeSubgraphs(readSubgraphSchemas()));
    const stale = await Promise.all(
      files.map(async ({ path, content }) => ((await readText(path)) === content ? [] : [path])),
    );
    return stale.flat().map((path) => `${path} is not what the subgraphs make. Run: npm run compose`);
  } catch (error) {
    if (error instanceof CompositionError) {
      return error.problems;
    }
    throw error;
  }
}

/** A line for each file of resolver types that is not what its schema makes. */
export async function checkGeneratedTypes(): Promise<readonly string[]> {
  const command = fileURLToPath(new URL('node_modules/.bin/graphql-codegen', projectRoot));
  const outcome = await promisify(execFile)(command, ['--config', 'codegen.ts', '--check'], {
    cwd: fileURLToPath(projectRoot),
  }).catch((error: unknown) => error);
  if (!(outcome instanceof Error)) {
    return [];
  }
  const output = 'stdout' in outcome && 'stderr' in outcome ? `${String(outcome.stdout)}${String(outcome.stderr)}` : '';
  const stale = [...output.matchAll(/^\W*- (\S+\.ts)$/gm)].map(([, path]) => path);
  return stale.length > 0
    ? stale.map((path) => `${path ?? ''} is not what its schema makes. Run: npm run generate`)
    : [`Resolver types cannot be generated: ${outcome.message}`];
}

/** The text of a file of the project; undefined where there is no such file. */
async function readText(path: string): Promise<string | undefined> {
  return readFile(new URL(path, projectRoot), 'utf8').catch(() => undefined);
}
