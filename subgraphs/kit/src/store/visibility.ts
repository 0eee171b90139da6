import { sql } from 'drizzle-orm';
import { release } from './tables.ts';

/**
 * The condition under which anything of a release may be seen: its embargo has ended, by the clock of the database. One that
 * was recalled before was never published, and stays hidden.
 *
 * Row-level security holds the serving role to the same; a server that connects as the owner of the tables has this alone.
 */
export const isVisible = sql`(${release.embargoUntil} is null
  or (${release.embargoUntil} <= now() and (${release.recalledAt} is null or ${release.recalledAt} >= ${release.embargoUntil})))`;

/** The condition under which a release answers: it is visible and was not recalled. */
export const isStanding = sql`(${isVisible} and ${release.recalledAt} is null)`;
