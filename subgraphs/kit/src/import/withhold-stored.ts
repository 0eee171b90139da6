import type postgres from 'postgres';
import { flagBits, observationStatuses } from '../statistics/observation.ts';
import type { ReleaseSeries, StoredRow } from './published-releases.ts';

/** A stored series of which the readings at some ordinals are withheld now. */
export interface WithheldSeries {
  readonly series: ReleaseSeries;
  readonly ordinals: readonly number[];
}

/** Takes what is withheld out of the store, and gives the numbers of the releases in which it stood: nothing of it is kept there. */
export async function withholdStored(
  sql: postgres.ISql,
  withheld: readonly WithheldSeries[],
): Promise<ReadonlySet<number>> {
  const rows = withheld.flatMap(({ series, ordinals }) =>
    series.row === undefined ? [] : [rowWithout(series.row, series, ordinals)],
  );
  const releases = new Set(rows.map((row) => row.release_number));
  if (rows.length === 0) return releases;
  await sql`
    update series s set "values" = kept."values", statuses = kept.statuses, flags = kept.flags, numerators = kept.numerators,
      denominators = kept.denominators, lowers = kept.lowers, uppers = kept.uppers,
      denominator_period_ids = kept.denominator_period_ids, denominator_source = kept.denominator_source,
      coverages = kept.coverages
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as kept(release_number integer, indicator_id text, place text,
      dimension_key text, "values" json, statuses json, flags json, numerators json, denominators json, lowers json, uppers json,
      denominator_period_ids json, denominator_source text, coverages json)
    where s.release_number = kept.release_number and s.indicator_id = kept.indicator_id collate "C"
      and s.place = kept.place collate "C" and s.dimension_key = kept.dimension_key collate "C"`;
  return releases;
}

const confidential = observationStatuses.indexOf('CONFIDENTIAL');

function rowWithout(row: StoredRow, { readings }: ReleaseSeries, ordinals: readonly number[]): StoredRow {
  const hidden = new Map(ordinals.map((ordinal) => [ordinal - row.first_ordinal, readings.get(ordinal)]));
  const without = <T>(list: readonly (T | null)[] | null) => {
    const kept = list?.map((entry, index) => (hidden.has(index) ? null : entry)) ?? [];
    return kept.every((entry) => entry === null) ? null : kept;
  };
  const marked = (list: readonly (number | null)[] | null, mark: (index: number) => number, unmarked: number | null) =>
    row.values.map((_, index) => (hidden.has(index) ? mark(index) : (list?.[index] ?? unmarked)));
  const statuses = marked(row.statuses, () => confidential, null);
  const isAllWithheld = row.values.every(
    (value, index) => statuses[index] === confidential || (value === null && statuses[index] === null),
  );
  return {
    ...row,
    values: row.values.map((value, index) => (hidden.has(index) ? null : value)),
    statuses,
    flags: marked(row.flags, (index) => flagBits(hidden.get(index)?.flags ?? []), 0),
    numerators: without(row.numerators),
    denominators: without(row.denominators),
    lowers: without(row.lowers),
    uppers: without(row.uppers),
    denominator_period_ids: without(row.denominator_period_ids),
    denominator_source: isAllWithheld ? null : row.denominator_source,
    coverages: without(row.coverages),
  };
}
