import { existsSync, readFileSync } from 'node:fs';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import { type PasswordPlace, readPasswordFile } from './password-file.ts';

/** Where a database is and how it is reached, in the form in which postgres.js takes it beside its other options. */
export interface DatabaseConnection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Left out where the URL names nobody: postgres.js then takes the user of the process. */
  readonly username?: string;
  /** As it stands in the URL, or as a file has it when it is asked for: at each new connection. */
  readonly password?: string | (() => string);
  /** Whether, and how strictly, the connection is encrypted. */
  readonly ssl: false | 'allow' | 'prefer' | 'require' | ServerProof;
  /** Whether a pooler is between that lends a connection for a transaction: nothing may be set for a session, nor prepared in one. */
  readonly isPooled: boolean;
  /** Parameters of the connection that the URL sets. */
  readonly named: Readonly<Record<string, string>>;
}

/** What a server has to show: a certificate for its host, by one of `ca`, or of those that Node trusts. */
export type ServerProof = Pick<ConnectionOptions, 'ca' | 'checkServerIdentity'>;

/** As libpq has them. Source: PostgreSQL 18 documentation, 34.19.1 Client Verification of Server Certificates. */
const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/** What a URL may say after its question mark. Anything else PostgreSQL would be sent, and refuse the connection for. */
const parameters: readonly string[] = ['sslmode', 'sslrootcert', 'passfile', 'application_name', 'pooler'];

const postgresPort = 5432;

/**
 * The connection that a database URL describes.
 *
 * The name of an application is passed on; `pooler=transaction` says that a pooler lends a connection for each transaction; `sslrootcert` names a file of certificates, and with it the server has to show one of
 * them whatever `sslmode` says but `disable`; `passfile` names a file of passwords, which is read anew for each connection.
 *
 * @throws {Error} when the text is no such URL: look with {@link findDatabaseUrlFault} first.
 */
export function describeConnection(text: string): DatabaseConnection {
  const fault = findDatabaseUrlFault(text);
  const url = URL.parse(text);
  if (fault !== null || url === null) throw new Error(`A database URL cannot be used: ${fault ?? 'it is none'}`);
  const name = url.searchParams.get('application_name');
  const place = {
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: url.port === '' ? postgresPort : Number(url.port),
    database: decodeURIComponent(url.pathname.slice(1)),
  };
  const username = decodeURIComponent(url.username);
  return {
    host: asList(place.host),
    port: asList(place.port),
    database: place.database,
    ...(username !== '' && { username }),
    ...passwordOf(url, { ...place, username }),
    ssl: encryptionOf(url, place.host),
    isPooled: url.searchParams.get('pooler') === 'transaction',
    named: name === null ? {} : { application_name: name },
  };
}

/**
 * A list of one in the place of that one: postgres.js takes lists of hosts and ports, which its types do not know, and parts a text at
 * its colons, which an IPv6 address has.
 */
function asList<One>(one: One): One {
  return [one] as unknown as One;
}

/** What stands in the URL comes first, as libpq has it. */
function passwordOf(url: URL, place: PasswordPlace): Pick<DatabaseConnection, 'password'> {
  if (url.password !== '') return { password: decodeURIComponent(url.password) };
  const path = url.searchParams.get('passfile');
  return path === null ? {} : { password: () => readPasswordFile(path, place) };
}

function encryptionOf({ searchParams }: URL, host: string): DatabaseConnection['ssl'] {
  const mode = searchParams.get('sslmode');
  const certificates = searchParams.get('sslrootcert');
  if (mode === 'disable') return false;
  // Node is given a connection that is there already, and would take one to an address for one to localhost.
  const proof: ServerProof = { checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate) };
  if (certificates !== null) return { ...proof, ca: readFileSync(certificates, 'utf8') };
  if (mode === 'verify-ca' || mode === 'verify-full') return proof;
  return mode === 'allow' || mode === 'prefer' || mode === 'require' ? mode : false;
}

/**
 * What is wrong with a text that should be a database URL, as the end of a sentence; null for one that can be used. It repeats
 * nothing of the text but its beginning and its parameters, since all else may be a password. Never throws.
 */
export function findDatabaseUrlFault(text: string): string | null {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? [];
  if (scheme === undefined) return 'it does not begin with postgres://';
  if (!/^postgres(ql)?$/i.test(scheme)) return `it begins with ${scheme}://, and must with postgres://`;
  const url = URL.parse(text);
  if (url === null) return findUnreadable(text);
  if (url.hostname === '') return 'it names no host';
  if (url.hostname.includes(',')) return 'it names several hosts, and must name one';
  if (url.pathname.length <= 1) return 'it names no database: write one after the host, as in /boroughgraph';
  if (url.hash !== '') return 'a # stands in it: in a password it is written %23';
  return findUndecodable(url) ?? findParameterFault(url.searchParams);
}

/** Why a text that begins like a database URL is none. */
function findUnreadable(text: string): string {
  const [authority = ''] = text.slice(text.indexOf('://') + '://'.length).split(/[/?#]/);
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  if ((place.match(/:/g)?.length ?? 0) > 1 && !place.startsWith('['))
    return 'its host has colons: write an IPv6 address in brackets, as in [::1]:5432';
  if (/:\d+$/.test(place) && Number(place.slice(place.lastIndexOf(':') + 1)) > 65_535) return 'its port is above 65535';
  return 'it cannot be read: in a user or password write / as %2F, ? as %3F, # as %23, @ as %40, : as %3A and % as %25';
}

function findUndecodable(url: URL): string | null {
  const parts = { user: url.username, password: url.password, database: url.pathname };
  const [wrong] = Object.entries(parts).find(([, part]) => !isDecodable(part)) ?? [];
  return wrong === undefined ? null : `its ${wrong} has a % with no two hexadecimal digits after it: write it as %25`;
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function findParameterFault(given: URLSearchParams): string | null {
  const unknown = given.keys().find((name) => !parameters.includes(name));
  if (unknown !== undefined) return `it sets ${unknown}, and may set ${parameters.join(', ')}`;
  const mode = given.get('sslmode');
  if (mode !== null && !sslModes.some((each) => each === mode))
    return `its sslmode is "${mode}", and must be one of ${sslModes.join(', ')}`;
  const pooler = given.get('pooler');
  if (pooler !== null && pooler !== 'transaction')
    return `its pooler is "${pooler}", and may be transaction: one that lends connections for longer needs nothing said`;
  return findMissingFile(given);
}

function findMissingFile(given: URLSearchParams): string | null {
  for (const name of ['sslrootcert', 'passfile']) {
    const path = given.get(name);
    if (path !== null && !existsSync(path)) return `its ${name} "${path}" is no file`;
  }
  return null;
}
