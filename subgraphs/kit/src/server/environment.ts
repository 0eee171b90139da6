import { z } from 'zod';
import type { Subgraph } from './subgraph.ts';

/** What a subgraph's server is told by its variables. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly logLevel: string;
}

/**
 * Reads the variables of one subgraph, once.
 *
 * @throws an Error whose message names each wrong variable, what it holds and an example; the database address, which may hold a password, is not repeated.
 */
export function readEnvironment(
  subgraph: Pick<Subgraph, 'variablePrefix' | 'name'>,
  variables: NodeJS.ProcessEnv,
  defaultPort: number,
): Environment {
  const urlName = `${subgraph.variablePrefix}_DATABASE_URL`;
  const parsed = z
    .object({
      PORT: z.coerce.number(`expected a port such as ${defaultPort}`).int().min(1).max(65_535).default(defaultPort),
      HOST: z.string().min(1).default('127.0.0.1'),
      LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
      DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: () => `expected ${exampleUrl}` }),
    })
    .safeParse({ ...variables, DATABASE_URL: variables[urlName] });
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => sentence(issue, variables, urlName)).join('\n'));
  const { PORT, HOST, LOG_LEVEL, DATABASE_URL } = parsed.data;
  return { port: PORT, host: HOST, logLevel: LOG_LEVEL, databaseUrl: DATABASE_URL };
}

const exampleUrl = 'an address such as postgres://user:password@localhost:5433/boroughgraph';

function sentence(issue: z.core.$ZodIssue, variables: NodeJS.ProcessEnv, urlName: string): string {
  const field = String(issue.path[0]);
  const name = field === 'DATABASE_URL' ? urlName : field;
  const given = variables[name];
  const found = name === urlName ? 'no address of a PostgreSQL database' : JSON.stringify(given);
  return `${name} is ${given === undefined ? 'missing' : found}: ${issue.message}`;
}
