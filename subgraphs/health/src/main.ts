import { startSubgraph } from '@boroughgraph/kit/server/start.ts';
import { subgraph } from './subgraph.ts';

/** The port of health, where the gateway expects it. */
const defaultPort = 4003;

await startSubgraph(subgraph, defaultPort);
