import { type Column, getTableColumns, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { observationStatuses, type ProtectedFigure } from '../statistics/observation.ts';
import { factsWithinTier, withinTier } from './access-tables.ts';
import { keyText, list } from './column-types.ts';
import { releaseWeights } from './dataset-version.ts';
import { columnsOf, isVisible } from './visibility.ts';

/*
 * The store of one agency. The tables name no PostgreSQL schema: each agency has its own, which its connections find
 * first on their search path, so that the same migrations serve all of them. They are made from these tables: README, "Change
 * the tables".
 */

type Cells<T> = readonly (T | null)[];

/** How many reported, and how many should have; null where the publisher does not say. */
export type StoredCoverage = readonly [reporting: number | null, expected: number | null];

/** A place of a coverage, and the positions of the periods that are covered there; null for all of them. */
export type StoredPlace = readonly [place: string, positions: readonly number[] | null];

/** Counts the changes to what is served. Its one row is also what loads of one agency queue for. */
export const catalogueVersion = pgTable('catalogue_version', {
  isOnly: boolean('is_only').primaryKey().default(true),
  version: bigint('version', { mode: 'number' }).notNull(),
});

/**
 * The secret of one store, made with it, which no server may read. Its one row keys the checksums of files that show more than
 * is served, so that nobody can try guesses at what is withheld against them.
 */
export const checksumKey = pgTable(
  'checksum_key',
  {
    isOnly: boolean('is_only').primaryKey().default(true),
    secret: text('secret').notNull(),
  },
  (table) => [check('checksum_key_is_only', sql`${table.isOnly}`)],
);

/**
 * Datasets of whose releases it is proved that nothing follows, by which rules and of which releases (`fingerprint`), and what their
 * figures say of periods that are still to come (`evidence`). Written with a load, for the next one; no server reads it.
 */
export const closedHistory = pgTable('closed_history', {
  datasetId: keyText('dataset_id').primaryKey(),
  fingerprint: text('fingerprint').notNull(),
  evidence: jsonb('evidence').notNull(),
});

/** Every dataset that something was loaded for; its description lives in the code of the agency. */
export const dataset = pgTable('dataset', {
  id: keyText('id').primaryKey(),
  title: text('title').notNull(),
});

/** Every indicator that something was loaded for. */
export const indicator = pgTable('indicator', {
  id: keyText('id').primaryKey(),
  datasetId: keyText('dataset_id')
    .notNull()
    .references(() => dataset.id),
  name: text('name').notNull(),
  unit: text('unit').notNull(),
});

/**
 * One loaded edition of a dataset, complete from the moment that it can be seen. Nobody but its loader sees it before its
 * embargo ends; one that is recalled stays listed, and its figures are in no answer.
 */
export const release = pgTable(
  'release',
  {
    number: integer('number').primaryKey().generatedAlwaysAsIdentity(),
    id: keyText('id').notNull().unique(),
    datasetId: keyText('dataset_id')
      .notNull()
      .references(() => dataset.id),
    publishedAt: date('published_at', { mode: 'string' }).notNull(),
    loadedAt: timestamp('loaded_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    checksum: text('checksum').notNull(),
    sourceName: text('source_name').notNull(),
    isSynthetic: boolean('is_synthetic').notNull(),
    latestPeriodEnd: date('latest_period_end', { mode: 'string' }),
    rowsRead: integer('rows_read').notNull(),
    rowsLoaded: integer('rows_loaded').notNull(),
    rowsLeftOut: integer('rows_left_out').notNull(),
    rowsKeptOutside: integer('rows_kept_outside').notNull(),
    rowsRejected: integer('rows_rejected').notNull(),
    observationCount: integer('observation_count').notNull(),
    embargoUntil: timestamp('embargo_until', { withTimezone: true, mode: 'string' }),
    recalledAt: timestamp('recalled_at', { withTimezone: true, mode: 'string' }),
    recallReason: text('recall_reason'),
    weight: text('weight', { enum: releaseWeights }).notNull().default('minor'),
    corrected: integer('corrected').notNull().default(0),
  },
  (table) => [
    index('release_dataset').on(table.datasetId, table.checksum),
    // Every request looks for the newest ended embargo and the number of recalls.
    index('release_embargo')
      .on(table.embargoUntil)
      .where(sql`${table.embargoUntil} is not null`),
    index('release_recall')
      .on(table.recalledAt)
      .where(sql`${table.recalledAt} is not null`),
    check(
      'release_weight_is_known',
      sql`${table.weight} in (${sql.raw(releaseWeights.map((each) => `'${each}'`).join(', '))})`,
    ),
    check('release_recall_has_reason', sql`(${table.recalledAt} is null) = (${table.recallReason} is null)`),
    // Roles that do not own the table see nothing of a release before its embargo ends, nor ever of one that was recalled before.
    pgPolicy('after_embargo', { for: 'select', using: isVisible(table) }),
  ],
);

/**
 * Figures of the releases that the role sees and that stand. A request that had begun before a recall still ends with what it began
 * with: hence the minute.
 */
const ofStandingRelease = (releaseNumber: Column) =>
  pgPolicy('of_standing_release', { for: 'select', using: isStanding(releaseNumber) });

const isStanding = (releaseNumber: Column) => sql`exists (select from ${release} r where r."number" = ${releaseNumber}
      and (r."recalled_at" is null or r."recalled_at" > now() - interval '1 minute'))`;

/**
 * Which periods a release answers for: its file covers them for the indicator. Null within the grid is a period that it skips. Of a
 * place that is not among `places` it says nothing, so that what was there before stays; null is every place.
 */
export const coverage = pgTable(
  'coverage',
  {
    releaseNumber: integer('release_number')
      .notNull()
      .references(() => release.number, { onDelete: 'cascade' }),
    indicatorId: keyText('indicator_id')
      .notNull()
      .references(() => indicator.id),
    firstOrdinal: integer('first_ordinal').notNull(),
    periodIds: list('period_ids').$type<Cells<string>>().notNull(),
    places: list('places').$type<readonly StoredPlace[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.releaseNumber, table.indicatorId] }),
    ofStandingRelease(table.releaseNumber),
  ],
);

