import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listen } from '../testing/listening-server.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** A gateway in a process of its own, as `npm start` forks it; `output` is what it has written on standard error. */
interface Process {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exited: Promise<unknown[]>;
}

function start(variables: Record<string, string>): Process {
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...variables };
  const child = fork(main, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, output: () => output, exited: once(child, 'exit') };
}

async function startListening(): Promise<Process & { readonly url: string }> {
  const started = start({});
  const [message] = (await once(started.child, 'message')) as [{ ready: true; port: number }];
  expect(message).toEqual({ ready: true, port: expect.any(Number) as number });
  return { ...started, url: `http://127.0.0.1:${message.port}` };
}

describe('the gateway as a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('listens until %s, and ends well', async (signal) => {
    const { child, exited, url, output } = await startListening();
    expect((await fetch(`${url}/health`)).status).toBe(200);
    child.kill(signal);
    expect([await exited, output()]).toEqual([[0, null], '']);
  });

  it('ends when its parent is gone', async () => {
    const { child, exited } = await startListening();
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it('says in one line that its port is taken', async () => {
    await using other = await listen((_, response) => response.end());
    const { port } = new URL(other.url);
    const { exited, output } = start({ PORT: port });
    expect(await exited).toEqual([1, null]);
    expect(output()).toBe(
      `The gateway cannot start: port ${port} of 127.0.0.1 is taken by another program. PORT sets another, for example PORT=4100.\n`,
    );
  });

  it('says in one line which variable is wrong', async () => {
    const { exited, output } = start({ HEALTH_URL: 'localhost' });
    expect(await exited).toEqual([1, null]);
    expect(output()).toBe(
      'HEALTH_URL is "localhost", but must be an http or https URL. Example: HEALTH_URL=http://127.0.0.1:4003/graphql\n',
    );
  });
});
