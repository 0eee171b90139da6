import { setTimeout as delay } from 'node:timers/promises';
import type { AgencyName, StoreName } from '../agency-names.ts';
import { createDataFolder } from './data-folder.ts';
import { readLockHolder, takeDataLock, waitForDataLock } from './data-lock.ts';
import { describeAgencyUrl, ensureAgencyAccess, ensureDatabase, rolesIn } from './database-access.ts';
import { type RolePasswords, rolePasswordsOf } from './role-passwords.ts';
import { keepPostgres } from '../postgres/keeper.ts';
import { findRunningPostgres } from '../postgres/postgres-server.ts';
import type { Settings } from '../settings.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import { complain } from '../terminal.ts';

/** The database of one agency, or of the directory. */
export interface AgencyDatabase<Name extends StoreName = AgencyName> {
  readonly agency: Name;
  /** With the rights of the owner of its tables: to migrate, to load and to recall. */
  readonly url: string;
  /** With which its server connects. */
  readonly readerUrl: string;
  /** The role of `readerUrl`, to which reading is granted; null where it is that of `url`. */
  readonly reader: string | null;
  /** True where the agency brings its database, which is then not ours to repair. */
  readonly isOwn: boolean;
}

/** What a command needs databases for. */
export interface DatabaseRequest<Name extends StoreName = AgencyName> {
  readonly settings: Settings;
  readonly agencies: readonly Name[];
  /** Named in the lock of the data folder. `start` alone wants the folder for itself; the others join a system that runs. */
  readonly command:
    'start' | 'load' | 'migrate' | 'recall' | 'releases' | 'agreements' | 'keys' | 'administrators' | 'retention';
  readonly shutdown: Shutdown;
  /** Takes what is to be stopped at the end, PostgreSQL and the lock. */
  readonly resources: AsyncDisposableStack;
  /** Takes what PostgreSQL's keeper has to say. @default standard error */
  readonly report?: (line: string) => void;
}

/** The database in the embedded PostgreSQL. */
const databaseName = 'boroughgraph';
/** How often to look whether a system that is starting has its PostgreSQL, in milliseconds. */
const lookEveryMs = 100;

/**
 * The databases of the agencies, each with roles and a schema of its own, in the order of `agencies`.
 *
 * An agency's own database is used as it is. The others come from `DATABASE_URL` where it is set; else from the embedded
 * PostgreSQL, which is started unless a running system has it.
 *
 * @throws {Problem} when the data folder is in use, or a database cannot be prepared.
 */
export async function openDatabases<Name extends StoreName>(
  request: DatabaseRequest<Name>,
): Promise<AgencyDatabase<Name>[]> {
  const { settings, agencies } = request;
  const guests = agencies.filter((agency) => !settings.ownUrls.has(agency.slug));
  const adminUrl = guests.length === 0 ? '' : (settings.adminUrl ?? (await openEmbedded(request)));
  const passwords = rolePasswordsOf(settings);
  if (guests.length > 0) await ensureAgencyAccess(adminUrl, guests, passwords);
  return agencies.map((agency) => {
    const own = settings.ownUrls.get(agency.slug);
    return own === undefined ? describeGuest(adminUrl, agency, passwords) : describeOwn(settings, agency, own);
  });
}

function describeGuest<Name extends StoreName>(
  adminUrl: string,
  agency: Name,
  passwords: RolePasswords,
): AgencyDatabase<Name> {
  const url = describeAgencyUrl(adminUrl, agency, { passwords });
  const readerUrl = describeAgencyUrl(adminUrl, agency, { passwords, as: 'reader' });
  return { agency, url, readerUrl, reader: rolesIn(adminUrl, agency).reader, isOwn: false };
}

/** An agency that names one user for its database lets its server connect with the rights of the loader. */
function describeOwn<Name extends StoreName>(
  { loaderUrls }: Settings,
  agency: Name,
  readerUrl: string,
): AgencyDatabase<Name> {
  const url = loaderUrls.get(agency.slug) ?? readerUrl;
  const reader = decodeURIComponent(new URL(readerUrl).username);
  const isSame = reader === decodeURIComponent(new URL(url).username);
  return { agency, url, readerUrl, reader: isSame ? null : reader, isOwn: true };
}

async function openEmbedded(request: DatabaseRequest<StoreName>): Promise<string> {
  const { settings, command, shutdown } = request;
  const running = command === 'start' ? null : await joinRunningSystem(settings, shutdown.stop);
  return ensureDatabase(running ?? (await startEmbedded(request)), databaseName);
}

async function startEmbedded({
  settings,
  command,
  shutdown,
  resources,
  report = complain,
}: DatabaseRequest<StoreName>): Promise<string> {
  const { folder } = settings;
  createDataFolder(folder);
  await waitForDataLock(folder);
  resources.defer(takeDataLock(folder, command));
  const server = await keepPostgres({ folder, signal: shutdown.stop }, report);
  resources.defer(() => server.stop(shutdown.hurry));
  return server.url;
}

/** The URL of the PostgreSQL of a system that runs or is starting, or null when none does. */
async function joinRunningSystem({ folder }: Settings, stop: AbortSignal): Promise<string | null> {
  // Only `start` stays; what a load or a migration has started ends with it.
  while (readLockHolder(folder)?.command === 'start') {
    const url = findRunningPostgres(folder);
    if (url !== null) return url;
    await delay(lookEveryMs, undefined, { signal: stop });
  }
  return null;
}
