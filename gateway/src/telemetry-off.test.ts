import { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('a gateway whose environment asks for reports to its maker', () => {
  it('connects to nobody but the agencies', async () => {
    vi.stubEnv('APOLLO_TELEMETRY_DISABLED', undefined);
    vi.stubEnv('APOLLO_KEY', 'service:boroughgraph:not-a-key');
    vi.stubEnv('APOLLO_GRAPH_REF', 'boroughgraph@current');
    vi.stubEnv('APOLLO_SCHEMA_REPORTING', 'true');
    const connect = vi.spyOn(Socket.prototype, 'connect');
    // Loaded anew, so that the modules find the environment as it is set above.
    vi.resetModules();
    const { startTestGateway } = await import('../testing/gateway-for-test.ts');
    // The one that loads all of the package.
    await using test = await startTestGateway({ executor: 'apollo' });
    await test.ask('{ boroughs { name crime { recorded } health { admissions } } }');
    const own = [test.gateway.url, ...Object.values(test.agencies).map(({ url }) => url)].map(
      (url) => new URL(url).host,
    );
    expect(new Set(connect.mock.calls.map(readTarget))).toEqual(new Set(own));
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('true');
  });
});

/** Host and port of a call of `connect`, whose arguments Node's own callers wrap in a list. */
function readTarget(args: readonly unknown[]): string {
  const [options] = args.flat();
  const { host, port } = options as { host: string; port: number | string };
  return `${host}:${port}`;
}
