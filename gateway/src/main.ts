import { drainMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { EnvironmentError, readEnvironment } from './environment.ts';
import type { GatewaySettings } from './environment.ts';
import { startGateway } from './server.ts';
import type { RunningGateway } from './server.ts';

await main();

async function main(): Promise<void> {
  let gateway: RunningGateway | undefined;
  stopWhenTold(() => gateway?.close());
  let settings: GatewaySettings | undefined;
  try {
    settings = readEnvironment(process.env);
    gateway = await startGateway(settings);
    // Whoever forked this process waits for it.
    process.send?.({ ready: true, port: gateway.port });
  } catch (error) {
    console.error(describeFailure(error, settings));
    process.exit(1);
  }
}

function stopWhenTold(close: () => Promise<void> | undefined): void {
  const stop = (): void => {
    setTimeout(() => process.exit(0), drainMs).unref();
    void Promise.resolve(close()).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // The channel to the parent closes when the parent is gone, however it went.
  process.once('disconnect', stop);
}

function describeFailure(error: unknown, settings: GatewaySettings | undefined): string {
  if (error instanceof EnvironmentError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = `port ${settings?.port ?? 0} of ${settings?.host ?? 'this machine'}`;
  const another = 'PORT sets another, for example PORT=4100.';
  if (code === 'EADDRINUSE') return `The gateway cannot start: ${place} is taken by another program. ${another}`;
  if (code === 'EACCES') return `The gateway cannot start: this user may not listen on ${place}. ${another}`;
  return `The gateway cannot start: ${error instanceof Error ? error.message : String(error)}`;
}
