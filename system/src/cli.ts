import './processes/quick-imports.ts';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import type { AuditPlace } from '@boroughgraph/gateway/audit/audit-chain.ts';
import { type AgencyName, agencyNames } from './agency-names.ts';
import type { LoadingAgencies } from './loading/loading-agencies.ts';
import type { AgreementsCommand, AuditCommand, TokenToMake } from './access-commands.ts';
import { parseCommandLine, type CliCommand } from './command-line.ts';
import type { FileToLoad, LoadSwitches } from './load-commands.ts';
import { usage } from './command-usage.ts';
import { Problem, describeError, systemErrorCode } from './problem.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Shutdown } from './processes/shutdown.ts';
import type { Programs, StartRequest } from './start.ts';
import { complain, say } from './terminal.ts';

/** What the command line is run with. */
export interface CliRequest {
  readonly arguments: readonly string[];
  readonly environment: Environment;
  readonly shutdown: Shutdown;
  /** What `start` starts. @default the programs of this project */
  readonly programs?: Programs & { readonly load?: readonly string[] };
  /** What `load` can load. @default the agencies of this project */
  readonly agencies?: LoadingAgencies;
}

/**
 * Runs a command and returns its exit code: 0 when all is well, 1 when something failed, 2 when the command was typed
 * wrongly. What goes wrong is told in a line, or with a stack if it is a mistake of ours. Never rejects.
 */
export async function runCli(request: CliRequest): Promise<number> {
  try {
    const command = parseCommandLine(request.arguments, request.environment);
    return command.kind === 'help' ? help() : await obey(command, request);
  } catch (error) {
    if (request.shutdown.stop.aborted) return stoppedEarly(request.arguments[0]);
    complain(describeFailure(error));
    return error instanceof Problem ? error.exitCode : 1;
  }
}

async function obey(command: Exclude<CliCommand, { kind: 'help' }>, request: CliRequest): Promise<number> {
  const { shutdown, environment } = request;
  if (isOfAccess(command)) return access(command, request);
  if (command.kind === 'config') return config(environment);
  const settings = readSettings(environment);
  switch (command.kind) {
    case 'start':
      return startSystem({ ...request, ...command, settings });
    // The code of the agencies is loaded by the commands that need it alone: `start` stays, and should stay small.
    case 'migrate':
      return migrate(settings, command.only, shutdown);
    case 'recall': {
      const { recall } = await import('./loading/recall.ts');
      await recall(settings, command, shutdown);
      return 0;
    }
    case 'releases': {
      const { listAllReleases } = await import('./loading/releases.ts');
      await listAllReleases({ ...command, agencies: await agenciesOf(request), settings, shutdown });
      return 0;
    }
    case 'template':
      return template(command, request);
    case 'critic':
      return critic(settings, shutdown);
    case 'watch':
      return watch(settings, command.isOnce, request);
    case 'webhooks':
      return webhooks(settings, command.isOnce, request);
    case 'load-manifest': {
      const { readManifest } = await import('./loading/manifest.ts');
      return loadFiles(readManifest(locate(command.manifest, environment)), command, request);
    }
    case 'load-file':
      return loadFiles([located(command, environment)], command, request);
    default:
      return command satisfies never;
  }
}

async function startSystem(request: StartRequest): Promise<number> {
  const { start } = await import('./start.ts');
  await start(request);
  return 0;
}

/** Before any of it is used: what is wrong is said with the rest. */
async function config(environment: Environment): Promise<number> {
  const { printConfiguration } = await import('./configuration/print-configuration.ts');
  const { lines, isUsable } = printConfiguration(environment);
  for (const line of lines) say(line);
  return isUsable ? 0 : 1;
}

async function migrate(settings: Settings, only: AgencyName | null, shutdown: Shutdown): Promise<number> {
  const { migrate: migrateStores } = await import('./stores/migrate.ts');
  await migrateStores(settings, only, shutdown);
  return 0;
}

const accessKinds = ['token', 'agreements', 'keys', 'administrators', 'retention', 'audit', 'audit-verify'] as const;
type AccessCommand = Extract<CliCommand, { kind: (typeof accessKinds)[number] }>;

const isOfAccess = (command: CliCommand): command is AccessCommand => accessKinds.some((kind) => kind === command.kind);

/** Who may see what, and who has seen it. */
async function access(command: AccessCommand, request: CliRequest): Promise<number> {
  const { environment } = request;
  if (command.kind === 'token') return token(readSettings(environment), environment, command);
  if (command.kind === 'retention') return retention(readSettings(environment), request);
  if (command.kind === 'keys' || command.kind === 'administrators') return directory(command, request);
  return command.kind === 'agreements' ? agreements(command, request) : audit(command, request);
}

type DirectoryCommand = Extract<CliCommand, { kind: 'keys' | 'administrators' }>;

async function directory(command: DirectoryCommand, { environment, shutdown }: CliRequest): Promise<number> {
  const { withDirectory } = await import('./access/open-directory.ts');
  const { manageKeys } = await import('./access/manage-keys.ts');
  const { manageAdministrators } = await import('./access/manage-administrators.ts');
  const place = { settings: readSettings(environment), shutdown, command: command.kind };
  say(
    await withDirectory(place, (sql) =>
      command.kind === 'keys' ? manageKeys(sql, command) : manageAdministrators(sql, command),
    ),
  );
  return 0;
}

async function token(settings: Settings, environment: Environment, wanted: TokenToMake): Promise<number> {
  const { printToken } = await import('./access/print-token.ts');
  await printToken(settings, environment, wanted);
  return 0;
}

