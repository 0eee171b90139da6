import { gatewayVariables } from '@boroughgraph/gateway/environment.ts';
import { subgraphVariables } from '@boroughgraph/kit/server/environment.ts';
import { listVariables, type Variable } from '@boroughgraph/schema/process/environment.ts';
import { agencyNames } from '../agency-names.ts';
import { systemVariables } from '../settings.ts';
import { webhooksVariable } from '../notifying/notify-variables.ts';
import { watchVariables } from '../watching/watch-variables.ts';

/** A process, and what it can be told by variables. */
export interface ConfiguredProcess {
  readonly title: string;
  readonly variables: readonly Variable<unknown>[];
}

/** What `npm start` tells the gateway itself, whatever is set. */
const decidedByStart: ReadonlySet<string> = new Set([
  'PORT',
  'HOST',
  'LOG_LEVEL',
  'GATEWAY_SIGNING_KEY',
  'GATEWAY_KEYS',
  'DEVELOPMENT_CALLER_KEY',
  ...agencyNames.map(({ variables }) => variables.url),
]);

/** Every process with all its variables: `npm start` with what it passes on to the gateway, the gateway alone, and each agency alone. Never throws. */
export function listProcesses(): readonly ConfiguredProcess[] {
  const own = [...listVariables(systemVariables()), ...listVariables(watchVariables), webhooksVariable];
  const gateway = listVariables(
    gatewayVariables(agencyNames.map(({ name, port }) => ({ name, url: addressOf(port) }))),
  );
  const ofAgencies = agencyNames.slice(0, 1).flatMap((agency) => listVariables(subgraphVariables(agency)));
  const known = new Set([...own.map(({ name }) => name), ...decidedByStart]);
  return [
    { title: '`npm start` and the other commands', variables: own },
    {
      title: 'The gateway and the servers of agencies, as `npm start` passes them on',
      variables: [...gateway, ...ofAgencies].filter(
        ({ name }, index, all) => !known.has(name) && all.findIndex((each) => each.name === name) === index,
      ),
    },
    {
      title: 'The gateway started by itself (`npm start -w gateway`), besides',
      variables: gateway.filter(({ name }) => decidedByStart.has(name)),
    },
    ...agencyNames.map((agency) => ({
      title: `The server of ${agency.slug} started by itself (\`npm start -w subgraphs/${agency.slug}\`)`,
      variables: listVariables(subgraphVariables(agency)),
    })),
  ];
}

const addressOf = (port: number) => `http://127.0.0.1:${port}/graphql`;

/** The names of all variables of all processes. Never throws. */
export function documentedVariables(): ReadonlySet<string> {
  return new Set(listProcesses().flatMap(({ variables }) => variables.map(({ name }) => name)));
}
