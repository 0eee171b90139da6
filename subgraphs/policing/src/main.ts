import { startSubgraph } from '@boroughgraph/kit/server/start.ts';
import { subgraph } from './subgraph.ts';

await startSubgraph(subgraph);
