import { readFile, readdir } from 'node:fs/promises';

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

/** The documents of the named operations of the repository, which dashboards ask. */
export async function readRegisteredOperations(): Promise<readonly string[]> {
  const folder = new URL('./', exampleUrl);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
}