/** A series of a release, its figures as lists over the grid of its release's coverage. */
const seriesRow = () => ({
  releaseNumber: integer('release_number')
    .notNull()
    .references(() => release.number, { onDelete: 'cascade' }),
  indicatorId: keyText('indicator_id').notNull(),
  place: keyText('place').notNull(),
  dimensionKey: keyText('dimension_key').notNull(),
  values: list('values').$type<Cells<ProtectedFigure>>().notNull(),
  statuses: list('statuses').$type<Cells<number>>(),
  flags: list('flags').$type<Cells<number>>(),
  numerators: list('numerators').$type<Cells<ProtectedFigure>>(),
  denominators: list('denominators').$type<Cells<ProtectedFigure>>(),
  lowers: list('lowers').$type<Cells<ProtectedFigure>>(),
  uppers: list('uppers').$type<Cells<ProtectedFigure>>(),
  denominatorPeriodIds: list('denominator_period_ids').$type<Cells<string>>(),
  denominatorSource: text('denominator_source'),
  coverages: list('coverages').$type<Cells<StoredCoverage>>(),
});

/**
 * One series of one release.
 *
 * A list that would hold nothing is null: `statuses` where all values are published, `flags` where none is set.
 * A null value without a status is a cell that the file does not have.
 */
export const series = pgTable('series', seriesRow(), (table) => [
  primaryKey({ columns: [table.indicatorId, table.place, table.dimensionKey, table.releaseNumber] }),
  check('series_values_is_list', sql`json_typeof(${table.values}) = 'array'`),
  ofStandingRelease(table.releaseNumber),
  // The row is read in its place that is due, by whoever asks after that; a request that had begun before ends with what it began with.
  // Mostly nothing waits, which is found once for a statement and not for each of its rows.
  pgPolicy('until_replaced', {
    as: 'restrictive',
    for: 'select',
    using: sql`not exists (select from pending_series) or not exists (select from pending_series p join ${release} c on c."number" = p."cause_number"
      where ${sameSeries('p', 'series')} and c."embargo_until" < now() - interval '1 minute')`,
  }),
  withinTier('"series"'),
]);

/** The release whose embargo has to end first. */
const causeNumber = () =>
  integer('cause_number')
    .notNull()
    .references(() => release.number, { onDelete: 'cascade' });

/** What the end of an embargo brings is seen by whoever sees the release that was under it. */
const hasEnded = (cause: Column) =>
  sql`exists (select from ${release} c where c."number" = ${cause} and ${isVisible(columnsOf('c'))})`;

/**
 * What is read in the place of a series once an embargo has ended: with the release that was under it, figures are withheld that
 * are shown until then. It holds what that of an earlier end withholds, too, and is put in place for good by the next load.
 */
