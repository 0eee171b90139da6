import { sql } from 'drizzle-orm';
import { integer, jsonb, pgPolicy, pgTable, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { granted } from '../access-tables.ts';
import { keyText } from '../column-types.ts';
import { release } from '../tables.ts';

/** What a statement is granted that reads reports: no dataset is called so. */
export const reportsGrant = 'load reports';

/** The organisations whose people look after the agency. One that is ended stays, with the moment. */
export const ownOrganisation = pgTable(
  'own_organisation',
  {
    number: integer('number').primaryKey().generatedAlwaysAsIdentity(),
    organisation: keyText('organisation').notNull(),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [
    uniqueIndex('own_organisation_once')
      .on(table.organisation)
      .where(sql`${table.endedAt} is null`),
  ],
);

/** What the loader reported of a release, in the form of `keptReport`. */
export const loadReport = pgTable(
  'load_report',
  {
    releaseNumber: integer('release_number')
      .primaryKey()
      .references(() => release.number, { onDelete: 'cascade' }),
    body: jsonb('body').notNull(),
  },
  () => [
    // Whoever asks without the grant, or has forgotten to ask whether he may, finds no row.
    pgPolicy('of_own_people', {
      for: 'select',
      using: sql.raw(`coalesce(${granted} -> '${reportsGrant}' = 'true'::jsonb, false)`),
    }),
  ],
);
