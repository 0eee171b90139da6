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

/** An operation of the repository. */
export interface NamedOperation {
  /** That of its file, without the ending: `borough-safety`. */
  readonly name: string;
  readonly text: string;
}

/** The named operations of the repository: those that dashboards ask, then the questions of the plans, each in the order of their names. */
export async function readNamedOperations(): Promise<readonly NamedOperation[]> {
  const folders = ['./', './questions/'].map((folder) => new URL(folder, exampleUrl));
  return (await Promise.all(folders.map(readOperations))).flat();
}

async function readOperations(folder: URL): Promise<readonly NamedOperation[]> {
  const ending = '.graphql';
  const files = (await readdir(folder)).filter((file) => file.endsWith(ending)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -ending.length),
      text: await readFile(new URL(file, folder), 'utf8'),
    })),
  );
}

/** The documents of those that dashboards ask, which are planned before anybody does. */
export async function readRegisteredOperations(): Promise<readonly string[]> {
  return (await readOperations(new URL('./', exampleUrl))).map(({ text }) => text);
}
