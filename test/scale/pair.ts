import { execFile, spawn } from 'node:child_process';
import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { agencyNames, type AgencyName, directoryName, type StoreName } from '@boroughgraph/system/agency-names.ts';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import { writeGatewayKey, writeSigningKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { agencyRoles } from '@boroughgraph/schema/wire/agency-names.ts';
import postgres from 'postgres';
import { type Member, startMember } from './member.ts';
import { type ProxiedPlace, startProxy } from './proxy.ts';
import { type ReplicatedPostgres, startReplicatedPostgres } from './replicated-postgres.ts';
import { removeFolder } from '../support/remove-folder.ts';

/** Two of everything behind a proxy. It is stopped when it is disposed of. */
export interface Pair extends AsyncDisposable {
  /** Where clients ask. */
  readonly url: string;
  readonly gateways: readonly Member[];
  readonly servers: readonly Member[];
  /** For files of who uses it. */
  readonly folder: string;
  /** Where both gateways write down who asked for what. */
  readonly auditFolder: string;
  /** Runs a command of the system on the primary, and gives what that prints. Rejects where it fails. */
  readonly run: (...command: readonly string[]) => Promise<string>;
}

const runFile = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'system/src/main.ts');
const databaseName = 'boroughgraph';

/** So much that nobody is refused: what is left of it is looked at. */
const budget = 1_000_000_000;

