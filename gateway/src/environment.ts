import { agencyAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';

/** Where each agency's subgraph answers: subgraph name, then its GraphQL URL. */
export type AgencyUrls = Readonly<Record<string, string>>;

/** Everything that the gateway takes from its environment, checked. */
export type GatewaySettings = {
  readonly port: number;
  readonly host: string;
  readonly urls: AgencyUrls;
  readonly corsOrigins: readonly string[];
  readonly timeoutMs: number;
  readonly logLevel: LogLevel;
};

/** How much is logged; `silent` is nothing. */
export type LogLevel = (typeof logLevels)[number];

/** Variables whose values cannot be used; the message has one line for each, with an example that would work. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** One variable: what it is when nothing is set, how its text is read (null: cannot be), and how to write it. */
type Variable<Value> = {
  readonly name: string;
  readonly fallback: string;
  readonly expected: string;
  readonly example: string;
  readonly read: (text: string) => Value | null;
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

// The ports on which `npm start` puts the subgraphs.
const agencies = [
  { name: 'policing', variable: 'POLICING_URL', port: 4001 },
  { name: 'criminal-justice', variable: 'CRIMINAL_JUSTICE_URL', port: 4002 },
  { name: 'health', variable: 'HEALTH_URL', port: 4003 },
  { name: 'local-authority', variable: 'LOCAL_AUTHORITY_URL', port: 4004 },
];

const variables = {
  port: {
    name: 'PORT',
    fallback: '4000',
    expected: 'a whole number from 0 to 65535 (0 takes any free port)',
    example: '4000',
    read: (text) => readWhole(text, { from: 0, to: 65_535 }),
  } satisfies Variable<number>,
  host: {
    name: 'HOST',
    // This machine only. Serving a network is a decision that somebody should have to make.
    fallback: '127.0.0.1',
    expected: 'a host name or address to listen on',
    example: '0.0.0.0',
    read: (text) => (/^[\w.:-]+$/.test(text) ? text : null),
  } satisfies Variable<string>,
  corsOrigins: {
    name: 'CORS_ORIGINS',
    // The playground is served from the gateway's own origin, which needs no permission.
    fallback: '',
    expected: 'origins with commas between them',
    example: 'https://dashboard.example,http://localhost:5173',
    read: readOrigins,
  } satisfies Variable<readonly string[]>,
  timeoutMs: {
    name: 'SUBGRAPH_TIMEOUT_MS',
    fallback: String(agencyAnswerMs),
    expected: 'a whole number of milliseconds from 1 to 600000',
    example: '10000',
    read: (text) => readWhole(text, { from: 1, to: 600_000 }),
  } satisfies Variable<number>,
  logLevel: {
    name: 'LOG_LEVEL',
    fallback: 'info',
    expected: `one of ${logLevels.join(', ')}`,
    example: 'info',
    read: (text) => logLevels.find((level) => level === text) ?? null,
  } satisfies Variable<LogLevel>,
};

/**
 * The gateway's settings, from environment variables or their defaults. An empty variable counts as not set.
 *
 * @throws {EnvironmentError} naming every variable that cannot be used, what was there, and one that could.
 */
export function readEnvironment(environment: Environment): GatewaySettings {
  const problems: string[] = [];
  const take = <Value>(variable: Variable<Value>): Value | null => {
    const text = environment[variable.name]?.trim() || variable.fallback;
    const value = variable.read(text);
    if (value === null) problems.push(describeProblem(variable, text));
    return value;
  };
  const urls: Record<string, string | null> = {};
  for (const agency of agencies) urls[agency.name] = take(urlVariable(agency));
  const settings = {
    port: take(variables.port),
    host: take(variables.host),
    urls,
    corsOrigins: take(variables.corsOrigins),
    timeoutMs: take(variables.timeoutMs),
    logLevel: take(variables.logLevel),
  };
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  // No problem was found, so that no value is null: the compiler cannot follow that through the list of problems.
  return settings as GatewaySettings;
}

function describeProblem(variable: Variable<unknown>, text: string): string {
  return `${variable.name} is "${text}", but must be ${variable.expected}. Example: ${variable.name}=${variable.example}`;
}

function urlVariable(agency: { variable: string; port: number }): Variable<string> {
  const url = `http://127.0.0.1:${agency.port}/graphql`;
  return { name: agency.variable, fallback: url, expected: 'an http or https URL', example: url, read: readHttpUrl };
}

function readHttpUrl(text: string): string | null {
  const url = URL.parse(text);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? text : null;
}

function readWhole(text: string, bounds: { from: number; to: number }): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= bounds.from && value <= bounds.to ? value : null;
}

function readOrigins(text: string): readonly string[] | null {
  const origins = text
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  return origins.every((origin) => readHttpUrl(origin) !== null && URL.parse(origin)?.origin === origin)
    ? origins
    : null;
}
