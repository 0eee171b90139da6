import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { keepRetention } from './access/keep-retention.ts';
import { hasIssuers } from './access/development-key.ts';
import { agencyNames, type AgencyName, directoryName, type StoreName } from './agency-names.ts';
import { readAgencyPort } from './processes/child-environment.ts';
import { keepCompiledCode } from './processes/compiled-code.ts';
import { type LineWriter, openLogs } from './log-lines.ts';
import { openDatabases, type AgencyDatabase } from './stores/open-databases.ts';
import { requireFreePort } from './processes/ports.ts';
import { prepareStores } from './stores/prepare-stores.ts';
import { Problem } from './problem.ts';
import type { Service } from './processes/service.ts';
import { startApart } from './servers/apart.ts';
import type { ServerPrograms } from './servers/server-programs.ts';
import { requireNobodyNamed, startTogether } from './servers/together.ts';
import { portVariable, projectFolder, type Settings } from './settings.ts';
import { waitForAbort, type Shutdown } from './processes/shutdown.ts';
import { say } from './terminal.ts';
import { describeAlone, describeSystem } from './welcome.ts';

/** The files that Node runs. */
export interface Programs extends ServerPrograms {
  readonly prepare: string;
  /** With what it is given. */
  readonly retention: readonly string[];
}

/** What is started, and how it is told to stop. */
export interface StartRequest {
  readonly settings: Settings;
  readonly environment: Environment;
  /** The one agency to start alone, without a gateway; null starts everything. */
  readonly only: AgencyName | null;
  /** Whether the gateway and all agencies run in one process, for open figures alone. @default false */
  readonly isEmbedded?: boolean;
  /** Whether made-up figures stand in until something real is loaded. */
  readonly isSampleWanted: boolean;
  readonly shutdown: Shutdown;
  /** @default those of this project */
  readonly programs?: Programs;
}

const ownPrograms: Programs = {
  gateway: resolve(projectFolder, 'gateway/src/main.ts'),
  subgraph: (agency) => resolve(projectFolder, 'subgraphs', agency.slug, 'src/main.ts'),
  embedded: fileURLToPath(new URL('./servers/embedded.ts', import.meta.url)),
  prepare: fileURLToPath(new URL('./stores/prepare.ts', import.meta.url)),
  retention: [fileURLToPath(new URL('./main.ts', import.meta.url)), 'retention'],
};

/** Milliseconds after which a subgraph that says nothing no longer holds up the others. */
const startTimeoutMs = 30_000;

/**
 * Runs the system, or one subgraph of it, until `shutdown.stop` aborts; then stops everything in the reverse order.
 *
 * A subgraph that does not start is reported and tried again, and costs the others nothing.
 *
 * @throws {Problem} when something that all need cannot be had: a port, the data folder, a database, the gateway.
 */
export async function start(request: StartRequest): Promise<void> {
  const { settings, only, isEmbedded = false, isSampleWanted, shutdown, programs = ownPrograms } = request;
  if (isEmbedded) requireNobodyNamed(settings, request.environment);
  const logs = openLogs(settings.logFormat);
  const report = logs('system');
  const agencies = only === null ? agencyNames : [only];
  await requirePorts(settings, agencies, only !== null);
  await using resources = new AsyncDisposableStack();
  const isAnybodyNamed = only === null && !isEmbedded && hasDirectory(settings, request.environment);
  const stores = isAnybodyNamed ? [...agencies, directoryName] : agencies;
  const opened = await openDatabases({ settings, agencies: stores, command: 'start', shutdown, resources, report });
  const databases = opened.filter(isOfAgency);
  say(describePreparing(isSampleWanted));
  const environment = keepCompiledCode(request.environment, settings.folder);
  const withSample = await prepareStores({
    script: programs.prepare,
    environment,
    databases,
    isSampleWanted,
    signal: shutdown.stop,
    onFailure: report,
  });
  const directory = opened.find(({ agency }) => agency === directoryName);
  const servers = { ...request, environment, programs, databases, directory, logs };
  const services = await (isEmbedded ? startTogether(servers, resources) : startApart(servers, resources));
  await requireStarted(services, isEmbedded ? 'system' : only === null ? 'gateway' : 'subgraph', report);
  shutdown.stop.throwIfAborted();
  if (only === null) holdNothingTooLong({ ...request, environment }, programs, resources);
  await runUntilStopped(request, withSample);
}

function describePreparing(isSampleWanted: boolean): string {
  return isSampleWanted
    ? 'Preparing the stores; a first start also makes the sample, which takes some seconds more …'
    : 'Preparing the stores, without a sample …';
}

async function runUntilStopped(
  { settings, only, shutdown }: StartRequest,
  withSample: readonly string[],
): Promise<void> {
  say(only === null ? describeSystem(settings, withSample) : describeAlone(settings, only, withSample));
  await waitForAbort(shutdown.stop);
  say('Stopping …');
}

/** What is held for as long as is stated is deleted without somebody thinking of it. */
function holdNothingTooLong(
  { settings: { folder, retentionHours: hours }, environment }: StartRequest,
  { retention }: Programs,
  resources: AsyncDisposableStack,
): void {
  if (hours === null) return;
  const log = (line: string) => {
    say(`[retention] ${line}`);
  };
  resources.use(keepRetention({ mark: folder.retentionKept, hours, program: retention, environment, log }));
}

async function requirePorts(settings: Settings, agencies: readonly AgencyName[], isAlone: boolean): Promise<void> {
  const { host, gatewayPort } = settings;
  if (!isAlone) await requireFreePort({ port: gatewayPort, host, wantedBy: 'gateway', variable: 'GATEWAY_PORT' });
  for (const agency of agencies)
    await requireFreePort({
      port: readAgencyPort(settings, agency),
      host: isAlone ? host : '127.0.0.1',
      wantedBy: `${agency.slug} subgraph`,
      variable: portVariable(agency),
    });
}

/** Where callers are vouched for, and wherever there is a PostgreSQL of ours that it can share. */
function hasDirectory({ ownUrls }: Settings, environment: Environment): boolean {
  return (
    hasIssuers(environment) || ownUrls.has(directoryName.slug) || agencyNames.some(({ slug }) => !ownUrls.has(slug))
  );
}

const isOfAgency = (database: AgencyDatabase<StoreName>): database is AgencyDatabase =>
  agencyNames.some((agency) => agency === database.agency);

/** The last service is the one that people talk to: the gateway, or what stands alone. */
async function requireStarted(services: readonly Service[], what: string, report: LineWriter): Promise<void> {
  const ports = await Promise.all(services.map(waitForPort));
  for (const [index, { name }] of services.entries()) {
    if (ports[index] !== null) continue;
    if (index === services.length - 1) throw new Problem(`The ${what} did not start; its message stands above.`);
    report(`${name} does not answer yet. The others do; it is tried again.`);
  }
}

function waitForPort(service: Service): Promise<number | null> {
  const { promise, resolve: settle } = Promise.withResolvers<number | null>();
  const timer = setTimeout(settle, startTimeoutMs, null);
  void service.started.then(settle).finally(() => {
    clearTimeout(timer);
  });
  return promise;
}
