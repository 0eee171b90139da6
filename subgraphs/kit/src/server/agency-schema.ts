import type { DocumentNode, GraphQLSchema } from 'graphql';
import { chargeFieldsForTheirArguments } from '../series/argument-faults.ts';
import type { ServedSubgraph } from '../series/served-subgraph.ts';
import { createAgencyExecutor, type ExecuteForAgency } from './agency-executor.ts';
import { federatedSchemaOf } from './federated-schema.ts';
import { lookUpReferencesApart } from './separate-references.ts';
import { takeTurnsAtLists } from './turns-at-lists.ts';

/** A schema with resolvers, and what executes operations by it. */
export interface AgencySchema {
  readonly schema: GraphQLSchema;
  readonly execute: ExecuteForAgency;
}

interface Made extends AgencySchema {
  readonly typeDefs: DocumentNode;
}

const madeByResolvers = new WeakMap<object, Made>();

/**
 * The schema by which a subgraph answers. It knows no server, store or request: it is made once for all servers of a process, of which
 * tests start hundreds, since making it is most of a server's start.
 */
export function agencySchemaOf({ name, typeDefs, resolvers }: ServedSubgraph): AgencySchema {
  const known = madeByResolvers.get(resolvers);
  if (known?.typeDefs === typeDefs) return known;
  const federated = federatedSchemaOf({ name, typeDefs, resolvers });
  const schema = chargeFieldsForTheirArguments(takeTurnsAtLists(lookUpReferencesApart(federated)));
  const made = { typeDefs, schema, execute: createAgencyExecutor(schema) };
  madeByResolvers.set(resolvers, made);
  return made;
}