/** Starts two of everything, with the sample. `issuers` is the file of who vouches for callers. */
export async function startPair(programs: string, issuers: string): Promise<Pair> {
  await using unfinished = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'boroughgraph-scale-'));
  unfinished.defer(() => removeFolder(data));
  const databases = unfinished.use(await startReplicatedPostgres(programs));
  const urlOf = await createDatabase(databases);
  const auditFolder = join(data, 'audit');
  const key = writeSigningKey(generateKeyPairSync('ed25519').privateKey);
  const audit = { AUDIT_FOLDER: auditFolder, AUDIT_SIGNING_KEY: key };
  const env = { ...process.env, ...audit, BOROUGHGRAPH_DATA: data, DATABASE_URL: urlOf('primary', null) };
  await prepareStores(env);
  const setting: Setting = {
    data,
    issuers,
    audit,
    urlOf,
    places: await choosePlaces(),
    keys: generateKeyPairSync('ed25519'),
  };
  const servers = agencyNames.flatMap((agency) =>
    both.map((index) => unfinished.use(startServer(setting, agency, index))),
  );
  const gateways = both.map((index) => unfinished.use(startGateway(setting, index)));
  // A gateway is ready when it reaches an agency, by the proxy.
  unfinished.use(startProxy(setting.places.proxied));
  for (const member of [...servers, ...gateways]) await member.ready();
  const resources = unfinished.move();
  return {
    url: `http://127.0.0.1:${setting.places.publicPort}/graphql`,
    gateways,
    servers,
    folder: data,
    auditFolder,
    run: async (...command) => (await runFile(process.execPath, [main, ...command], { cwd: root, env })).stdout,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/** What members are told. */
interface Setting {
  readonly data: string;
  readonly issuers: string;
  readonly audit: NodeJS.ProcessEnv;
  readonly urlOf: (of: 'primary' | 'replica', login: Login | null) => string;
  readonly places: Places;
  readonly keys: KeyPairKeyObjectResult;
}

const common = { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn' };

/** As whom a store is read. */
function loginOf(store: StoreName, data: string): Login {
  const { reader: role } = agencyRoles(store, databaseName);
  return { role, password: readFileSync(join(data, 'role-passwords', role), 'utf8') };
}

/** A server of an agency, which reads the replica, and hears of changes at the primary. */
function startServer({ data, urlOf, places, keys }: Setting, agency: AgencyName, index: number): Member {
  const login = loginOf(agency, data);
  const environment = {
    ...common,
    GATEWAY_KEYS: writeGatewayKey(keys.publicKey),
    [agency.variables.databaseUrl]: urlOf('replica', login),
    [agency.variables.listenDatabaseUrl]: urlOf('primary', login),
  };
  const script = join(root, 'subgraphs', agency.slug, 'src/main.ts');
  return startMember({
    name: `${agency.slug} ${index + 1}`,
    script,
    port: places.serverPort(agency, index),
    environment,
  });
}

/** A gateway, which counts budgets at the primary, and looks there who may be named. */
function startGateway({ data, issuers, audit, urlOf, places, keys }: Setting, index: number): Member {
  const addresses = agencyNames.map((agency) => {
    return [agency.variables.url, `http://127.0.0.1:${places.agencyPort(agency, index)}/graphql`] as const;
  });
  const environment = {
    ...common,
    ...audit,
    GATEWAY_SIGNING_KEY: writeSigningKey(keys.privateKey),
    CALLER_ISSUERS: issuers,
    AUDIT_SHARE: '1',
    COST_BUDGET: String(budget),
    BUDGETS_URL: urlOf('primary', null),
    [directoryName.variables.databaseUrl]: urlOf('primary', loginOf(directoryName, data)),
    ...Object.fromEntries(addresses),
  };
  const script = join(root, 'gateway/src/main.ts');
  return startMember({ name: `gateway ${index + 1}`, script, port: places.gatewayPorts[index] ?? 0, environment });
}

const both = [0, 1] as const;

interface Login {
  readonly role: string;
  readonly password: string;
}

/** Makes the database, and gives where it is for whom; as the superuser where nobody is named. */
async function createDatabase({ primary, replica }: ReplicatedPostgres) {
  const sql = postgres(primary.url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`create database ${databaseName}`);
  await sql.end();
  return (of: 'primary' | 'replica', login: Login | null): string => {
    const url = new URL((of === 'primary' ? primary : replica).url);
    url.pathname = `/${databaseName}`;
    if (login !== null) [url.username, url.password] = [login.role, login.password];
    return url.href;
  };
}

/** Starts the system once by itself, which makes roles, tables and the sample, and stops it. */
async function prepareStores(environment: NodeJS.ProcessEnv): Promise<void> {
  const ports: [string, string][] = [['GATEWAY_PORT', String(await findFreePort())]];
  for (const { variables } of agencyNames) ports.push([variables.port, String(await findFreePort())]);
  const env = { ...environment, ...(Object.fromEntries(ports) as NodeJS.ProcessEnv) };
  const child = spawn(process.execPath, [main, 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  const isReady = Promise.withResolvers<undefined>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      // What the system prints when it can be used.
      if (said.includes('Playground')) isReady.resolve(undefined);
    });
  await Promise.race([isReady.promise, ended]);
  child.kill('SIGTERM');
  await ended;
  if (!said.includes('Playground')) throw new Error(`The stores could not be prepared:\n${said}`);
}

type Places = Awaited<ReturnType<typeof choosePlaces>>;

/** Where everything listens: each gateway has a place for each agency, which leads to the server of its own number while that is there. */
async function choosePlaces() {
  const ports = new Map<string, number>();
  const names = agencyNames.flatMap(({ slug }) =>
    both.flatMap((index) => [`server ${slug} ${index}`, `place ${slug} ${index}`]),
  );
  for (const name of ['public', 'gateway 0', 'gateway 1', ...names]) ports.set(name, await findFreePort());
  const portOf = (name: string): number => ports.get(name) ?? 0;
  const serverPort = ({ slug }: AgencyName, index: number) => portOf(`server ${slug} ${index}`);
  const agencyPort = ({ slug }: AgencyName, index: number) => portOf(`place ${slug} ${index}`);
  const gatewayPorts = both.map((index) => portOf(`gateway ${index}`));
  const forGateways: readonly ProxiedPlace[] = agencyNames.flatMap((agency) =>
    both.map((index) => ({
      name: `${agency.slug}-for-gateway-${index + 1}`,
      port: agencyPort(agency, index),
      servers: [serverPort(agency, index), serverPort(agency, 1 - index)],
      isFirstPreferred: true,
    })),
  );
  const publicPlace = { name: 'gateways', port: portOf('public'), servers: gatewayPorts, isFirstPreferred: false };
  return { publicPort: portOf('public'), gatewayPorts, serverPort, agencyPort, proxied: [publicPlace, ...forGateways] };
}
