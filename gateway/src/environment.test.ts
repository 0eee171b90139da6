import { generateKeyPairSync } from 'node:crypto';
import { type Environment, EnvironmentError } from '@boroughgraph/schema/process/environment.ts';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const agencies = Object.entries({ policing: 4001, health: 4003, 'fire-and-rescue': 4100 }).map(([name, port]) => {
  return { name, url: `http://127.0.0.1:${port}/graphql` };
});
const read = (environment: Environment) => readEnvironment(environment, agencies);

describe('readEnvironment', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      urls: {
        policing: 'http://127.0.0.1:4001/graphql',
        health: 'http://127.0.0.1:4003/graphql',
        'fire-and-rescue': 'http://127.0.0.1:4100/graphql',
      },
      supergraph: null,
      supergraphKeys: [],
      hiddenTags: [],
      corsOrigins: [],
      timeoutMs: 10_000,
      costBudget: 0,
      audit: null,
      auditShare: 0,
      metrics: null,
      tracing: null,
      usageFolder: null,
      budgetsUrl: null,
      trustedProxies: [],
      safelistPath: null,
      logLevel: 'info',
      responseBytes: 33_554_432,
      hidesSchema: false,
      executor: 'compiled',
      issuersPath: null,
      developmentKey: null,
      directoryUrl: null,
      signingKey: null,
    });
  });

  it('takes what is set, and counts what is empty as not set', () => {
    const settings = read({
      PORT: '0',
      HOST: '0.0.0.0',
      HEALTH_URL: 'https://health.example/graphql',
      POLICING_URL: '',
      CORS_ORIGINS: 'https://dashboard.example, http://localhost:5173',
      SUBGRAPH_TIMEOUT_MS: '500',
      LOG_LEVEL: 'silent',
    });
    expect(settings).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      urls: { policing: 'http://127.0.0.1:4001/graphql', health: 'https://health.example/graphql' },
      corsOrigins: ['https://dashboard.example', 'http://localhost:5173'],
      timeoutMs: 500,
      logLevel: 'silent',
    });
  });

  it('gives addresses a budget where other machines reach it, and any that is set', () => {
    expect(read({ HOST: '0.0.0.0' }).costBudget).toBe(30_000_000);
    expect(read({ HOST: '0.0.0.0', COST_BUDGET: '0' }).costBudget).toBe(0);
    expect(read({ COST_BUDGET: '5000000' }).costBudget).toBe(5_000_000);
    const settings = read({ BUDGETS_URL: 'postgres://gateway@db.example/b', TRUSTED_PROXIES: '10.0.0.0/8, ::1' });
    expect(settings).toMatchObject({
      budgetsUrl: 'postgres://gateway@db.example/b',
      trustedProxies: ['10.0.0.0/8', '::1'],
    });
  });

  it.each([
    { PORT: '70000' },
    { PORT: '40.5' },
    { PORT: '0x10' },
    { HOST: 'two words' },
    { HEALTH_URL: 'localhost:4003' },
    { HEALTH_URL: 'ftp://health.example' },
    { FIRE_AND_RESCUE_URL: 'fire' },
    { CORS_ORIGINS: '*' },
    { CORS_ORIGINS: 'https://*.example' },
    { CORS_ORIGINS: 'https://dashboard.example/' },
    { CORS_ORIGINS: 'https://dashboard.example;https://other.example' },
    { SUBGRAPH_TIMEOUT_MS: '0' },
    { COST_BUDGET: '1000' },
    { COST_BUDGET: '-1' },
    { BUDGETS_URL: 'redis://db.example' },
    { TRUSTED_PROXIES: 'proxy.example' },
    { HIDE_SCHEMA: 'yes' },
    { LOG_LEVEL: 'loud' },
  ])('refuses %o, saying which, what it was, and what would do', (environment) => {
    const [name, value] = Object.entries(environment)[0] ?? [];
    expect(() => read(environment)).toThrow(EnvironmentError);
    expect(() => read(environment)).toThrow(`${name} is "${value}", but must be `);
    expect(() => read(environment)).toThrow(`Example: ${name}=`);
  });

  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const audit = { AUDIT_FOLDER: '/var/lib/audit', AUDIT_SIGNING_KEY: key };
  const directory = { DIRECTORY_DATABASE_URL: 'postgres://gateway:secret@127.0.0.1/directory' };
  const issuers = { CALLER_ISSUERS: '/etc/issuers.json' };
  it.each([
    [
      'a key for development beside issuers',
      { ...issuers, DEVELOPMENT_CALLER_KEY: '{}' },
      /DEVELOPMENT_CALLER_KEY is set beside/,
    ],
    [
      'a key for development that others reach',
      { HOST: '0.0.0.0', DEVELOPMENT_CALLER_KEY: '{}' },
      /where other machines reach/,
    ],
    [
      'issuers without a directory',
      { ...issuers, ...audit, GATEWAY_SIGNING_KEY: key },
      /DIRECTORY_DATABASE_URL is missing/,
    ],
    [
      'callers without an audit',
      { ...issuers, ...directory, GATEWAY_SIGNING_KEY: key },
      /AUDIT_FOLDER and AUDIT_SIGNING_KEY/,
    ],
    [
      'callers of whom agencies cannot be told',
      { ...issuers, ...directory, ...audit },
      /GATEWAY_SIGNING_KEY is missing/,
    ],
  ])('refuses %s', (_, environment, message) => {
    expect(() => read(environment)).toThrow(message);
    const whole = { ...issuers, ...directory, ...audit, GATEWAY_SIGNING_KEY: key };
    expect(read(whole)).toMatchObject({ issuersPath: '/etc/issuers.json' });
  });

  it('names everything that is wrong at once', () => {
    expect(() => read({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/^PORT is .*\nLOG_LEVEL is .*$/);
  });
});
