import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: z.record(z.string(), z.string()).default({}),
      optionalDependencies: z.record(z.string(), z.string()).default({}),
      // Older packages list the engines of before Node had a name.
      engines: z.object({ node: z.string().default('*') }).catch({ node: '*' }),
    }),
  ),
});

/** The project's own, and that of the gateways that the benchmark compares with, which are no workspace. */
const files = ['package-lock.json', 'test/bench/peers/package-lock.json', 'test/examples/duckdb/package-lock.json'];

type Packages = z.infer<typeof lockFile>['packages'];

/** True when Node, which looks in the folder of a package and in each above it, finds `name` from there. */
function isLocked(packages: Packages, name: string, from: string): boolean {
  if (`${from}node_modules/${name}` in packages) return true;
  if (from === '') return false;
  const above = from.slice(0, -1).lastIndexOf('node_modules/');
  return isLocked(packages, name, above <= 0 ? '' : from.slice(0, above));
}

/** The oldest Node with which somebody installs the project; what then runs it is Node 24, one of its packages. */
const oldestNode = { major: 20, minor: 19 };

/** Whether one of the ranges between `||` begins at `oldestNode` or before it, and does not end before it. */
function admitsOldestNode(ranges: string): boolean {
  return ranges.split('||').some((range) => {
    const [, operator = '', major = '', minor = '0'] = /^\s*(>=?|\^|~)?\s*v?(\d+)(?:\.(\d+))?/.exec(range) ?? [];
    if (major === '') return true;
    const isBefore = Number(major) < oldestNode.major;
    const isSame = Number(major) === oldestNode.major && Number(minor) <= oldestNode.minor;
    return isSame || (isBefore && operator.startsWith('>'));
  });
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

describe('a Node that is not ours', () => {
  it('installs every package without a warning', () => {
    const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
    const { packages } = lockFile.parse(JSON.parse(text));
    const refusing = Object.entries(packages).filter(([, { engines }]) => !admitsOldestNode(engines.node));
    expect(refusing.map(([path, { engines }]) => `${path}: ${engines.node}`)).toEqual([]);
  });

  it.each(['*', '>=8', '>= 10.0.0', '^18.18.0 || ^20.9.0 || >=21.1.0', '^20.19.0 || >=22.12.0', '20 || >=22', '>=0.4'])(
    'is admitted by %s',
    (ranges) => {
      expect(admitsOldestNode(ranges)).toBe(true);
    },
  );

  it.each(['>=22', '>=20.20.0', '^18 || >=22.15.0', '18.x', '^22.13.0 || >=24'])('is not admitted by %s', (ranges) => {
    expect(admitsOldestNode(ranges)).toBe(false);
  });
});
