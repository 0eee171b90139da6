import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const library = { ...agencyNames('library'), port: 4009 };
const url = 'postgres://reader:secret@localhost:5433/library';
const read = (variables: NodeJS.ProcessEnv) => readEnvironment(library, variables);

describe('the environment of a subgraph', () => {
  it('needs the address of its database alone', () => {
    expect(read({ LIBRARY_DATABASE_URL: url })).toEqual({
      port: 4009,
      host: '127.0.0.1',
      databaseUrl: url,
      listenUrl: url,
      logLevel: 'info',
      hidesSchema: false,
      gatewayKeys: [],
      storeConnections: 8,
      metrics: null,
      tracing: null,
    });
  });

  it.each([
    [{}, /^LIBRARY_DATABASE_URL is missing: it must be a PostgreSQL URL .* Example: LIBRARY_DATABASE_URL=postgres:/],
    [
      { LIBRARY_DATABASE_URL: 'secret' },
      /^LIBRARY_DATABASE_URL is no PostgreSQL URL .* Example: LIBRARY_DATABASE_URL=/,
    ],
    [{ LIBRARY_DATABASE_URL: url, PORT: 'http' }, /^PORT is "http", but must be .* Example: PORT=4009$/],
    [{ LIBRARY_DATABASE_URL: url, PORT: '70000' }, /^PORT is "70000", but must be /],
    [
      { LIBRARY_DATABASE_URL: url, HOST: '0.0.0.0' },
      /^HOST is "0.0.0.0", .* GATEWAY_KEYS is missing: .* GATEWAY_KEYS=/,
    ],
    [{ LIBRARY_DATABASE_URL: url, GATEWAY_KEYS: 'c2VjcmV0' }, /^GATEWAY_KEYS is "c2VjcmV0", but must be Ed25519 /],
    [{ LIBRARY_DATABASE_URL: url, LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud", but must be one of fatal/],
  ])('says what is wrong with %j', (variables, sentence) => {
    expect(() => read(variables)).toThrow(sentence);
  });

  it('names every wrong variable, and repeats no password', () => {
    expect(() => read({ LIBRARY_DATABASE_URL: 'mysql://root:secret@db', PORT: 'x' })).toThrow(
      /PORT[^]*LIBRARY_DATABASE_URL/,
    );
    expect(() => read({ LIBRARY_DATABASE_URL: 'mysql://root:secret@db' })).not.toThrow(/secret/);
  });
});
