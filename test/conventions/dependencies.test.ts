import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = globSync(['{gateway,schema,system,test}', 'gateway/web', 'subgraphs/*'], { cwd: root }).toSorted();

const manifestSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});
const readManifest = (folder: string) =>
  manifestSchema.parse(JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')));

/** What a package is asked for by: an import, its type, or its place on disk. */
const references = [/\bfrom '([^'.][^']*)'/g, /^import '([^'.][^']*)'/gm, /(?:\bimport|\.resolve)\('([^'.][^']*)'\)/g];
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

/** The packages that files refer to, without Node's own, what a build makes, and the workspace itself. */
function packagesIn(files: readonly string[], own: string): ReadonlySet<string> {
  const specifiers = files.flatMap((file) => {
    const text = readFileSync(`${root}${file}`, 'utf8');
    return references.flatMap((reference) => [...text.matchAll(reference)].map(([, specifier = '']) => specifier));
  });
  const packages = specifiers.filter((specifier) => !/^(?:node|virtual):/.test(specifier)).map(packageOf);
  return new Set(packages.filter((name) => name !== own));
}

/** What runs only while something is tested, generated or built: what a browser gets is built. */
const isSupport = (file: string) => /\.(test|config)\.[jt]s$|\/(testing|generate|build|web\/front)\//.test(file);

describe.each(folders)('the workspace %s', (folder) => {
  const { name, dependencies, devDependencies } = readManifest(folder);
  const files = globSync(`${folder}/**/*.{ts,tsx,js}`, {
    cwd: root,
    // A workspace within another one declares what is its own.
    exclude: (entry) =>
      ['node_modules', 'peers', 'duckdb', 'dist', ...(folder === 'gateway' ? ['web'] : [])].includes(entry),
  });
  const declared = Object.keys(dependencies);

  it('declares what it imports', () => {
    const imported = packagesIn(
      files.filter((file) => !isSupport(file)),
      name,
    );
    expect([...imported].filter((used) => !declared.includes(used))).toEqual([]);
  });

  it('declares what its tests import, but for the tools of the root and the support that all tests share', () => {
    const shared = ['@boroughgraph/test', ...Object.keys(readManifest('').devDependencies)];
    const known = [...declared, ...Object.keys(devDependencies), ...shared];
    expect([...packagesIn(files, name)].filter((used) => !known.includes(used))).toEqual([]);
  });

  // The types of a package are declared beside it, and no file names them.
  it('imports what it declares', () => {
    const imported = packagesIn(files, name);
    expect(
      [...declared, ...Object.keys(devDependencies)].filter((unused) => !imported.has(unused.replace('@types/', ''))),
    ).toEqual([]);
  });

  it('names exact versions', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
