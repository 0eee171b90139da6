import { expect, it } from 'vitest';
import { describeVariables } from './describe-variables.ts';
import { printConfiguration } from './print-configuration.ts';
import { listProcesses } from './processes.ts';

const printed = (environment: Readonly<Record<string, string>>) =>
  printConfiguration(environment).lines.map((line) => line.trim());

it('Everything that can be set is printed with its value, and whether that is set', () => {
  expect(printed({ GATEWAY_PORT: '4100', CORS_ORIGINS: 'https://a.example' })).toEqual(
    expect.arrayContaining([
      'GATEWAY_PORT=4100  (set)',
      'HEALTH_PORT=4003  (default)',
      'CORS_ORIGINS=https://a.example  (set)',
      'SUBGRAPH_TIMEOUT_MS=10000  (default)',
    ]),
  );
});

it('No secret is printed', () => {
  const secrets = {
    DATABASE_URL: 'postgres://u:secret@db/d',
    BUDGETS_URL: 'postgres://u:secret@db/d',
    HEALTH_URL: 'http://u:secret@health.example/',
    GATEWAY_SIGNING_KEY: 'secret',
    HEALTH_DATABASE_URL: 'postgres://u:sec%ret@db/d',
  };
  const { lines, isUsable } = printConfiguration(secrets);
  expect(lines.filter((line) => /secret|sec%ret/.test(line))).toEqual([]);
  expect(isUsable).toBe(false);
});

it('What cannot be used is said in the place of its value', () => {
  expect(printed({ HEALTH_DATABASE_URL: 'postgres://reader:50%@db/health' })).toContain(
    'HEALTH_DATABASE_URL is no PostgreSQL URL with a database: its password has a % with no two hexadecimal digits after it: write it as %25. Example: HEALTH_DATABASE_URL=postgres://user:password@127.0.0.1:5432/boroughgraph',
  );
});

it('A HOST that another tool has set is named, and not heeded', () => {
  expect(printed({ HOST: 'x86_64-conda-linux-gnu' })).toContain(
    'HOST=127.0.0.1  (default; "x86_64-conda-linux-gnu" is a name as other tools set it, and not heeded)',
  );
});

it('Every variable says what it decides, and has an example that can be used', () => {
  const all = listProcesses().flatMap(({ variables }) => variables);
  const wanting = all.filter(({ says, example, schema, isSecret, name }) => {
    const isMade = example.startsWith('$(') || example.includes('…');
    return (
      !/^[A-Z].*\.$/.test(says) ||
      (!isMade && isSecret !== true && !schema.safeParse(example).success) ||
      !/^[A-Z_]+$/.test(name)
    );
  });
  expect(wanting.map(({ name }) => name)).toEqual([]);
});

it('The list for people names every variable', () => {
  const list = describeVariables();
  const names = listProcesses().flatMap(({ variables }) => variables.map(({ name }) => name));
  const ofOtherAgencies = /^(?!POLICING|CRIMINAL_JUSTICE).*_DATABASE_URL$/;
  expect(names.filter((name) => !list.includes(`\`${name}\``) && !ofOtherAgencies.test(name))).toEqual([]);
});
