import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createTemporaryFolder } from '../../testing/temporary-folder.ts';
import { describeDataFolder } from './data-folder.ts';
import { readLockHolder, takeDataLock, waitForDataLock } from './data-lock.ts';
import { identifyProcess } from '../processes/process-identity.ts';

it('A folder that a running process holds is not given to another, and the message names the process', async () => {
  await using temporary = await createTemporaryFolder();
  const folder = describeDataFolder(temporary.path);
  const release = takeDataLock(folder, 'start');
  expect(() => takeDataLock(folder, 'load')).toThrow(
    `The data folder ${temporary.path} is in use by process ${process.pid} ("start"). ` +
      'Stop that one first, or give this one its own folder: BOROUGHGRAPH_DATA=.data-2',
  );
  release();
});

it('A released folder holds no lock and no other file, and can be taken again', async () => {
  await using temporary = await createTemporaryFolder();
  const folder = describeDataFolder(temporary.path);
  takeDataLock(folder, 'start')();
  expect(readdirSync(temporary.path)).toEqual([]);
  takeDataLock(folder, 'start')();
});

it('A folder that is let go of soon is waited for', async () => {
  await using temporary = await createTemporaryFolder();
  const folder = describeDataFolder(temporary.path);
  const release = takeDataLock(folder, 'start');
  setTimeout(release, 200);
  await waitForDataLock(folder);
  takeDataLock(folder, 'start')();
});

it('A lock whose process has ended is taken over', async () => {
  await using temporary = await createTemporaryFolder();
  const folder = describeDataFolder(temporary.path);
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(folder.lock, JSON.stringify({ pid, identity: 'boot 1', command: 'start' }));
  expect(readLockHolder(folder)).toBeNull();
  const release = takeDataLock(folder, 'load');
  expect(readLockHolder(folder)).toEqual({ pid: process.pid, identity: identifyProcess(process.pid), command: 'load' });
  release();
});

it('A lock whose process number now belongs to another process is taken over', async () => {
  await using temporary = await createTemporaryFolder();
  const folder = describeDataFolder(temporary.path);
  writeFileSync(folder.lock, JSON.stringify({ pid: process.pid, identity: 'an earlier start', command: 'start' }));
  takeDataLock(folder, 'start')();
  expect(existsSync(folder.lock)).toBe(false);
});

it('A lock that was cut short by a power failure is taken over', async () => {
  await using temporary = await createTemporaryFolder();
  const folder = describeDataFolder(temporary.path);
  writeFileSync(folder.lock, '{"pid":');
  takeDataLock(folder, 'start')();
});

it('A folder that is not there is told in one line', () => {
  const folder = describeDataFolder('/nowhere/at/all');
  expect(() => takeDataLock(folder, 'start')).toThrow(
    /^The data folder \/nowhere\/at\/all cannot be locked: ENOENT[^\n]*$/,
  );
});
