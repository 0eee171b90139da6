import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { createPlayground } from './playground.ts';

it('A playground is made when it is first asked for, once, and again when that failed', async () => {
  const describe = vi.fn(() => Promise.resolve({ title: 'Library' }));
  describe.mockRejectedValueOnce(new Error('no file'));
  const answer = createPlayground(describe);
  expect(describe).not.toHaveBeenCalled();
  await expect(answer({})).rejects.toThrow('no file');
  const [one, other] = await Promise.all([answer({ 'accept-encoding': 'gzip, br' }), answer({})]);
  expect(describe).toHaveBeenCalledTimes(2);
  expect(gunzipSync(one.body ?? '').equals(other.body ?? Buffer.of())).toBe(true);
  expect([one.status, one.headers['content-encoding'], other.headers['content-encoding']]).toEqual([
    200,
    'gzip',
    'identity',
  ]);
  expect(other.body?.toString()).toContain('<title>Library</title>');
  expect(await answer({ 'if-none-match': one.headers['etag'] })).toMatchObject({ status: 304, body: null });
});

it('No process loads the page before somebody looks at it', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const files = globSync('{gateway,schema,system,subgraphs}/**/*.ts', {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  });
  const atStart = /^(?:import|export) [^;]*\bfrom '@graphql-yoga\/render-graphiql'/m;
  expect(files.filter((file) => atStart.test(readFileSync(`${root}${file}`, 'utf8')))).toEqual([]);
});
