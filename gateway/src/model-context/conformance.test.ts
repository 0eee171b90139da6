import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../testing/gateway-for-test.ts';
import { runSuite } from '../../testing/model-context/run-suite.ts';
import { offerSuite } from '../../testing/model-context/suite-offer.ts';

/** The newest suite that npm has; that of its tag `latest` is run by `test/journeys`. */
const suite = import.meta.resolve('@modelcontextprotocol/conformance/package.json');
const isWhole = process.env['TAKEAWAY_ALL'] !== undefined;

/** The same gateway twice: as it is served, and with the tools, resources and prompts of the conformance suite behind its door. */
let served: TestGateway;
let withSuite: TestGateway;
beforeAll(async () => {
  served = await startTestGateway();
  withSuite = await startTestGateway({ modelOffer: offerSuite });
});
afterAll(() => Promise.all([served, withSuite].map((running) => running[Symbol.asyncDispose]())));

const mcp = ({ gateway }: TestGateway) => `${gateway.url}/mcp`;

describe('The door of language models, by the conformance suite of the Model Context Protocol', () => {
  it('with the suite’s own tools meets all that 2026-07-28 requires, and what of it is pending, without an exception', async () => {
    const run = { suite, given: ['--requirements', '2026-07-28'] } as const;
    expect(await runSuite(mcp(withSuite), run)).toEqual({ exitCode: 0, faults: [], passed: 40 });
  });

  it('with our five tools meets what applies to them of 2026-07-28', async () => {
    const given = ['--suite', 'all', '--spec-version', '2026-07-28'];
    const run = { suite, given, notOffered: 'tools-2026-07-28' } as const;
    expect(await runSuite(mcp(served), run)).toEqual({ exitCode: 0, faults: [], passed: 9 });
  });

  const given = ['--suite', 'all', '--spec-version', '2025-11-25'];
  it.runIf(isWhole)('with the suite’s own tools meets what 2025-11-25 asks of a server without sessions', async () => {
    const run = { suite, given, notOffered: 'door-2025-11-25' } as const;
    expect(await runSuite(mcp(withSuite), run)).toEqual({ exitCode: 0, faults: [], passed: 24 });
  });

  it.runIf(isWhole)('with our five tools meets what applies to them of 2025-11-25', async () => {
    const run = { suite, given, notOffered: 'tools-2025-11-25' } as const;
    expect(await runSuite(mcp(served), run)).toEqual({ exitCode: 0, faults: [], passed: 4 });
  });
});
