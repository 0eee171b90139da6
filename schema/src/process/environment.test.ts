import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EnvironmentError, readVariables } from './environment.ts';
import { databaseUrlVariable, hostVariable, httpUrlVariable, logLevelVariable, portVariable } from './variables.ts';

const variables = {
  port: portVariable('PORT', 4000),
  host: hostVariable,
  logLevel: logLevelVariable('info'),
  stores: {
    own: databaseUrlVariable('OWN_URL', 'The own one.'),
    other: { ...databaseUrlVariable('OTHER_URL', 'Another one.'), fallback: null },
  },
  urls: { library: httpUrlVariable('LIBRARY_URL', 'http://127.0.0.1:4009/graphql', 'Where it is.') },
};
const own = 'postgres://reader:secret@localhost:5433/library';

const problemsOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readVariables(environment, variables);
    return [];
  } catch (error) {
    return error instanceof EnvironmentError ? error.message.split('\n') : ['another error'];
  }
};

describe('readVariables', () => {
  it('gives fallbacks for what is not set or empty, in the groups of the variables', () => {
    expect(readVariables({ OWN_URL: own, PORT: '', HOST: ' ' }, variables)).toEqual({
      port: 4000,
      host: '127.0.0.1',
      logLevel: 'info',
      stores: { own, other: null },
      urls: { library: 'http://127.0.0.1:4009/graphql' },
    });
  });

  it('takes what is set, without the space around it', () => {
    expect(
      readVariables(
        {
          OWN_URL: own,
          OTHER_URL: own,
          PORT: ' 0 ',
          HOST: '::1',
          LOG_LEVEL: 'trace',
          LIBRARY_URL: 'https://library.example',
        },
        variables,
      ),
    ).toEqual({
      port: 0,
      host: '::1',
      logLevel: 'trace',
      stores: { own, other: own },
      urls: { library: 'https://library.example' },
    });
  });

  it('names everything that is wrong at once: what was there, what would do, and an example', () => {
    expect(problemsOf({ PORT: '70000', HOST: 'two words', LOG_LEVEL: 'loud', LIBRARY_URL: 'localhost:4009' })).toEqual([
      'PORT is "70000", but must be a whole number from 0 to 65535 (0 takes any free port). Example: PORT=4000',
      'HOST is "two words", but must be an address to listen on, or localhost. Example: HOST=0.0.0.0',
      'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent. Example: LOG_LEVEL=info',
      'OWN_URL is missing: it must be a PostgreSQL URL with a database. Example: OWN_URL=postgres://user:password@127.0.0.1:5432/boroughgraph',
      'LIBRARY_URL is "localhost:4009", but must be an http or https URL. Example: LIBRARY_URL=http://127.0.0.1:4009/graphql',
    ]);
  });

  it.each(['4000.5', '0x10', '-1', '1e3', '4 000', '４０００'])('refuses %s as a port', (PORT) => {
    expect(problemsOf({ OWN_URL: own, PORT })).toHaveLength(1);
  });

  it.each([
    { OWN_URL: 'secret' },
    { OWN_URL: 'mysql://root:secret@db/library' },
    { OWN_URL: 'postgres://root:secret@db' },
    { OWN_URL: 'postgres:///secret' },
    { OWN_URL: own, OTHER_URL: 'secret' },
    { OWN_URL: own, LIBRARY_URL: 'ftp://root:secret@library.example' },
    { OWN_URL: own, LIBRARY_URL: 'root:secret@library.example' },
  ])('repeats no password of %j', (environment) => {
    const problems = problemsOf(environment);
    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toMatch(/secret/);
  });

  it.each(['x86_64-conda-linux-gnu', 'my-machine', 'LAPTOP'])(
    'takes HOST for not set where another tool has set it: %s',
    (HOST) => {
      expect(readVariables({ OWN_URL: own, HOST }, variables).host).toBe('127.0.0.1');
    },
  );

  it.each(['0.0.0', '10.0.0.256', '127.0.0.1:4000', '*'])('refuses %s, which is meant for it and is none', (HOST) => {
    expect(problemsOf({ OWN_URL: own, HOST })).toHaveLength(1);
  });

  it('takes any schema of zod', () => {
    const shelf = {
      name: 'SHELF',
      schema: z.enum(['upper', 'lower']),
      expected: 'a shelf',
      example: 'upper',
      says: 'Where.',
    };
    expect(readVariables({ SHELF: 'lower' }, { shelf })).toEqual({ shelf: 'lower' });
    expect(() => readVariables({}, { shelf })).toThrow('SHELF is missing: it must be a shelf. Example: SHELF=upper');
  });
});
