import { setTimeout as wait } from 'node:timers/promises';
import type postgres from 'postgres';

/** Between two looks whether all have let go, in milliseconds: mostly they have by the first. */
const lookEveryMs = 5;

/**
 * Resolves when no server takes the state of a store for what it was before this was called. To be called after the commit of each change
 * to what is served, before anybody is told that it is made: from the next request on it is in every answer.
 *
 * Takes milliseconds where all servers that hold the state hear of it; where one is cut off, as long as its lease lasts, which is 5 seconds at
 * most.
 *
 * @param sql - Finds the tables of the agency first, with the rights of their owner.
 * @throws when the database fails: the change is made, and may not be in every answer for 5 seconds.
 */
export async function awaitLeases(sql: postgres.ISql): Promise<void> {
  const [told] = await sql<{ change: string }[]>`
    with change as materialized (select nextval('state_change')::text as number)
    select number as change, pg_notify('boroughgraph ' || current_schema(), number) from change`;
  if (told === undefined) throw new Error('the store gave no number to a change');
  for (;;) {
    const [holding] = await sql`
      select from state_lease where ends_at > clock_timestamp() and acknowledged < ${told.change}::bigint limit 1`;
    if (holding === undefined) return;
    await wait(lookEveryMs);
  }
}
