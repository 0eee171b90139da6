import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts';

const run = promisify(execFile);

/** A PostgreSQL where changes are made, and a copy that follows it. Both go when it is disposed of. */
export interface ReplicatedPostgres extends AsyncDisposable {
  readonly primary: OwnPostgres;
  readonly replica: OwnPostgres;
}

/**
 * Starts a primary and its streaming replica by the programs of a folder. A change counts as made when it can be read at the replica: whoever
 * recalls something must not be answered while it is still served there.
 */
export async function startReplicatedPostgres(programs: string): Promise<ReplicatedPostgres> {
  await using unfinished = new AsyncDisposableStack();
  const primary = unfinished.use(await startOwnPostgres({ programs, settings: ['wal_level=replica'] }));
  const replica = unfinished.use(
    await startOwnPostgres({
      programs,
      settings: ['hot_standby_feedback=on'],
      password: primary.password,
      makeData: async (folder, as) => {
        // With `-R` it writes down whom it follows.
        await run(join(programs, 'pg_basebackup'), ['-D', folder, '-R', '-c', 'fast', '-d', primary.url], {
          ...as,
          cwd: '/',
        });
      },
    }),
  );
  const sql = postgres(primary.url, { max: 1, onnotice: () => undefined });
  await sql`alter system set synchronous_standby_names = '*'`;
  await sql`alter system set synchronous_commit = 'remote_apply'`;
  await sql`select pg_reload_conf()`;
  await sql.end();
  const resources = unfinished.move();
  return { primary, replica, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}
