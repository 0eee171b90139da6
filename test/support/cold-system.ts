import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';
import type { RunningAgency } from './running-system.ts';

/** A gateway over servers that have just been started. */
export interface ColdSystem extends AsyncDisposable {
  readonly url: string;
}

/** Starts every agency anew over the stores of others that run, and a gateway: nothing of them knows anything yet, and nothing is remembered. */
export async function startColdSystem(agencies: Iterable<RunningAgency>): Promise<ColdSystem> {
  await using unfinished = new AsyncDisposableStack();
  const urls: Record<string, string> = {};
  for (const { subgraph, readerUrl } of agencies) {
    const database = openStore({ url: readerUrl, schema: subgraph.databaseSchema });
    unfinished.defer(database.close);
    const app = await createSubgraphServer({ subgraph, database, logLevel: 'silent' });
    unfinished.defer(() => app.close());
    urls[subgraph.name] = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  }
  const options = { urls, port: 0, logLevel: 'silent', startPlanningThread: startKeptThread } as const;
  const { url } = unfinished.use(await startGateway(options));
  const resources = unfinished.move();
  return { url, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}
