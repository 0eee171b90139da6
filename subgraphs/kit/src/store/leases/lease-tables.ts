import { bigint, pgSequence, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Numbers what holders of the state are told of changes. */
export const stateChange = pgSequence('state_change');

/**
 * Who takes the state of the store for what it was, without asking: until when by the clock of the database, and up to which change it
 * has let go of what was before. Written by the function `lease_state`, which is all that a server may do here.
 */
export const stateLease = pgTable('state_lease', {
  holder: uuid('holder').primaryKey(),
  acknowledged: bigint('acknowledged', { mode: 'number' }).notNull(),
  endsAt: timestamp('ends_at', { withTimezone: true, mode: 'string' }).notNull(),
});