export const pendingSeries = pgTable('pending_series', { ...seriesRow(), causeNumber: causeNumber() }, (table) => [
  primaryKey({
    name: 'pending_series_key',
    columns: [table.indicatorId, table.place, table.dimensionKey, table.releaseNumber, table.causeNumber],
  }),
  pgPolicy('of_ended_embargo', {
    for: 'select',
    using: sql`${hasEnded(table.causeNumber)} and ${isStanding(table.releaseNumber)}`,
  }),
  withinTier('"pending_series"'),
]);

/** The checksum that a release has once an embargo has ended: from then on it shows less than its file. */
export const pendingChecksum = pgTable(
  'pending_checksum',
  {
    releaseNumber: integer('release_number')
      .notNull()
      .references(() => release.number, { onDelete: 'cascade' }),
    causeNumber: causeNumber(),
    checksum: text('checksum').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.releaseNumber, table.causeNumber] }),
    pgPolicy('of_ended_embargo', { for: 'select', using: hasEnded(table.causeNumber) }),
  ],
);

/** What a release states that is not a number: a site and its name, a name of an area. `kind` says how `body` is read. */
export const fact = pgTable(
  'fact',
  {
    releaseNumber: integer('release_number')
      .notNull()
      .references(() => release.number, { onDelete: 'cascade' }),
    kind: keyText('kind').notNull(),
    key: keyText('key').notNull(),
    body: jsonb('body').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.key, table.releaseNumber] }),
    ofStandingRelease(table.releaseNumber),
    factsWithinTier(),
  ],
);

const seriesKey = ['indicator_id', 'place', 'dimension_key', 'release_number'];
const sameSeries = (one: string, other: string) =>
  sql.raw(seriesKey.map((name) => `${one}."${name}" = ${other}."${name}"`).join(' and '));
/** The columns of a series, of a table by its name in a statement. */
const rowOf = (alias: string) =>
  sql.raw(
    Object.values(getTableColumns(series))
      .map(({ name }) => `${alias}."${name}"`)
      .join(', '),
  );

/** What has come in the place of series since embargoes ended, of several the last, by the columns of their table. */
export const dueSeries = sql`select distinct on (p."indicator_id", p."place", p."dimension_key", p."release_number") ${rowOf('p')}
  from ${pendingSeries} p join ${release} c on c."number" = p."cause_number" where ${isVisible(columnsOf('c'))}
  order by p."indicator_id", p."place", p."dimension_key", p."release_number", c."embargo_until" desc, c."number" desc`;

/** Every series as it is served now, by the columns of its table. */
export const servedSeries = sql`select ${rowOf('b')} from ${series} b
  where not exists (select from ${pendingSeries} d join ${release} c on c."number" = d."cause_number" where ${sameSeries('d', 'b')}
    and ${isVisible(columnsOf('c'))})
union all (${dueSeries})`;

/** What `list` of a series holds at the position of a cell. */
const cellOf = (list: string) => sql.raw(`(s."${list}" ->> (cell."position"::integer - 1))`);
const statusTexts = sql.raw(`array[${observationStatuses.map((status) => `'${status}'`).join(', ')}]`);

/** The series of every release, one row a cell, for people who read the store with SQL. */
export const observation = pgView('observation', {
  releaseNumber: integer('release_number'),
  indicatorId: keyText('indicator_id'),
  place: keyText('place'),
  dimensionKey: keyText('dimension_key'),
  ordinal: integer('ordinal'),
  periodId: text('period_id'),
  value: doublePrecision('value'),
  status: text('status'),
  flags: integer('flags'),
  numerator: doublePrecision('numerator'),
  denominator: doublePrecision('denominator'),
  lower: doublePrecision('lower'),
  upper: doublePrecision('upper'),
}).as(sql`select s."release_number", s."indicator_id", s."place", s."dimension_key",
  c."first_ordinal" + cell."position"::integer - 1 as "ordinal",
  c."period_ids" ->> (cell."position"::integer - 1) as "period_id", cell."value"::double precision as "value",
  coalesce((${statusTexts})[${cellOf('statuses')}::integer + 1],
    case when cell."value" is null then 'NOT_AVAILABLE' else 'PUBLISHED' end) as "status",
  coalesce(${cellOf('flags')}::integer, 0) as "flags", ${cellOf('numerators')}::double precision as "numerator",
  ${cellOf('denominators')}::double precision as "denominator", ${cellOf('lowers')}::double precision as "lower",
  ${cellOf('uppers')}::double precision as "upper"
from (${servedSeries}) s
join ${coverage} c on c."release_number" = s."release_number" and c."indicator_id" = s."indicator_id"
cross join lateral json_array_elements_text(s."values") with ordinality as cell("value", "position")
where c."period_ids" ->> (cell."position"::integer - 1) is not null`);
