import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

/** The project's own, and that of the gateways that the benchmark compares with, which are no workspace. */
const files = ['package-lock.json', 'test/bench/peers/package-lock.json'];

type Packages = z.infer<typeof lockFile>['packages'];

/** True when Node, which looks in the folder of a package and in each above it, finds `name` from there. */
function isLocked(packages: Packages, name: string, from: string): boolean {
  if (`${from}node_modules/${name}` in packages) return true;
  if (from === '') return false;
  const above = from.slice(0, -1).lastIndexOf('node_modules/');
  return isLocked(packages, name, above <= 0 ? '' : from.slice(0, above));
}

describe.each(files)('%s', (file) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const { packages } = lockFile.parse(JSON.parse(text));

  // npm leaves out what its registry did not have on that day, for other platforms too, and `npm ci` then refuses the file.
  it('holds every package that it names, so that npm ci accepts it', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isLocked(packages, name, path === '' ? '' : `${path}/`))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that everybody installs from their own', () => {
    expect(text).not.toContain('"resolved": "http');
  });
});
