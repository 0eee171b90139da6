import { startSubgraph } from '@boroughgraph/kit/server/start.ts';
import { subgraph } from './subgraph.ts';

/** The port of criminal justice, where the gateway expects it. */
const defaultPort = 4002;

await startSubgraph(subgraph, defaultPort);
