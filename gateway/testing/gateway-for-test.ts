import { startKeptThread } from './kept-threads.ts';
import { type GatewayOptions, type RunningGateway, startGateway } from '../src/server.ts';
import { type AgencyServer, type Misbehaviour, serveAgency } from './agency-server.ts';
import { health, localAuthority, policing, supergraphSdl } from './fixture-agencies.ts';

/** A gateway over three fixture agencies, all over HTTP. */
export type TestGateway = AsyncDisposable & {
  readonly gateway: RunningGateway;
  readonly agencies: Readonly<Record<AgencyName, AgencyServer>>;
  /** Every line that the gateway has logged. */
  readonly log: readonly LogLine[];
  /** Sends an operation, and resolves with the status and the parsed body. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
};

/** The name of a fixture agency. */
export type AgencyName = 'local-authority' | 'policing' | 'health';

/** One line of the log, parsed. */
export type LogLine = Readonly<Record<string, unknown>>;

/** What a client gets: the parsed body, and the text that it was. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly extensions?: unknown;
}

type TestOptions = Partial<GatewayOptions> & { readonly misbehaviour?: Partial<Record<AgencyName, Misbehaviour>> };

/** Starts the agencies and a gateway over them, on free ports; `misbehaviour` says which answer how. */
export async function startTestGateway({ misbehaviour = {}, ...options }: TestOptions = {}): Promise<TestGateway> {
  const agencies = {
    'local-authority': await serveAgency(localAuthority, misbehaviour['local-authority']),
    policing: await serveAgency(policing, misbehaviour.policing),
    health: await serveAgency(health, misbehaviour.health),
  };
  const log: LogLine[] = [];
  const urls = Object.fromEntries(Object.entries(agencies).map(([name, { url }]) => [name, `${url}/graphql`]));
  // Every line is an object that the gateway's logger wrote.
  const logStream = { write: (line: string) => void log.push(JSON.parse(line) as LogLine) };
  const gateway = await startGateway({
    ...{ urls, port: 0, supergraphSdl, logStream, startPlanningThread: startKeptThread },
    ...options,
  });
  return {
    gateway,
    agencies,
    log,
    ask: (query, variables) => ask(gateway.url, { query, variables }),
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      await Promise.all(Object.values(agencies).map((agency) => agency.stop()));
    },
  };
}

/** Sends a GraphQL request as clients do. */
export async function ask(
  url: string,
  request: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(headers)) },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  // A GraphQL response: the tests compare what is in it.
  return { status: response.status, headers: response.headers, text, ...(JSON.parse(text) as object) };
}
