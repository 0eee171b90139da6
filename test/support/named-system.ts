import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditState, verifyAudit } from '@boroughgraph/gateway/audit/verify-audit.ts';
import { prepareDirectory } from '@boroughgraph/gateway/directory/directory-tables.ts';
import { type GatewayOptions, startGateway } from '@boroughgraph/gateway/server.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import type { Purpose } from '@boroughgraph/schema/wire/purposes.ts';
import { createLocalJWKSet, type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type postgres from 'postgres';
import { agencies } from './all-agencies.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { type Answer, type RunningAgency, startAgency } from './running-system.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';
import { removeFolder } from './remove-folder.ts';

/** Who asks in a test. */
export interface Caller {
  readonly organisation: string;
  /** @default of all agencies */
  readonly scopes?: readonly string[];
  /** What the request is for; null where it does not say. @default SERIOUS_VIOLENCE_DUTY */
  readonly purpose?: Purpose | null;
  /** Who it is by the issuer of its organisation, so that the directory has to have him. @default somebody, by an issuer for whom it is not asked */
  readonly colleague?: string;
}

/** Every subgraph and a gateway that knows callers and that alone is answered, as `npm start` runs them. */
export interface NamedSystem extends AsyncDisposable {
  readonly url: string;
  /** The database with the directory, with the rights of its owner. */
  readonly sql: postgres.Sql;
  /** The headers with which a caller says who he is. */
  readonly headersOf: (caller: Caller) => Promise<Readonly<Record<string, string>>>;
  /** What was written down, and what is wrong with it. */
  readonly readAudit: () => Promise<AuditState>;
  /** Where it is written. */
  readonly auditFolder: string;
  readonly agencies: ReadonlyMap<string, RunningAgency>;
  /** The answer for a caller, or for somebody without a token where it is null. */
  readonly askAs: (
    caller: Caller | null,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<Answer>;
  readonly agency: (name: string) => RunningAgency;
  /** Loads a tidy file that was made for a test. */
  readonly load: (agency: string, dataset: string, text: string) => Promise<void>;
}

const issuer = 'https://login.partners.invalid/';
/** Speaks for these organisations alone, whose people the directory has to have. */
const councilIssuer = 'https://login.councils.invalid/';
const councils = ['hackney-council', 'camden-council'];
const audience = 'boroughgraph';

/** What a caller of a test may ask for. */
const allowed: readonly Purpose[] = ['SERIOUS_VIOLENCE_DUTY', 'RESEARCH'];

/** What else a system may have. */
export interface NamedOptions {
  /** Who vouch for callers, too. @default nobody else */
  readonly others?: NonNullable<GatewayOptions['issuers']>;
  /** In how much memory its gateway remembers answers; the servers of agencies lease the states of their stores then. @default 0: it remembers none */
  readonly responseBytes?: number;
}

/**
 * Starts the system, or of its agencies those that are named, its stores and its directory empty. Outside a test run, `makeDatabase` makes its
 * database.
 */
export async function startNamedSystem(
  only: readonly string[] = agencies.map(({ name }) => name),
  makeDatabase = createDatabase,
  { others = [], responseBytes = 0 }: NamedOptions = {},
): Promise<NamedSystem> {
  const resources = new AsyncDisposableStack();
  const database = resources.use(await makeDatabase());
  const { privateKey: signingKey, publicKey } = generateKeyPairSync('ed25519');
  const running = new Map<string, RunningAgency>();
  for (const subgraph of agencies.filter(({ name }) => only.includes(name)))
    running.set(
      subgraph.name,
      await startAgency(subgraph, database.url, { resources, gatewayKeys: [publicKey], isLeasing: responseBytes > 0 }),
    );
  const keys = await generateKeyPair('ES256');
  const issuers = [...(await issuersWith(keys.publicKey)), ...others];
  // Nobody is there where an agency was not started.
  const urls = Object.fromEntries(
    agencies.map(({ name }) => [name, `${running.get(name)?.url ?? 'http://127.0.0.1:9'}/graphql`]),
  );
  const directoryUrl = await createDirectory(database, resources);
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-audit-'));
  resources.defer(() => removeFolder(folder));
  const knowing = { issuers, directoryUrl, signingKey, audit: { folder, key: signingKey } };
  const at = { urls, port: 0, logLevel: 'silent', startPlanningThread: startKeptThread } as const;
  const gateway = resources.use(await startGateway({ ...at, ...knowing, responseBytes }));
  const agency = (name: string): RunningAgency => running.get(name) ?? notStarted(name);
  return {
    auditFolder: folder,
    readAudit: () => verifyAudit(folder, publicKey),
    url: gateway.url,
    sql: database.sql,
    headersOf: (caller) => headersOf(caller, keys.privateKey),
    agencies: running,
    agency,
    askAs: async (caller, query, variables = {}) =>
      ask(gateway.url, { query, variables }, caller === null ? {} : await headersOf(caller, keys.privateKey)),
    load: (name, dataset, text) => loadInto(agency(name), dataset, text),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

function notStarted(name: string): never {
  throw new Error(`no agency ${name}`);
}

async function issuersWith(key: CryptoKey) {
  const keys = createLocalJWKSet({ keys: [await exportJWK(key)] });
  const both = { audience, algorithms: ['ES256'] as const, keys };
  return [
    { ...both, issuer, organisations: null },
    { ...both, issuer: councilIssuer, organisations: councils },
  ];
}

/** Makes the directory, and a role that is as the gateway's; returns the URL with it. */
async function createDirectory({ url, sql }: TestDatabase, resources: AsyncDisposableStack): Promise<string> {
  const gatewayUrl = new URL(url);
  gatewayUrl.username = `${gatewayUrl.pathname.slice(1)}_gateway`;
  gatewayUrl.password = 'gateway';
  const role = sql(gatewayUrl.username);
  await sql`drop role if exists ${role}`;
  await sql`create role ${role} login password 'gateway'`;
  resources.defer(async () => {
    await sql`drop owned by ${role}`;
    await sql`drop role ${role}`;
  });
  await prepareDirectory(sql, gatewayUrl.username);
  return gatewayUrl.href;
}

async function headersOf(
  { organisation, scopes, purpose = 'SERIOUS_VIOLENCE_DUTY', colleague }: Caller,
  key: CryptoKey,
): Promise<Readonly<Record<string, string>>> {
  const scope = (scopes ?? agencies.map(({ name }) => `${name}:restricted`)).join(' ');
  const token = await new SignJWT({ organisation, scope, purposes: [...allowed] })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(colleague === undefined ? issuer : councilIssuer)
    .setAudience(audience)
    .setSubject(colleague ?? 'somebody')
    .setExpirationTime('10m')
    .sign(key);
  return { authorization: `Bearer ${token}`, ...(purpose !== null && { 'x-purpose': purpose }) };
}

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

async function ask(url: string, asked: Asked, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
  // A GraphQL server answers in this form; a test that gets another fails where it reads it.
  return (await response.json()) as Answer;
}

/** Loads a tidy file that was made for a test into an agency. */
export async function loadInto({ subgraph, store }: RunningAgency, dataset: string, text: string): Promise<void> {
  const source = sourceFile(`${dataset}.csv`, new TextEncoder().encode(text));
  const { datasets } = subgraph;
  const report = await loadText({ sql: store.sql, datasets, dataset, source, publishedAt: '2025-01-01' });
  if (report.outcome !== 'loaded') throw new Error(`${dataset} was not loaded: ${JSON.stringify(report)}`);
}