async function agreements(command: AgreementsCommand, request: CliRequest): Promise<number> {
  const { manageAgreements } = await import('./access/manage-agreements.ts');
  const { environment, shutdown } = request;
  const { agency, action: given } = command;
  const action = given.kind === 'add' ? { ...given, file: locate(given.file, environment) } : given;
  const settings = readSettings(environment);
  await manageAgreements({ agency, action, agencies: await agenciesOf(request), settings, shutdown });
  return 0;
}

type AuditRequest = Extract<CliCommand, { kind: 'audit' | 'audit-verify' }>;

async function listDifferencing(place: AuditPlace, command: AuditCommand, request: CliRequest): Promise<number> {
  const { listDifferencing: list } = await import('./access/list-differencing.ts');
  const indicators = (await agenciesOf(request)).get(command.agency.slug)?.datasets.flatMap((each) => each.indicators);
  return (await list(place, command, indicators ?? [])) ? 0 : 1;
}

async function audit(command: AuditRequest, request: CliRequest): Promise<number> {
  const { environment } = request;
  const { listAudit, verifyAuditOf } = await import('./access/read-audit.ts');
  const { findAudit } = await import('./access/audit-place.ts');
  const place = findAudit(readSettings(environment), environment);
  if (command.kind === 'audit' && command.isDifferencing) return listDifferencing(place, command, request);
  if (command.kind === 'audit') return (await listAudit(place, command)) ? 0 : 1;
  const noted = command.noted === null ? null : locate(command.noted, environment);
  return (await verifyAuditOf(place, noted)) ? 0 : 1;
}

async function retention(settings: Settings, request: CliRequest): Promise<number> {
  const { applyRetention } = await import('./access/apply-retention.ts');
  const { findAudit } = await import('./access/audit-place.ts');
  const audit = findAudit(settings, request.environment);
  const { shutdown } = request;
  return (await applyRetention({ agencies: await agenciesOf(request), settings, shutdown, audit })) ? 0 : 1;
}

async function critic(settings: Settings, shutdown: Shutdown): Promise<number> {
  const { runCritic } = await import('./critic/run-critic.ts');
  const { importAgencies } = await import('./agencies.ts');
  const agencies = await importAgencies(agencyNames.map(({ slug }) => slug));
  return (await runCritic({ agencies, settings, shutdown })) ? 0 : 1;
}

async function watch(settings: Settings, isOnce: boolean, request: CliRequest): Promise<number> {
  const { watch: watchAll } = await import('./watching/watch.ts');
  const { environment, shutdown, programs } = request;
  const program = programs?.load ?? [fileURLToPath(new URL('./main.ts', import.meta.url)), 'load'];
  const agencies = await agenciesOf(request);
  return (await watchAll({ agencies, settings, environment, isOnce, program, shutdown })) ? 0 : 1;
}

async function webhooks(settings: Settings, isOnce: boolean, { environment, shutdown }: CliRequest): Promise<number> {
  const { notify } = await import('./notifying/notify.ts');
  await notify({ environment, shutdown, settings, isOnce });
  return 0;
}

async function template(command: Extract<CliCommand, { kind: 'template' }>, request: CliRequest): Promise<number> {
  const { writeTemplate } = await import('./loading/template.ts');
  const path = command.path === null ? null : locate(command.path, request.environment);
  writeTemplate({ dataset: command.dataset, path }, await agenciesOf(request));
  return 0;
}

function located<File extends FileToLoad>(file: File, environment: Environment): File {
  const references = Object.entries(file.references).map(([name, path]) => [name, locate(path, environment)] as const);
  return { ...file, file: locate(file.file, environment), references: Object.fromEntries(references) };
}

async function loadFiles(
  files: readonly FileToLoad[],
  command: Extract<CliCommand, LoadSwitches>,
  request: CliRequest,
): Promise<number> {
  const { load } = await import('./loading/load.ts');
  // All of them: a dataset may be linked to those of other agencies.
  const agencies = await agenciesOf(request);
  const { environment, shutdown } = request;
  const isManifest = command.kind === 'load-manifest';
  const settings = readSettings(environment);
  const { isDryRun, acceptRejects, reinstateRecalled, confirmRevision } = command;
  const page = command.page === null ? null : locate(command.page, environment);
  const switches = { isDryRun, acceptRejects, reinstateRecalled, confirmRevision, page };
  return (await load({ files, isManifest, agencies, ...switches, settings, shutdown })) ? 0 : 1;
}

async function agenciesOf(request: CliRequest): Promise<LoadingAgencies> {
  const { importLoadingAgencies } = await import('./agencies.ts');
  return request.agencies ?? importLoadingAgencies();
}

function help(): number {
  say(usage);
  return 0;
}

/** Stopping is how `start` ends; a load, a recall or a migration that was stopped has not done what it was asked. */
function stoppedEarly(command: string | undefined): number {
  if (command === 'start') return 0;
  complain('Stopped before the end. What was reported until here is done; the rest is not.');
  return 1;
}

function describeFailure(error: unknown): string {
  const isForPeople = error instanceof Problem || systemErrorCode(error) !== null || !(error instanceof Error);
  return isForPeople ? describeError(error) : (error.stack ?? error.message);
}

/** npm moves to the folder of the package before it runs a script; a path is meant from where the person stands. */
function locate(path: string, environment: Environment): string {
  const isByNpm = environment['npm_lifecycle_event'] !== undefined;
  return resolve((isByNpm ? environment['INIT_CWD'] : undefined) ?? process.cwd(), path);
}
