import { generateKeyPairSync } from 'node:crypto';
import { writeGatewayKey, writeSigningKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { expect, it } from 'vitest';
import { findAgencyName, type AgencyName } from '../agency-names.ts';
import { describeGatewayEnvironment, describeSubgraphEnvironment } from './child-environment.ts';
import { readSettings } from '../settings.ts';

const base = {
  PATH: '/bin',
  DATABASE_URL: 'postgres://admin:secret@h/d',
  POLICING_DATABASE_URL: 'postgres://policing:secret@h/d',
  HEALTH_LISTEN_DATABASE_URL: 'postgres://health:secret@primary/d',
  POLICING_LISTEN_DATABASE_URL: 'postgres://policing:secret@primary/d',
  HEALTH_LOADER_DATABASE_URL: 'postgres://loader:secret@h/d',
  PGPASSWORD: 'secret',
  CORS_ORIGINS: 'https://dashboard.example',
  GATEWAY_SIGNING_KEY: 'secret',
};

it('A subgraph is given the URL of its own database and of no other, and nothing to speak for a gateway with', () => {
  const settings = readSettings({
    HEALTH_PORT: '5003',
    HOST: '0.0.0.0',
    HEALTH_LISTEN_DATABASE_URL: 'none',
    METRICS_PORT: '9400',
  });
  const database = { agency: agency('health'), readerUrl: 'postgres://health@h/d' };
  expect(describeSubgraphEnvironment(base, settings, { database, gatewayKey: 'public' })).toEqual({
    PATH: '/bin',
    CORS_ORIGINS: 'https://dashboard.example',
    HOST: '127.0.0.1',
    PORT: '5003',
    METRICS_PORT: '9403',
    LOG_LEVEL: 'warn',
    HEALTH_DATABASE_URL: 'postgres://health@h/d',
    HEALTH_LISTEN_DATABASE_URL: 'none',
    GATEWAY_KEYS: 'public',
  });
});

it('A subgraph that runs alone listens where a person asked for', () => {
  const database = { agency: agency('health'), readerUrl: 'postgres://health@h/d' };
  const environment = describeSubgraphEnvironment({}, readSettings({ HOST: '0.0.0.0' }), {
    database,
    gatewayKey: null,
  });
  expect(environment['HOST']).toBe('0.0.0.0');
});

it('The gateway is told where the subgraphs are and with which key to speak to them, and is given no database but the directory', () => {
  const settings = readSettings({ POLICING_PORT: '5001', LOG_LEVEL: 'info' });
  const agencies = [agency('policing'), agency('health')];
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
  const access = {
    agencies,
    signingKey: 'private',
    audit: { folder: '/data/audit', key },
    developmentKey: '{}',
    directoryUrl: 'postgres://gateway@h/d',
    publisherKey: key,
  };
  expect(describeGatewayEnvironment(base, settings, access)).toEqual({
    PATH: '/bin',
    CORS_ORIGINS: 'https://dashboard.example',
    HOST: '127.0.0.1',
    PORT: '4000',
    LOG_LEVEL: 'info',
    POLICING_URL: 'http://127.0.0.1:5001/graphql',
    HEALTH_URL: 'http://127.0.0.1:4003/graphql',
    GATEWAY_SIGNING_KEY: 'private',
    AUDIT_FOLDER: '/data/audit',
    AUDIT_SIGNING_KEY: writeSigningKey(key),
    DEVELOPMENT_CALLER_KEY: '{}',
    DIRECTORY_DATABASE_URL: 'postgres://gateway@h/d',
    SUPERGRAPH: settings.folder.published,
    SUPERGRAPH_KEYS: writeGatewayKey(publicKey),
    USAGE_FOLDER: settings.folder.usage,
  });
  const elsewhere = { ...base, SUPERGRAPH: '/srv/graph', SUPERGRAPH_KEYS: 'theirs', USAGE_FOLDER: '/srv/usage' };
  expect(describeGatewayEnvironment(elsewhere, settings, access)).toMatchObject({
    SUPERGRAPH: '/srv/graph',
    SUPERGRAPH_KEYS: 'theirs',
    USAGE_FOLDER: '/srv/usage',
  });
});

function agency(slug: string): AgencyName {
  const found = findAgencyName(slug);
  if (found === null) throw new Error(`no agency ${slug}`);
  return found;
}
