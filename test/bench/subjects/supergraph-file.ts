import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../processes.ts';

let folder: Promise<string> | null = null;
let files = 0;

/** Writes the supergraph with the subgraphs at these addresses, by name, and gives the path: peers read them from there. */
export async function writeSupergraph(urls: ReadonlyMap<string, string>): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), 'boroughgraph-bench-'));
  const path = join(await folder, `supergraph-${(files += 1)}.graphql`);
  await writeFile(path, withAddresses(await readFile(projectFile('schema/supergraph.graphql'), 'utf8'), urls));
  return path;
}

/**
 * The text of a supergraph with other addresses.
 *
 * @throws when it has a subgraph without one.
 */
export function withAddresses(supergraph: string, urls: ReadonlyMap<string, string>): string {
  return supergraph.replaceAll(/(@join__graph\(name: "([^"]+)", url: )"[^"]*"/g, (_, start: string, name: string) => {
    const url = urls.get(name);
    if (url === undefined) throw new Error(`the supergraph has a subgraph "${name}", for which there is no address`);
    return `${start}"${url}"`;
  });
}
