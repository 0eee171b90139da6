import type postgres from 'postgres';

/** A part of a dataset that is for named users alone. */
export interface RestrictedPart {
  /** Null for what the releases of the dataset state beside figures. */
  readonly indicatorId: string | null;
  /** A regular expression of PostgreSQL for the places that it is about; null for any. */
  readonly placePattern: string | null;
  /** The dimension by which its series are narrowed; null for all. */
  readonly dimension: string | null;
}

/** Puts what is restricted of a dataset in the place of what the store knows of it. Row-level security keeps it from then on. */
export async function writeRestrictedParts(
  sql: postgres.ISql,
  datasetId: string,
  parts: readonly RestrictedPart[],
): Promise<void> {
  const rows = parts.map(({ indicatorId, placePattern, dimension }, part) => ({
    indicator_id: indicatorId ?? '',
    part,
    place_pattern: placePattern,
    dimension,
  }));
  await sql`delete from restricted_part where dataset_id = ${datasetId}`;
  if (rows.length === 0) return;
  await sql`insert into restricted_part (dataset_id, indicator_id, part, place_pattern, dimension)
    select ${datasetId}, indicator_id, part, place_pattern, dimension
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as given(indicator_id text, part integer, place_pattern text, dimension text)`;
}
