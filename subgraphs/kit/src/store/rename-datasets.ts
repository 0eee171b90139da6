import type postgres from 'postgres';

/** A dataset as its agency calls it now. */
export interface RenamedDataset {
  readonly id: string;
  readonly title: string;
  readonly formerIds?: readonly string[];
}

/**
 * Gives what the store has under ids that datasets had before to them: releases with their own ids, which stay, what is restricted and what
 * is agreed. Servers read the state of the store anew where anything was renamed. All or nothing.
 */
export async function renameDatasets(sql: postgres.Sql, datasets: readonly RenamedDataset[]): Promise<void> {
  const renamed = datasets.flatMap(({ id, title, formerIds = [] }) =>
    formerIds.map((former) => ({ id, title, former })),
  );
  if (renamed.length === 0) return;
  await sql.begin(async (transaction) => {
    let isAny = false;
    for (const each of renamed) isAny = (await rename(transaction, each)) || isAny;
    if (isAny) await transaction`update catalogue_version set version = version + 1`;
  });
}

/** False where the store has nothing under the former id. */
async function rename(
  sql: postgres.ISql,
  { id, title, former }: { readonly id: string; readonly title: string; readonly former: string },
): Promise<boolean> {
  // Before anything can be read of it, so that it is at no moment for everybody.
  await sql`insert into restricted_part (dataset_id, indicator_id, part, place_pattern, dimension)
    select ${id}, indicator_id, part, place_pattern, dimension from restricted_part where dataset_id = ${former}
    on conflict do nothing`;
  await sql`delete from restricted_part where dataset_id = ${former}`;
  await sql`update agreement set dataset_ids = (
      select json_agg(case when each = ${former} then ${id} else each end order by place)
      from json_array_elements_text(dataset_ids::json) with ordinality as given(each, place))
    where ${former} in (select json_array_elements_text(dataset_ids::json))`;
  const known = await sql`select id from dataset where id = ${former}`;
  if (known.length === 0) return false;
  await sql`insert into dataset (id, title) values (${id}, ${title}) on conflict do nothing`;
  await sql`update release set dataset_id = ${id} where dataset_id = ${former}`;
  await sql`update indicator set dataset_id = ${id} where dataset_id = ${former}`;
  await sql`delete from dataset where id = ${former}`;
  return true;
}
