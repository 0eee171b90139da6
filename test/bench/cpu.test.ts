import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { findParent, readUse } from './cpu.ts';

describe.skipIf(process.platform !== 'linux')('what a process uses', () => {
  it('is its processor time and its memory', () => {
    const { user, system } = process.cpuUsage();
    const use = readUse(process.pid);
    // Two clocks that tick differently, and other processes of the test run under this one.
    expect(use?.cpuMs).toBeGreaterThan(((user + system) / 1000) * 0.8 - 50);
    expect(use?.residentBytes).toBeGreaterThan(20_000_000);
  });

  it('counts what its children use, while they run and after', async () => {
    const before = readUse(process.pid)?.cpuMs ?? 0;
    const work = 'while (process.cpuUsage().user < 200_000); process.stdout.write("done"); setInterval(() => 0, 1e6)';
    const child = spawn(process.execPath, ['-e', work], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    expect(findParent(child.pid ?? 0)).toBe(process.pid);
    const during = readUse(child.pid ?? 0)?.cpuMs ?? 0;
    // Two clocks that tick differently.
    expect(during).toBeGreaterThan(100);
    expect((readUse(process.pid)?.cpuMs ?? 0) - before).toBeGreaterThanOrEqual(during);
    child.kill();
    await once(child, 'exit');
    expect((readUse(process.pid)?.cpuMs ?? 0) - before).toBeGreaterThanOrEqual(during);
  });

  it('is null of a process that does not exist', () => {
    expect(readUse(4_194_305)).toBeNull();
    expect(findParent(4_194_305)).toBeNull();
  });
});
