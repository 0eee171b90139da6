import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

const { packages } = lockFile.parse(
  JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')),
);

/** True when Node, which looks in the folder of a package and in each above it, finds `name` from there. */
function isLocked(name: string, from: string): boolean {
  if (`${from}node_modules/${name}` in packages) return true;
  if (from === '') return false;
  const above = from.slice(0, -1).lastIndexOf('node_modules/');
  return isLocked(name, above <= 0 ? '' : from.slice(0, above));
}

// npm leaves out what its registry did not have on that day, for other platforms too, and `npm ci` then refuses the file.
it('The lock file holds every package that it names, so that npm ci accepts it', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(name, path === '' ? '' : `${path}/`))
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});
