import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchName, searchUrl } from '@boroughgraph/schema/search/search-schema.ts';
import { projectFile } from '../processes.ts';

/** A supergraph that a peer reads, in a folder of its own; both go when it is disposed of. */
export interface SupergraphFile extends AsyncDisposable {
  readonly path: string;
}

/** Writes the supergraph with the subgraphs at these addresses, by name. */
export async function writeSupergraph(urls: ReadonlyMap<string, string>): Promise<SupergraphFile> {
  const supergraph = withAddresses(await readFile(projectFile('schema/supergraph.graphql'), 'utf8'), urls);
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-bench-'));
  const path = join(folder, 'supergraph.graphql');
  await writeFile(path, supergraph);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * The text of a supergraph with other addresses; what our gateway answers itself has none.
 *
 * @throws when it has a subgraph without one.
 */
export function withAddresses(supergraph: string, urls: ReadonlyMap<string, string>): string {
  return supergraph.replaceAll(/(@join__graph\(name: "([^"]+)", url: )"[^"]*"/g, (_, start: string, name: string) => {
    const url = name === searchName ? searchUrl : urls.get(name);
    if (url === undefined) throw new Error(`the supergraph has a subgraph "${name}", for which there is no address`);
    return `${start}"${url}"`;
  });
}
