import { sql } from 'drizzle-orm';
import { index, integer, json, pgPolicy, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { withinTier } from '../access-tables.ts';
import { keyText } from '../column-types.ts';
import { dataset, release } from '../tables.ts';

/**
 * Which releases of a dataset are bound together: their series stand a second time in one row each, so that a long history is read in few
 * rows. Triggers take a volume away with any change of what it holds, and with the recall of a release in it; the next load binds anew.
 */
export const volume = pgTable('volume', {
  number: integer('number').primaryKey().generatedAlwaysAsIdentity(),
  datasetId: keyText('dataset_id')
    .notNull()
    .references(() => dataset.id),
  releases: integer('releases').array().notNull(),
});

/** A series of the releases of a volume: the lists of its rows of `series`, those of one release after those of another, without what would hold nothing. */
export const volumeSeries = pgTable(
  'volume_series',
  {
    volumeNumber: integer('volume_number')
      .notNull()
      .references(() => volume.number, { onDelete: 'cascade' }),
    indicatorId: keyText('indicator_id').notNull(),
    place: keyText('place').notNull(),
    dimensionKey: keyText('dimension_key').notNull(),
    /** Releases that have it. */
    held: integer('held').notNull(),
    records: json('records').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.indicatorId, table.place, table.dimensionKey, table.volumeNumber] }),
    index('volume_series_volume').on(table.volumeNumber),
    // What is bound was seen and stood. A recall takes the volume away, and meanwhile nobody reads it.
    pgPolicy('of_standing_releases', {
      for: 'select',
      using: sql`${table.volumeNumber} not in (select v."number" from ${volume} v join ${release} r on r."number" = any(v."releases")
        where r."recalled_at" is not null)`,
    }),
    withinTier('"volume_series"'),
  ],
);
