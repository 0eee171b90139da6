import { isIP } from 'node:net';
import { z } from 'zod';
import { findDatabaseUrlFault } from './database-url.ts';
import type { Variable } from './environment.ts';

/** How much is logged, most important first; `silent` is nothing. Pino's levels, which every server of ours logs with. */
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];

/** `LOG_LEVEL`. */
export function logLevelVariable(fallback: LogLevel): Variable<LogLevel> {
  return {
    name: 'LOG_LEVEL',
    schema: z.enum(logLevels),
    fallback,
    expected: `one of ${logLevels.join(', ')}`,
    example: 'info',
    says: 'How much is logged.',
  };
}

/** A port to listen on, or 0 for any that is free. */
export function portVariable(name: string, fallback: number, says = 'The port to listen on.'): Variable<number> {
  return {
    name,
    schema: wholeNumber({ from: 0, to: 65_535 }),
    fallback,
    expected: 'a whole number from 0 to 65535 (0 takes any free port)',
    example: String(fallback),
    says,
  };
}

/** A port that others must know beforehand. */
export function knownPortVariable(name: string, fallback: number, says: string): Variable<number> {
  return {
    name,
    schema: wholeNumber({ from: 1, to: 65_535 }),
    fallback,
    expected: 'a port number from 1 to 65535',
    example: String(fallback),
    says,
  };
}

const addressSchema = z.string().refine((text) => text === 'localhost' || isIP(text) !== 0);

/** `HOST`: what a server listens on. */
export const hostVariable: Variable<string> = {
  name: 'HOST',
  schema: addressSchema,
  // This machine only. Serving a network is a decision that somebody should have to make.
  fallback: '127.0.0.1',
  expected: 'an address to listen on, or localhost',
  example: '0.0.0.0',
  says: 'What to listen on. 0.0.0.0 or :: lets other machines in. A mere name is not heeded: shells, conda and others set HOST to one.',
  // csh and conda export it as the name of the machine (`x86_64-conda-linux-gnu`), which nobody has meant for us.
  isForeign: (text) => /^[\w.-]*[a-z_][\w.-]*$/i.test(text) && text !== 'localhost' && isIP(text) === 0,
};

/** `METRICS_PORT`: where a process tells Prometheus what it counts; null where it counts nothing. */
export const metricsPortVariable: Variable<number | null> = {
  name: 'METRICS_PORT',
  schema: wholeNumber({ from: 0, to: 65_000 }),
  fallback: null,
  expected: 'a whole number from 0 to 65000 (0 takes any free port)',
  example: '9400',
  says: 'The port at which Prometheus reads `/metrics`; without it nothing is counted. `npm start` gives it to the gateway and the next ones to the agencies, in the order of their ports.',
};

/** `METRICS_HOST`: on what the door for Prometheus listens. */
export const metricsHostVariable: Variable<string> = {
  name: 'METRICS_HOST',
  schema: addressSchema,
  fallback: '127.0.0.1',
  expected: 'an address to listen on, or localhost',
  example: '10.0.0.5',
  says: 'What that port listens on. Everybody who reaches it may read it.',
};

/** `HIDE_SCHEMA`: whether a server answers nothing about its schema, and offers no names in place of one that there is not. */
export const hideSchemaVariable: Variable<boolean> = {
  name: 'HIDE_SCHEMA',
  schema: z.enum(['true', 'false']).transform((text) => text === 'true'),
  // The graph is open, and its schema published: it tells nobody what he could not read.
  fallback: false,
  expected: 'true or false',
  example: 'true',
  says: 'Whether nothing is told about the schema, by introspection or by names that errors offer.',
};

/** The URL of a server. */
export function httpUrlVariable(name: string, fallback: string, says: string): Variable<string> {
  const schema = z.string().refine(isHttpUrl);
  return { name, schema, fallback, expected: 'an http or https URL', example: fallback, says };
}

/** The URL of a database, which has to be set; its password is never shown. */
export function databaseUrlVariable(name: string, says: string): Variable<string> {
  return {
    name,
    schema: z.string().refine((text) => findDatabaseUrlFault(text) === null),
    expected: 'a PostgreSQL URL with a database',
    example: 'postgres://user:password@127.0.0.1:5432/boroughgraph',
    says,
    explain: findDatabaseUrlFault,
    isSecret: true,
  };
}

/** The word in place of a URL for a server that asks for the state of its store at each request. */
export const neverListen = 'none';

/** Where a server leases the state of its store; null for where it reads. */
export function listenUrlVariable(name: string): Variable<string | null> {
  const says =
    'Where the server of an agency leases the state of its store, if elsewhere than it reads: past a pooler. With none it asks at each request.';
  const { schema, expected, ...variable } = databaseUrlVariable(name, says);
  return {
    ...variable,
    schema: z.literal(neverListen).or(schema),
    fallback: null,
    expected: `${expected}, where changes to the store are made, or ${neverListen}`,
  };
}

/** A whole number between two, both included, in digits alone: `0x10` and `1e3` are mistakes. */
export function wholeNumber({ from, to }: { readonly from: number; readonly to: number }): z.ZodType<number, string> {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(from).max(to));
}

/** Whether a text is the URL of a server. Never throws. */
export function isHttpUrl(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'http:' || protocol === 'https:';
}
