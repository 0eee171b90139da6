import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgPolicy, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { keyText, list } from './column-types.ts';
import { accessSetting } from './with-access.ts';

/**
 * What named users alone may read, as the code of the agency says it: an indicator, or a cut of it; under no indicator, what the releases of
 * a dataset state beside figures. Written with each load and at each start.
 */
export const restrictedPart = pgTable(
  'restricted_part',
  {
    datasetId: keyText('dataset_id').notNull(),
    indicatorId: keyText('indicator_id').notNull(),
    part: integer('part').notNull(),
    placePattern: text('place_pattern'),
    dimension: text('dimension'),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.datasetId, table.part] })],
);

/**
 * What the agency has agreed with organisations: whose people may read which datasets, at which areas (null for all), for which purposes,
 * and from which day to which. One that is ended before its time stays, with the moment.
 */
export const agreement = pgTable(
  'agreement',
  {
    id: keyText('id').primaryKey(),
    organisation: keyText('organisation').notNull(),
    datasetIds: list('dataset_ids').$type<readonly string[]>().notNull(),
    areas: list('areas').$type<readonly string[]>(),
    purposes: list('purposes').$type<readonly string[]>().notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    reference: text('reference'),
    addedAt: timestamp('added_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
  },
  (table) => [
    index('agreement_organisation').on(table.organisation),
    check('agreement_ends_after_it_begins', sql`${table.validFrom} <= ${table.validUntil}`),
  ],
);

/** What the statement that reads was granted beside what everybody may read: by dataset true, or places; nothing for most. */
export const granted = `(coalesce(nullif(current_setting('${accessSetting}', true), ''), '{}')::jsonb)`;

/**
 * Of what is for named users, a statement reads what it was granted: whoever asks without, or has forgotten to ask whether he may, finds no
 * row. Most indicators are for everybody, which is found once for a statement.
 */
export const withinTier = (name: string) =>
  pgPolicy('within_tier', {
    as: 'restrictive',
    for: 'select',
    using:
      sql.raw(`${name}."indicator_id" not in (select "indicator_id" from "restricted_part") or not exists (select from "restricted_part" p
      where p."indicator_id" = ${name}."indicator_id" and (p."place_pattern" is null or ${name}."place" ~ p."place_pattern")
      and (p."dimension" is null or ';' || ${name}."dimension_key" like '%;' || p."dimension" || '=%')
      and not coalesce(${granted} -> p."dataset_id" = 'true'::jsonb or jsonb_exists(${granted} -> p."dataset_id", ${name}."place"), false))`),
  });

/** The same for what releases state beside figures, which is granted with all of a dataset alone. */
export const factsWithinTier = () =>
  pgPolicy('within_tier', {
    as: 'restrictive',
    for: 'select',
    using:
      sql.raw(`not exists (select from "release" r join "restricted_part" p on p."dataset_id" = r."dataset_id" and p."indicator_id" = ''
      where r."number" = "fact"."release_number" and not coalesce(${granted} -> p."dataset_id" = 'true'::jsonb, false))`),
  });
