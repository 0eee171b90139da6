import { startSubgraph } from '@boroughgraph/kit/server/start.ts';
import { subgraph } from './subgraph.ts';

/** The port of local authorities, where the gateway expects it. */
const defaultPort = 4004;

await startSubgraph(subgraph, defaultPort);
