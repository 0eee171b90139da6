import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { writeGatewayKey, writeSigningKey } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { findFreePort } from '@boroughgraph/system/ports.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyUrl, prepareDatabase } from '../support/agency-databases.ts';
import { agencies } from '../support/all-agencies.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const program = fileURLToPath(new URL('../../system/src/servers/embedded.ts', import.meta.url));

/** What the process is told, and with it each agency. */
async function describeEnvironment(databaseUrl: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const ports = await Promise.all(agencyNames.map(() => findFreePort()));
  const ofAgencies = agencyNames.map(({ slug, name, variables }, index) => [
    slug,
    {
      HOST: '127.0.0.1',
      PORT: String(ports[index]),
      GATEWAY_KEYS: writeGatewayKey(publicKey),
      [variables.databaseUrl]: agencyUrl(databaseUrl, name, 'reader'),
    },
  ]);
  const urls = agencyNames.map(({ variables }, index) => [variables.url, `http://127.0.0.1:${ports[index]}/graphql`]);
  const environment = {
    ...(Object.fromEntries(urls) as Record<string, string>),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    PORT: '0',
    GATEWAY_SIGNING_KEY: writeSigningKey(privateKey),
    EMBEDDED_AGENCIES: JSON.stringify(Object.fromEntries(ofAgencies)),
  };
  return { environment, ports };
}

function start(environment: NodeJS.ProcessEnv): ChildProcess {
  return fork(program, { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}

/** Loads a figure of which only named users may read something. */
async function loadDetentions(isSynthetic = false): Promise<void> {
  const health = agencies.find(({ name }) => name === 'health');
  if (health === undefined) throw new Error('there is no agency health');
  const store = openStore({ url: agencyUrl(database.url, 'health', 'owner'), schema: health.databaseSchema });
  const text = `indicator,area,period,value\nsection-136-detentions-nhs,London,FY2023-24,${isSynthetic ? 4100 : 4200}\n`;
  await loadText({
    sql: store.sql,
    datasets: health.datasets,
    dataset: 'section-136-nhs',
    source: sourceFile('made.csv', new TextEncoder().encode(text)),
    publishedAt: '2024-10-01',
    isSynthetic,
  });
  await store.close();
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await prepareDatabase(database.url);
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

describe('gateway and agencies in one process', () => {
  it('answer at all of their doors what everybody may see, and end together', { timeout: 60_000 }, async () => {
    // What was made up for a sample is no reason to refuse.
    await loadDetentions(true);
    const { environment, ports } = await describeEnvironment(database.url);
    const child = start(environment);
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          '{ borough(code: "E09000012") { name } policing { id } criminalJustice { id } health { id } localAuthority { id } }',
      }),
    });
    expect(await response.json()).toEqual({
      data: {
        borough: { name: 'Hackney' },
        policing: { id: 'policing' },
        criminalJustice: { id: 'criminal-justice' },
        health: { id: 'health' },
        localAuthority: { id: 'local-authority' },
      },
    });
    const standings = ports.map(async (each) => (await fetch(`http://127.0.0.1:${each}/health`)).json());
    expect(await Promise.all(standings)).toEqual(
      agencyNames.map(({ slug }) => expect.objectContaining({ agency: slug, status: 'alive' }) as unknown),
    );
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('do not start over a release of which only some may read something', { timeout: 60_000 }, async () => {
    await loadDetentions();
    const child = start((await describeEnvironment(database.url)).environment);
    let output = '';
    child.stderr?.setEncoding('utf8').on('data', (written: string) => (output += written));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(output).toMatch(
      /^The system in one process cannot start: health has section-136-nhs@\S+, of which only named users .* recall the release\n$/,
    );
  });
});
