import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const runServer = new URL('run-server.ts', import.meta.url).href;

/** A process that runs the library with these two; `first` is what it says first, to its parent or on standard error. */
function run({ start, close = 'async () => {}' }: { readonly start: string; readonly close?: string }) {
  const code = `
    const { runServer } = await import(${JSON.stringify(runServer)});
    const stayOpen = setInterval(() => {}, 1_000);
    const close = ${close};
    await runServer({ name: 'The library', start: async () => { ${start} } });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, exited: once(child, 'exit'), output: () => output };
}

const listening = 'return { port: 4009, close };';

it('A server says where it listens, and closes once, however often it is told', async () => {
  const { child, exited, output } = run({
    start: listening,
    close: `async () => { console.error('closed'); await new Promise((resolve) => setTimeout(resolve, 200)); }`,
  });
  expect(await once(child, 'message')).toEqual([{ ready: true, port: 4009 }, undefined]);
  child.kill('SIGTERM');
  child.kill('SIGINT');
  child.disconnect();
  expect([await exited, output()]).toEqual([[0, null], 'closed\n']);
});

it('A server that cannot close in order ends with a failure', async () => {
  const { child, exited } = run({ start: listening, close: `async () => { throw new Error('no'); }` });
  await once(child, 'message');
  child.kill('SIGTERM');
  expect(await exited).toEqual([1, null]);
});

it.each([
  [
    `throw Object.assign(new Error(), { code: 'EADDRINUSE', port: 80, address: '::1' });`,
    'port 80 of ::1 is taken by another program. PORT sets another, for example PORT=4100.',
  ],
  [
    `throw Object.assign(new Error(), { code: 'EACCES', port: 80, address: '::1' });`,
    'this user may not listen on port 80 of ::1. PORT sets another, for example PORT=4100.',
  ],
  [
    `throw Object.assign(new Error(), { code: 'EADDRNOTAVAIL', port: 80, address: '192.0.2.1' });`,
    'this machine does not have the address 192.0.2.1. HOST sets another, for example HOST=0.0.0.0.',
  ],
  [`throw Object.assign(new Error('EACCES: reading key.pem'), { code: 'EACCES' });`, 'EACCES: reading key.pem'],
])('After %s it says in a line why it cannot start', async (start, reason) => {
  const { exited, output } = run({ start });
  expect([await exited, output()]).toEqual([[1, null], `The library cannot start: ${reason}\n`]);
});
