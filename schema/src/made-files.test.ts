import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listStaleFiles } from './made-files.ts';
import { projectRoot } from './project-root.ts';

it('A made file is stale when it holds something else, or is not there', async () => {
  const content = readFileSync(new URL('LICENSE', projectRoot), 'utf8');
  const files = [
    { path: 'LICENSE', content },
    { path: 'package.json', content },
    { path: 'schema/no-such-file.ts', content },
  ];
  expect(await listStaleFiles(files)).toEqual(['package.json', 'schema/no-such-file.ts']);
});
