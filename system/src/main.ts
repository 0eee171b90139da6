import { runCli } from './cli.ts';
import { listenForShutdown } from './processes/shutdown.ts';

const shutdown = listenForShutdown();
const exitCode = await runCli({ arguments: process.argv.slice(2), environment: process.env, shutdown });
// What an unexpected error has set counts more than an orderly end.
process.exit(process.exitCode ?? exitCode);
