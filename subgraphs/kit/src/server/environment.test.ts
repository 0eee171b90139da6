import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const library = { name: 'library', variablePrefix: 'LIBRARY' };
const url = 'postgres://reader:secret@localhost:5433/library';
const read = (variables: NodeJS.ProcessEnv) => readEnvironment(library, variables, 4009);

describe('the environment of a subgraph', () => {
  it('needs the address of its database alone', () => {
    expect(read({ LIBRARY_DATABASE_URL: url })).toEqual({
      port: 4009,
      host: '127.0.0.1',
      databaseUrl: url,
      logLevel: 'info',
    });
  });

  it.each([
    [{}, /^LIBRARY_DATABASE_URL is missing: expected an address such as postgres:/],
    [{ LIBRARY_DATABASE_URL: 'secret' }, /^LIBRARY_DATABASE_URL is no address of a PostgreSQL database: expected/],
    [{ LIBRARY_DATABASE_URL: url, PORT: 'http' }, /^PORT is "http": expected a port such as 4009/],
    [{ LIBRARY_DATABASE_URL: url, PORT: '70000' }, /^PORT is "70000": /],
    [{ LIBRARY_DATABASE_URL: url, LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": .*"fatal"/],
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
