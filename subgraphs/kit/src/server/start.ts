import { drainMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { openStore } from '../store/database.ts';
import { readEnvironment } from './environment.ts';
import { createHttpServer } from './http-server.ts';
import type { Subgraph } from './subgraph.ts';

/**
 * Runs one subgraph as a process: variables, then database, then server. Ends on SIGTERM, SIGINT and the loss of a parent
 * that started it with a channel. What stops the start is one line, and the exit code 1.
 */
export async function startSubgraph(subgraph: Subgraph, defaultPort: number): Promise<void> {
  try {
    const environment = readEnvironment(subgraph, process.env, defaultPort);
    const database = openStore({ url: environment.databaseUrl, schema: subgraph.databaseSchema });
    const app = await createHttpServer(subgraph, database, environment.logLevel);
    await app.listen({ port: environment.port, host: environment.host });
    endWith(async () => {
      await app.close();
      await database.close();
    });
    process.send?.({ ready: true, port: environment.port });
  } catch (problem) {
    console.error(`${subgraph.name}: ${sentence(problem)}`);
    process.exit(1);
  }
}

function sentence(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  const isTaken = 'code' in problem && problem.code === 'EADDRINUSE';
  return isTaken ? `${problem.message}: another program uses this port; set PORT to a free one` : problem.message;
}

function endWith(close: () => Promise<void>): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(0), drainMs).unref();
    void close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
}
