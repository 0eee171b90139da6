import { readFile } from 'node:fs/promises';

const supergraphUrl = import.meta.resolve('@boroughgraph/schema/supergraph.graphql');
const exampleUrl = import.meta.resolve('@boroughgraph/schema/operations/borough-safety.graphql');

/** The composed schema of all agencies, as SDL. */
export async function readSupergraph(): Promise<string> {
  return readFile(new URL(supergraphUrl), 'utf8');
}

/** The operation that shows what the graph is for: one borough, four agencies, one request. */
export async function readExampleOperation(): Promise<string> {
  return readFile(new URL(exampleUrl), 'utf8');
}
