import { runServer } from '@boroughgraph/schema/process/run-server.ts';
import { readEnvironment } from './environment.ts';
import { startGateway } from './server.ts';

await runServer({ name: 'The gateway', start: () => startGateway(readEnvironment(process.env)) });
