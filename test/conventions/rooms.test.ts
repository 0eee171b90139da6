import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isSource = (path: string) => path.endsWith('.ts') && !path.endsWith('.test.ts');
const files = globSync('{gateway,schema,system,subgraphs/kit}/src/*/**/*.ts', { cwd: root }).filter(isSource);
/** Files that are written by a command say so themselves. */
const rooms = [...new Set(files.map((file) => posix.dirname(file)))].filter(
  (room) => !/\/(?:generated|vocabulary|migrations)\b/.test(room),
);

it('finds the rooms', () => {
  expect(rooms.length).toBeGreaterThan(25);
});

it.each(rooms.filter((room) => files.filter((file) => posix.dirname(file) === room).length > 3))(
  '%s says in a few lines what it answers for, and where to begin',
  (room) => {
    const text = readFileSync(`${root}${room}/README.md`, 'utf8');
    expect(text.split('\n').length).toBeLessThanOrEqual(40);
    expect(text).toMatch(/[Bb]egin\b/);
  },
);
