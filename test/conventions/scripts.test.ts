import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const descriptionSchema = z.object({ scripts: z.record(z.string(), z.string()).default({}) });

const scripts = globSync(
  ['package.json', '{schema,gateway,gateway/web,system,test}/package.json', 'subgraphs/*/package.json'],
  {
    cwd: root,
  },
).flatMap((file) => {
  const { scripts: own } = descriptionSchema.parse(JSON.parse(readFileSync(join(root, file), 'utf8')));
  return Object.entries(own).map(([name, command]) => ({ script: `${file}: ${name}`, command }));
});

/** What each command between && has to begin with: Node, npm, or the program of a package, which npm puts on the path of every shell. */
const startable = /^(node|npm|npx|tsc|eslint|prettier|vitest|vite|drizzle-kit) /;

it.each(scripts)('Windows’ shell can run $script', ({ command }) => {
  expect(command.split(' && ').filter((part) => !startable.test(`${part} `))).toEqual([]);
  expect(command).not.toMatch(/['$`;|<>\\]/);
});
