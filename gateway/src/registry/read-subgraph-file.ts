import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAgencies } from '@boroughgraph/schema/agencies.ts';
import { readCoreSchema } from '@boroughgraph/schema/subgraph-schema.ts';
import { isAgencyName } from '@boroughgraph/schema/wire/agency-names.ts';
import { concatAST, GraphQLError, parse, Source } from 'graphql';
import type { ChangedSubgraph } from './check-subgraph.ts';

/** What was given on the command line cannot be used: a sentence for whoever gave it. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}

/** Where a changed subgraph is found. */
export interface SubgraphPlace {
  readonly name: string;
  /** Its schema; null for `subgraphs/<name>/schema.graphql`. */
  readonly file: string | null;
  /** Where it answers; null where the description of the agency, or what was published before, says so. */
  readonly url: string | null;
}

const root = new URL('../../../', import.meta.url);

/**
 * A changed subgraph from its file. One of the house's agencies, which has a folder, stands on the core; that of somebody else is all in its
 * file.
 *
 * @param publishedUrl - Where it answered when it was published last; null where it never was.
 * @throws {RegistryError} when the name cannot be an agency's, there is no such file, it is not GraphQL, or nobody says where it answers.
 */
export function readSubgraphFile({ name, file, url }: SubgraphPlace, publishedUrl: string | null): ChangedSubgraph {
  if (!isAgencyName(name))
    throw new RegistryError(`A subgraph cannot be called "${name}": expected kebab-case, such as criminal-justice`);
  const agency = readAgencies().find((each) => each.name === name);
  const path = file ?? fileURLToPath(new URL(`subgraphs/${name}/schema.graphql`, root));
  if (!existsSync(path))
    throw new RegistryError(
      `There is no file ${path}. Name that of the schema: npm run subgraph:check -- ${name} FILE`,
    );
  const own = parseOwn(path);
  const address = url ?? publishedUrl ?? (agency && `http://127.0.0.1:${agency.port}/graphql`);
  if (address === undefined)
    throw new RegistryError(
      `Nobody says where ${name} answers: add --url, such as --url http://127.0.0.1:4005/graphql`,
    );
  return { name, url: address, typeDefs: agency === undefined ? own : concatAST([readCoreSchema(), own]) };
}

function parseOwn(path: string) {
  try {
    return parse(new Source(readFileSync(path, 'utf8'), relative(fileURLToPath(root), resolve(path))));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new RegistryError(`${path}:${error.locations?.[0]?.line ?? 1}: ${error.message}`);
  }
}
