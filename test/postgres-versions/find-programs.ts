import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findPostgresBinaries } from '@boroughgraph/system/postgres-binaries.ts';

/** The major versions of PostgreSQL that are supported. */
export const supportedVersions = [15, 16, 17, 18] as const;

/** The one of the package that the project depends on. */
const embeddedVersion = 18;

/** The folder of a version's programs: one that is given, Debian's, or that of the project. Null where there is none. Never throws. */
export async function findPrograms(version: number, given: ReadonlyMap<number, string>): Promise<string | null> {
  const own = version === embeddedVersion ? await embedded() : null;
  const places = [given.get(version) ?? null, `/usr/lib/postgresql/${version}/bin`, own];
  return places.find((place) => place !== null && existsSync(join(place, 'initdb'))) ?? null;
}

/** Null where npm has installed none for this machine. */
function embedded(): Promise<string | null> {
  return findPostgresBinaries().then(
    ({ initdb }) => dirname(initdb),
    () => null,
  );
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
