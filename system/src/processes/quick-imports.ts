/*
 * Loaded before what reads a store. Node looks through folders and reads the package.json of a package anew for each of its modules, to
 * learn of what kind that is; that of Drizzle has 180 kB, and with its 120 modules this was more than half of the processor time in which a
 * server of an agency starts. A module that one of the packages below names beside its own is the file of that name, and of the language's
 * own kind, as all of theirs are; so is each of our own, whose doors are read once. So much is said here without looking.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const allModules = /\/node_modules\/(?:drizzle-orm|zod)\//;
const packages = new URL('../../../node_modules/', import.meta.url);
const doors = new Map<string, ReadonlyMap<string, string>>();

registerHooks({
  resolve: (specifier, context, resolveNext) => {
    const url = quickUrl(specifier, context.parentURL ?? '');
    if (url === null) return resolveNext(specifier, context);
    return { url, format: url.endsWith('.ts') ? 'module-typescript' : 'module', shortCircuit: true };
  },
});

/** Where a module is of which that is certain; null for any other. */
function quickUrl(specifier: string, parent: string): string | null {
  if (/^\.\.?\/.*\.js$/.test(specifier)) return allModules.test(parent) ? new URL(specifier, parent).href : null;
  if (!specifier.endsWith('.ts') || parent.includes('/node_modules/')) return null;
  if (/^\.\.?\//.test(specifier)) return new URL(specifier, parent).href;
  const [, name, door] = /^(@boroughgraph\/[^/]+)\/(.+)$/.exec(specifier) ?? [];
  return name === undefined || door === undefined ? null : (doorsOf(name).get(`./${door}`) ?? null);
}

/** Where the doors of one of our packages lead. */
function doorsOf(name: string): ReadonlyMap<string, string> {
  const known = doors.get(name);
  if (known !== undefined) return known;
  const folder = pathToFileURL(`${realpathSync(new URL(name, packages))}/`);
  const description: unknown = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  const found = new Map(doorsIn(description).map(([door, file]) => [door, new URL(file, folder).href]));
  doors.set(name, found);
  return found;
}

/** The exports of a package that are files. */
function doorsIn(description: unknown): readonly (readonly [door: string, file: string])[] {
  if (typeof description !== 'object' || description === null || !('exports' in description)) return [];
  return Object.entries(description.exports ?? {}).flatMap(([door, file]: [string, unknown]) =>
    typeof file === 'string' ? [[door, file] as const] : [],
  );
}
