import { createRequire } from 'node:module';
import type * as Federation from '@apollo/federation-internals';
import { findMade, keepMade } from '@boroughgraph/schema/process/made-before.ts';
import { buildASTSchema, type GraphQLSchema, parse, validateSchema, version } from 'graphql';
import { readVersion } from './apollo-version.ts';
import type { SupergraphAgency } from './supergraph-agencies.ts';

/** A supergraph that has been looked at, in the forms that answering takes. */
export interface SupergraphForms {
  /** Its subgraphs, what the gateway answers itself included. */
  readonly subgraphs: readonly SupergraphAgency[];
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The same, as Apollo's executor has it: made when that is first asked for. */
  readonly clientSchema: () => Federation.Schema;
}

/**
 * A composed supergraph in the forms that answering takes.
 *
 * That it is valid, and what of it clients see, is found out by Apollo's library, which takes a fifth of the processor time in which a gateway starts
 * to be loaded and to do so. It is kept for the next start.
 *
 * @param folder - Where it is kept. @default where Node keeps compiled code
 * @throws {Error} when it is not valid.
 */
export function readForms(supergraphSdl: string, folder?: string): SupergraphForms {
  const making = { name: 'supergraph', of: [version, readVersion(library), supergraphSdl] };
  const known = findMade(making, folder);
  if (known !== null) return readKnown(known, supergraphSdl);
  const { Supergraph, printSchema } = loadLibrary();
  // A corrupt artefact is better found at start, everywhere.
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
  const clientSchema = supergraph.apiSchema();
  const [subgraphs, apiSchema] = [supergraph.subgraphsMetadata(), clientSchema.toGraphQLJSSchema()];
  // What is kept is believed: it must be as valid as what Apollo Server would start with.
  if (validateSchema(apiSchema).length === 0)
    keepMade(making, JSON.stringify({ subgraphs, api: printSchema(clientSchema) } satisfies Known), folder);
  return { subgraphs, apiSchema, clientSchema: () => clientSchema };
}

interface Known {
  readonly subgraphs: readonly SupergraphAgency[];
  /** What clients see, as text. */
  readonly api: string;
}

function readKnown(text: string, supergraphSdl: string): SupergraphForms {
  // It was written above.
  const { subgraphs, api } = JSON.parse(text) as Known;
  const apiSchema = buildASTSchema(parse(api, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
  let clientSchema: Federation.Schema | undefined;
  return {
    subgraphs,
    apiSchema,
    clientSchema: () =>
      (clientSchema ??= loadLibrary().Supergraph.build(supergraphSdl, { validateSupergraph: false }).apiSchema()),
  };
}

const library = '@apollo/federation-internals';
const load = createRequire(import.meta.url);

/** Its types are not known to what loads it. */
const loadLibrary = () => load(library) as typeof Federation;
