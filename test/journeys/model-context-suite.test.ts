import { startGateway } from '@boroughgraph/gateway/server.ts';
import { runSuite } from '@boroughgraph/gateway/testing/model-context/run-suite.ts';
import { offerSuite } from '@boroughgraph/gateway/testing/model-context/suite-offer.ts';
import { expect, it } from 'vitest';

const suite = import.meta.resolve('@modelcontextprotocol/conformance/package.json');
const isWhole = process.env['TAKEAWAY_ALL'] !== undefined;
/** The suite asks no agency for anything. */
const agencies = ['criminal-justice', 'health', 'local-authority', 'policing'];
const urls = Object.fromEntries(agencies.map((name) => [name, `http://${name}.invalid/graphql`]));

// The newest suite, which knows this protocol and the next, is run in gateway/src/model-context.
it.runIf(isWhole)(
  'The door of language models, with the tools of the suite that npm serves unless another is asked for, meets what it asks of a server without sessions',
  async () => {
    await using gateway = await startGateway({ urls, port: 0, logLevel: 'error', modelOffer: offerSuite });
    const run = { suite, given: [], notOffered: 'door-released' };
    expect(await runSuite(`${gateway.url}/mcp`, run)).toEqual({ exitCode: 0, faults: [], passed: 23 });
  },
);
