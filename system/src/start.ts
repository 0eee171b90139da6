import { createPublicKey, type KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeGatewayKey, writeSigningKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { findAudit } from './access/audit-place.ts';
import { keepRetention } from './access/keep-retention.ts';
import { developmentKeyFor, ensureKey, hasIssuers } from './access/development-key.ts';
import { gatewayKeyOf } from './access/gateway-key.ts';
import { agencyNames, type AgencyName, directoryName, type StoreName } from './agency-names.ts';
import {
  describeGatewayEnvironment,
  describeSubgraphEnvironment,
  readAgencyPort,
} from './processes/child-environment.ts';
import { keepCompiledCode } from './processes/compiled-code.ts';
import { type LineWriter, openLogs } from './log-lines.ts';
import { openDatabases, type AgencyDatabase } from './stores/open-databases.ts';
import { requireFreePort } from './processes/ports.ts';
import { prepareDirectoryStore } from './stores/prepare-directory.ts';
import { prepareStores } from './stores/prepare-stores.ts';
import { Problem } from './problem.ts';
import { Service } from './processes/service.ts';
import { portVariable, projectFolder, type Settings } from './settings.ts';
import { waitForAbort, type Shutdown } from './processes/shutdown.ts';
import { say } from './terminal.ts';
import { describeAlone, describeSystem } from './welcome.ts';

/** The files that Node runs. */
export interface Programs {
  readonly gateway: string;
  readonly subgraph: (agency: AgencyName) => string;
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
  /** Whether made-up figures stand in until something real is loaded. */
  readonly isSampleWanted: boolean;
  readonly shutdown: Shutdown;
  /** @default those of this project */
  readonly programs?: Programs;
}

const ownPrograms: Programs = {
  gateway: resolve(projectFolder, 'gateway/src/main.ts'),
  subgraph: (agency) => resolve(projectFolder, 'subgraphs', agency.slug, 'src/main.ts'),
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
  const { settings, only, isSampleWanted, shutdown, programs = ownPrograms } = request;
  const logs = openLogs(settings.logFormat);
  const report = logs('system');
  const agencies = only === null ? agencyNames : [only];
  await requirePorts(settings, agencies, only !== null);
  await using resources = new AsyncDisposableStack();
  const stores = only === null && hasDirectory(settings, request.environment) ? [...agencies, directoryName] : agencies;
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
  const key = only === null ? gatewayKeyOf(settings.folder) : null;
  const gatewayKey = key === null ? null : writeGatewayKey(createPublicKey(key));
  const subgraphs = databases.map((database) =>
    startSubgraph({ ...request, environment }, programs, { database, gatewayKey, log: logs(database.agency.slug) }),
  );
  resources.defer(async () => {
    await Promise.all(subgraphs.map((service) => service.stop(shutdown.hurry)));
  });
  const told = {
    log: logs('gateway'),
    key,
    directory: opened.find(({ agency }) => agency === directoryName),
  };
  const gateway = await startGateway({ ...request, environment }, programs, told);
  if (gateway !== null) resources.defer(() => gateway.stop(shutdown.hurry));
  await requireStarted(subgraphs, gateway, report);
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

function startSubgraph(
  { settings, environment }: StartRequest,
  programs: Programs,
  told: { readonly database: AgencyDatabase; readonly gatewayKey: string | null; readonly log: LineWriter },
): Service {
  const { agency } = told.database;
  return new Service({
    name: agency.slug,
    script: programs.subgraph(agency),
    environment: describeSubgraphEnvironment(environment, settings, told),
    log: told.log,
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

/** Null where there is no key for it. */
async function startGateway(
  { settings, environment }: StartRequest,
  programs: Programs,
  {
    key,
    directory,
    log,
  }: {
    readonly log: LineWriter;
    readonly key: KeyObject | null;
    readonly directory?: AgencyDatabase<StoreName> | undefined;
  },
): Promise<Service | null> {
  if (key === null) return null;
  if (directory !== undefined) await prepareDirectoryStore(directory);
  const directoryUrl = directory?.readerUrl ?? null;
  const developmentKey = developmentKeyFor(settings, environment);
  const isAnybodyNamed = developmentKey !== null || directoryUrl !== null;
  const audit = isAnybodyNamed ? findAudit(settings, environment) : null;
  const publisherKey = ensureKey(settings.folder.publisherKey, settings.folder);
  const access = {
    agencies: agencyNames,
    signingKey: writeSigningKey(key),
    audit,
    developmentKey,
    directoryUrl,
    publisherKey,
  };
  return new Service({
    name: 'gateway',
    script: programs.gateway,
    environment: describeGatewayEnvironment(environment, settings, access),
    log,
  });
}

/** The last thing that answers is the one that people talk to: the gateway, or the subgraph that stands alone. */
async function requireStarted(
  subgraphs: readonly Service[],
  gateway: Service | null,
  report: LineWriter,
): Promise<void> {
  const ports = await Promise.all([...subgraphs, ...(gateway === null ? [] : [gateway])].map(waitForPort));
  if (ports.at(-1) === null)
    throw new Problem(`The ${gateway === null ? 'subgraph' : 'gateway'} did not start; its message stands above.`);
  for (const [index, service] of subgraphs.entries())
    if (ports[index] === null) report(`${service.name} does not answer yet. The others do; it is tried again.`);
}

function waitForPort(service: Service): Promise<number | null> {
  const { promise, resolve: settle } = Promise.withResolvers<number | null>();
  const timer = setTimeout(settle, startTimeoutMs, null);
  void service.started.then(settle).finally(() => {
    clearTimeout(timer);
  });
  return promise;
}
