import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { agencyNames } from './agency-names.ts';
import { projectFolder, readSettings } from './settings.ts';

it('An empty environment gives the documented defaults', () => {
  const settings = readSettings({ HOST: '', GATEWAY_PORT: ' ' });
  expect(settings).toEqual({
    folder: expect.objectContaining({ root: resolve(projectFolder, '.data') }) as unknown,
    host: '127.0.0.1',
    gatewayPort: 4000,
    agencyPorts: new Map(agencyNames.map(({ slug, port }) => [slug, port])),
    adminUrl: null,
    passwordsFolder: null,
    ownUrls: new Map(),
    loaderUrls: new Map(),
    listenUrls: new Map(),
    logLevel: 'warn',
    retentionHours: 24,
    logFormat: null,
    metricsPort: null,
  });
});

it('The data folder is named from the project folder, or absolutely', () => {
  const roots = ['elsewhere', '/srv/data'].map((folder) => readSettings({ BOROUGHGRAPH_DATA: folder }).folder.root);
  expect(roots).toEqual([resolve(projectFolder, 'elsewhere'), '/srv/data']);
});

it.each([
  [
    { GATEWAY_PORT: 'four' },
    'GATEWAY_PORT is "four", but must be a port number from 1 to 65535. Example: GATEWAY_PORT=4000',
  ],
  [{ HEALTH_PORT: '0' }, 'HEALTH_PORT is "0", but must be a port number from 1 to 65535. Example: HEALTH_PORT=4003'],
  [
    { RETENTION_HOURS: 'daily' },
    'RETENTION_HOURS is "daily", but must be a whole number of hours from 1 to 168, or 0 where something else runs the command. Example: RETENTION_HOURS=24',
  ],
  [
    { LOG_LEVEL: 'loud' },
    'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent. Example: LOG_LEVEL=info',
  ],
])('%o is refused with its name, the value and an example', (environment, message) => {
  expect(() => readSettings(environment)).toThrow(message);
});

it.each([
  ['mysql://u:secret@h/d', 'it begins with mysql://, and must with postgres://'],
  ['secret', 'it does not begin with postgres://'],
  ['postgres://u:secret@host', 'it names no database: write one after the host, as in /boroughgraph'],
  ['postgres:///d', 'it names no host'],
])('A database URL that is none is refused without repeating it: %s', (url, reason) => {
  expect(() => readSettings({ POLICING_DATABASE_URL: url })).toThrow(
    `POLICING_DATABASE_URL is no PostgreSQL URL with a database: ${reason}. Example: POLICING_DATABASE_URL=postgres://user:password@127.0.0.1:5432/boroughgraph`,
  );
});

it('The user who loads is refused without the one as which the server reads', () => {
  const url = 'postgres://loader:secret@127.0.0.1:5432/d';
  expect(() => readSettings({ HEALTH_LOADER_DATABASE_URL: url })).toThrow(
    'HEALTH_LOADER_DATABASE_URL is set and HEALTH_DATABASE_URL is not: the first names the user who loads, the second the one as which the server reads. Set both, or the second alone.',
  );
});
