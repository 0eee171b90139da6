import { findFreePort } from '@boroughgraph/system/ports.ts';
import { memoryFlags } from '@boroughgraph/system/service.ts';
import { agencyUrl } from '../support/agency-databases.ts';
import { agencies } from '../support/all-agencies.ts';
import type { Dataset } from './data/datasets.ts';
import { firstMessage, projectFile, startProgram, type RunningProcess } from './processes.ts';

/** Every subgraph over one dataset, each in a process of its own, as `npm start` runs them. */
export interface RunningAgencies extends AsyncDisposable {
  readonly list: readonly RunningAgency[];
}

/** One subgraph that serves. */
export interface RunningAgency {
  readonly name: string;
  /** Its GraphQL endpoint. */
  readonly url: string;
  readonly pid: number;
  readonly program: RunningProcess;
}

/** Starts the subgraphs, each with the rights of its reader, and resolves when all serve. */
export async function startAgencies(
  { databaseUrl }: Pick<Dataset, 'databaseUrl'>,
  flags: readonly string[] = [],
): Promise<RunningAgencies> {
  await using resources = new AsyncDisposableStack();
  const starting = agencies.map(async ({ name, variables }): Promise<RunningAgency> => {
    const port = await findFreePort();
    const program = resources.use(
      startProgram({
        name,
        script: projectFile(`subgraphs/${name}/src/main.ts`),
        environment: {
          [variables.databaseUrl]: agencyUrl(databaseUrl, name, 'reader'),
          PORT: String(port),
          ...quiet,
        },
        flags: [...memoryFlags, ...flags],
      }),
    );
    await firstMessage(program);
    return { name, url: `http://127.0.0.1:${port}/graphql`, pid: program.pid, program };
  });
  const list = await Promise.all(starting);
  const moved = resources.move();
  return { list, [Symbol.asyncDispose]: () => moved.disposeAsync() };
}

/** Starts our gateway over subgraphs at these addresses, by name, as `npm start` runs it, but that it remembers no answers unless `cacheMb` says so. */
export async function startOwnGateway(
  urls: ReadonlyMap<string, string>,
  flags: readonly string[] = [],
  cacheMb = 0,
): Promise<{ readonly program: RunningProcess; readonly url: string }> {
  const addresses = agencies.map(({ name, variables }) => [variables.url, urls.get(name)] as const);
  const program = startProgram({
    name: 'our gateway',
    script: projectFile('gateway/src/main.ts'),
    environment: { ...Object.fromEntries(addresses), PORT: '0', RESPONSE_CACHE_MB: String(cacheMb), ...quiet },
    flags: [...memoryFlags, ...flags],
  });
  // It says where it listens, in a message of its own form.
  const { port } = (await firstMessage(program)) as { readonly port: number };
  return { program, url: `http://127.0.0.1:${port}/graphql` };
}

/** The addresses of running subgraphs, by name. */
export function urlsOf({ list }: RunningAgencies): ReadonlyMap<string, string> {
  return new Map(list.map(({ name, url }) => [name, url]));
}

/** As `npm start` sets it: no line for a request that went well. */
const quiet = { HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
