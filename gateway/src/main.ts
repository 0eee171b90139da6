import { runServer } from '@boroughgraph/schema/process/run-server.ts';
import { startFromEnvironment } from './start-from-environment.ts';

await runServer({ name: 'The gateway', start: () => startFromEnvironment(process.env) });
