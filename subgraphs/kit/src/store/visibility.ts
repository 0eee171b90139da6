import { type Column, type SQL, sql } from 'drizzle-orm';

/** The columns of a release by which it is seen or not. */
interface ReleaseColumns {
  readonly embargoUntil: Column | SQL;
  readonly recalledAt: Column | SQL;
}

/**
 * The condition under which anything of a release may be seen: its embargo has ended, by the clock of the database. One that
 * was recalled before was never published, and stays hidden.
 *
 * Row-level security holds the serving role to the same; a server that connects as the owner of the tables has this alone.
 */
export const isVisible = ({ embargoUntil, recalledAt }: ReleaseColumns) => sql`(${embargoUntil} is null
  or (${embargoUntil} <= now() and (${recalledAt} is null or ${recalledAt} >= ${embargoUntil})))`;

/** The columns of a release under another name in a statement. */
export const columnsOf = (alias: string): ReleaseColumns => ({
  embargoUntil: sql.raw(`${alias}."embargo_until"`),
  recalledAt: sql.raw(`${alias}."recalled_at"`),
});
