import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstMessage, nextMessage, type RunningProcess, startProgram, waitUntilServed } from './processes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boroughgraph-programs-'));
});
afterAll(() => rm(folder, { recursive: true }));

let programs = 0;
async function start(source: string): Promise<RunningProcess> {
  const script = join(folder, `program-${(programs += 1)}.mjs`);
  await writeFile(script, source);
  return startProgram({ name: 'example', script });
}

const staysOpen = 'setInterval(() => 0, 1e6);';

it('A program says when it has started, then answers', async () => {
  await using program = await start(
    `process.on('message', (n) => process.send(n * 2)); process.send('here'); ${staysOpen}`,
  );
  expect(await firstMessage(program)).toBe('here');
  const answer = nextMessage(program);
  program.child.send(21);
  expect(await answer).toBe(42);
});

it('A program that ends before it has started is told of with all that it wrote', async () => {
  const program = await start(`process.stderr.write('x'.repeat(5000) + 'no such file'); process.exitCode = 1;`);
  await expect(firstMessage(program)).rejects.toThrow(/^example ended: x{5000}no such file$/);
});

it('A program that has ended is not waited for', async () => {
  const program = await start('');
  await once(program.child, 'close');
  await expect(nextMessage(program)).rejects.toThrow('example ended');
});

it('A program that says nothing is stopped', async () => {
  const program = await start(staysOpen);
  await expect(firstMessage(program, 500)).rejects.toThrow('example said nothing for 0.5 s');
  expect(program.child.signalCode).toBe('SIGTERM');
});

it('A program serves once it answers that all is well', async () => {
  let looks = 0;
  const server = createServer((_, response) => {
    looks += 1;
    response.writeHead(looks < 3 ? 503 : 200).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await using program = await start(staysOpen);
  await waitUntilServed(program, `http://127.0.0.1:${port}/`);
  expect(looks).toBe(3);
  server.closeAllConnections();
  server.close();
});

it('A program that ends before it serves is told of', async () => {
  const program = await start(`console.log('port taken');`);
  await expect(waitUntilServed(program, 'http://127.0.0.1:9/')).rejects.toThrow(
    /^example does not serve http:\/\/127.0.0.1:9\/: port taken/,
  );
});
