import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { identifyProcess, readCommandLine } from './process-identity.ts';

it('A running process keeps its identity, and another has another', async () => {
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
  const own = identifyProcess(process.pid);
  expect(own).not.toBeNull();
  expect(identifyProcess(process.pid)).toBe(own);
  expect(identifyProcess(other.pid ?? 0)).not.toBe(own);
  other.kill();
  await once(other, 'exit');
});

it('A process that has ended has neither identity nor command line', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect([identifyProcess(pid), readCommandLine(pid)]).toEqual([null, null]);
});

it('The command line of a process holds its arguments', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()', 'one', 'two']);
  await once(child, 'spawn');
  expect(readCommandLine(child.pid ?? 0)).toMatch(/ one two$/);
  child.kill();
  await once(child, 'exit');
});
