import postgres from 'postgres';
import { findParent } from './cpu.ts';

/**
 * The process of a PostgreSQL server, under which each session has its own.
 *
 * @throws when it cannot be told: it is on another machine, or there is no /proc.
 */
export async function findPostgres(serverUrl: string): Promise<number> {
  const sql = postgres(serverUrl, { max: 1 });
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const parent = findParent(row?.pid ?? 0);
  await sql.end();
  if (parent === null) throw new Error('the process of PostgreSQL cannot be told');
  return parent;
}
