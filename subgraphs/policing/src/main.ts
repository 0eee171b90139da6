import { startSubgraph } from '@boroughgraph/kit/server/start.ts';
import { subgraph } from './subgraph.ts';

/** The port of policing, where the gateway expects it. */
const defaultPort = 4001;

await startSubgraph(subgraph, defaultPort);
