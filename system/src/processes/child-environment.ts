import { createPublicKey, type KeyObject } from 'node:crypto';
import type { AuditPlace } from '@boroughgraph/gateway/audit/audit-chain.ts';
import {
  auditFolderVariable,
  auditKeyVariable,
  gatewayKeysVariable,
  signingKeyVariable,
  writeGatewayKey,
  writeSigningKey,
} from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { metricsPortVariable } from '@boroughgraph/schema/process/variables.ts';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { type AgencyName, agencyNames, directoryName } from '../agency-names.ts';
import type { AgencyDatabase } from '../stores/open-databases.ts';
import type { Settings } from '../settings.ts';

/** Variables by which a program could come to a database that is not its own. */
const databaseVariable = /(^|_)DATABASE_URL$|^PG/;

/** Variables by which a program could speak for a gateway, or let callers in. */
const gatewayVariable = /^(GATEWAY_SIGNING_KEY|AUDIT_SIGNING_KEY|CALLER_ISSUERS|DEVELOPMENT_CALLER_KEY)$/;

/** Address of what only the gateway talks to. */
const internalHost = '127.0.0.1';

/** The environment of an agency's subgraph: the URL of its own database and of no other. */
export function describeSubgraphEnvironment(
  base: Environment,
  settings: Settings,
  request: {
    readonly database: Pick<AgencyDatabase, 'agency' | 'readerUrl'>;
    /** The public key of the gateway that alone is answered; null where the subgraph runs without one. */
    readonly gatewayKey: string | null;
  },
): NodeJS.ProcessEnv {
  const { agency, readerUrl } = request.database;
  const listenUrl = settings.listenUrls.get(agency.slug);
  return {
    ...without(base, databaseVariable, gatewayVariable),
    HOST: request.gatewayKey === null ? settings.host : internalHost,
    PORT: String(readAgencyPort(settings, agency)),
    ...metricsOf(settings, 1 + agencyNames.indexOf(agency)),
    LOG_LEVEL: settings.logLevel,
    [agency.variables.databaseUrl]: readerUrl,
    ...(listenUrl !== undefined && { [agency.variables.listenDatabaseUrl]: listenUrl }),
    ...(request.gatewayKey !== null && { [gatewayKeysVariable.name]: request.gatewayKey }),
  };
}

/** What lets a gateway speak to agencies, and callers to it. */
export interface GatewayAccess {
  /** Its private key, as text. */
  readonly signingKey: string;
  /** Where it writes down what is asked, and with which key it signs that; null where nobody is named. */
  readonly audit: AuditPlace | null;
  /** The public key whose tokens are believed for development; null where they are not. */
  readonly developmentKey: string | null;
  /** The database of the directory, as the gateway may use it; null where there is none. */
  readonly directoryUrl: string | null;
  /** The key with which the versions of the graph in the data folder are signed. */
  readonly publisherKey: KeyObject;
}

/** The environment of the gateway: where each subgraph answers, with which key it speaks to them, and no database but that of the directory. */
export function describeGatewayEnvironment(
  base: Environment,
  settings: Settings,
  {
    agencies,
    signingKey,
    audit,
    developmentKey,
    directoryUrl,
    publisherKey,
  }: GatewayAccess & { readonly agencies: readonly AgencyName[] },
): NodeJS.ProcessEnv {
  const published = describePublished(base, settings, publisherKey);
  const addresses = agencies.map((agency) => {
    return [agency.variables.url, `http://${internalHost}:${readAgencyPort(settings, agency)}/graphql`] as const;
  });
  return {
    ...without(base, databaseVariable),
    ...published,
    ...describeUsage(base, settings),
    ...Object.fromEntries(addresses),
    [signingKeyVariable.name]: signingKey,
    ...(audit !== null && {
      [auditFolderVariable.name]: audit.folder,
      [auditKeyVariable.name]: writeSigningKey(audit.key),
    }),
    ...(directoryUrl !== null && { [directoryName.variables.databaseUrl]: directoryUrl }),
    ...(developmentKey !== null && { DEVELOPMENT_CALLER_KEY: developmentKey }),
    HOST: settings.host,
    PORT: String(settings.gatewayPort),
    ...metricsOf(settings, 0),
    LOG_LEVEL: settings.logLevel,
  };
}

/** A port for each process, one after another; any that is free for all where the first is. */
function metricsOf({ metricsPort }: Settings, position: number): NodeJS.ProcessEnv {
  if (metricsPort === null) return {};
  return { [metricsPortVariable.name]: String(metricsPort === 0 ? 0 : metricsPort + position) };
}

/** The port of an agency's subgraph. */
export function readAgencyPort(settings: Settings, agency: AgencyName): number {
  return settings.agencyPorts.get(agency.slug) ?? agency.defaultPort;
}

function without(base: Environment, ...patterns: readonly RegExp[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(base).filter(([name]) => !patterns.some((pattern) => pattern.test(name))));
}

function describeUsage(base: Environment, { folder }: Settings): Record<string, string> {
  return (base['USAGE_FOLDER'] ?? '').trim() === '' ? { USAGE_FOLDER: folder.usage } : {};
}

/** Versions are published in the data folder, unless somebody names another place, and so who may publish there. */
function describePublished(base: Environment, { folder }: Settings, key: KeyObject): Record<string, string> {
  if ((base['SUPERGRAPH'] ?? '').trim() !== '') return {};
  const own = writeGatewayKey(createPublicKey(key));
  const others = (base['SUPERGRAPH_KEYS'] ?? '').trim();
  return { SUPERGRAPH: folder.published, SUPERGRAPH_KEYS: others === '' ? own : `${own},${others}` };
}
