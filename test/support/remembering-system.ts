import { type GatewayOptions, type RunningGateway, startGateway } from '@boroughgraph/gateway/server.ts';
import { agencies } from './all-agencies.ts';
import { createDatabase } from './database.ts';
import { type AgencyPlace, type RunningAgency, startAgency } from './running-system.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** Agencies that lease the states of their stores, and gateways that remember what they answered. */
export interface RememberingSystem extends AsyncDisposable {
  readonly agencies: ReadonlyMap<string, RunningAgency>;
  readonly gateways: readonly RunningGateway[];
}

/** How it is started. */
export interface RememberingOptions {
  /** @default one */
  readonly gateways?: number;
  /** What one address may ask for within a minute, in units of cost. @default anything */
  readonly costBudget?: number;
  /** What else its gateways are told. @default nothing, and they log nothing */
  readonly options?: Pick<
    GatewayOptions,
    'logLevel' | 'logStream' | 'metrics' | 'audit' | 'auditShare' | 'trustedProxies'
  >;
  /** Where servers of agencies read and listen. @default at their database */
  readonly places?: Pick<AgencyPlace, 'readAt' | 'listenAt'>;
  /** Makes that database. @default one of the server of the test run */
  readonly makeDatabase?: typeof createDatabase;
  /** Fills the stores before the first request. */
  readonly prepare: (agencies: ReadonlyMap<string, RunningAgency>) => Promise<void>;
}

/** More than the answers of a test take, in bytes. */
const responseBytes = 8_000_000;

/** Starts every agency over a database of their own, and gateways over them, each on a free port. */
export async function startRememberingSystem({
  gateways: count = 1,
  costBudget = 0,
  options = {},
  places = {},
  makeDatabase = createDatabase,
  prepare,
}: RememberingOptions): Promise<RememberingSystem> {
  const resources = new AsyncDisposableStack();
  const database = resources.use(await makeDatabase());
  const running = new Map<string, RunningAgency>();
  for (const subgraph of agencies)
    running.set(subgraph.name, await startAgency(subgraph, database.url, { resources, isLeasing: true, ...places }));
  await prepare(running);
  const urls = Object.fromEntries([...running].map(([name, { url }]) => [name, `${url}/graphql`]));
  const gateways: RunningGateway[] = [];
  while (gateways.length < count)
    gateways.push(
      resources.use(
        await startGateway({
          urls,
          port: 0,
          logLevel: 'silent',
          responseBytes,
          costBudget,
          startPlanningThread: startKeptThread,
          ...options,
        }),
      ),
    );
  return { agencies: running, gateways, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}
