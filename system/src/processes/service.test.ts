import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Service } from './service.ts';

it('decides in which mode libraries run, whatever the shell says', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'boroughgraph-service-'));
  const script = join(folder.path, 'tells-its-mode.js');
  await writeFile(script, 'console.log(process.env.NODE_ENV); setInterval(() => {}, 1000);');
  const { promise: line, resolve: log } = Promise.withResolvers<string>();
  const environment = { ...process.env, NODE_ENV: 'development' };
  const service = new Service({ name: 'mode', script, environment, log });
  expect(await line).toBe('production');
  await service.stop();
});
