import type postgres from 'postgres';

/** What a store was prepared for. */
export interface Preparation {
  /** Stands for all that prepares a store and is not in it: the code, and what was asked of it. */
  readonly mark: string;
  /** The PostgreSQL schema of the agency, which comes first on the search path. */
  readonly schema: string;
}

/**
 * Whether a store is as {@link notePreparation} left it, so that preparing it again would change nothing: same tables, rights, agreements,
 * parts that are restricted and releases. A load, a grant by hand or a copy with other roles makes it false. Never throws: a store that
 * cannot be asked is not prepared.
 */
export async function isPrepared(sql: postgres.ISql, { mark, schema }: Preparation): Promise<boolean> {
  try {
    const found = await sql`select from preparation where mark = ${mark} and state = (${stateOf(sql, schema)})`;
    return found.length > 0;
  } catch {
    return false;
  }
}

/** Notes that a store is prepared as it is now. @throws when the database is away or refuses. */
export async function notePreparation(sql: postgres.Sql, { mark, schema }: Preparation): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`create table if not exists preparation (mark text not null, state text not null)`;
    await transaction`delete from preparation`;
    await transaction`insert into preparation values (${mark}, (${stateOf(transaction, schema)}))`;
  });
}

/** All of a store that preparing it looks at or mends, as one text. */
function stateOf(sql: postgres.ISql, schema: string) {
  const inOrder = (table: string) => sql`(select string_agg(t::text, ' ' order by t::text) from ${sql(table)} t)`;
  return sql`select md5(concat_ws(' | ',
    (select version from catalogue_version),
    (select string_agg(id || is_synthetic, ' ' order by id) from release),
    ${inOrder('migration')}, ${inOrder('dataset')}, ${inOrder('agreement')}, ${inOrder('restricted_part')},
    (select string_agg(concat_ws(' ', relname, relowner::regrole, relrowsecurity, relacl), ' ' order by relname)
      from pg_class where relnamespace = n.oid and relname <> 'preparation'),
    (select string_agg(concat_ws(' ', oid::regprocedure, proowner::regrole, proacl), ' ' order by oid) from pg_proc where pronamespace = n.oid),
    n.nspowner::regrole, n.nspacl)) from pg_namespace n where nspname = ${schema}`;
}
