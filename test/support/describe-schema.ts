import type postgres from 'postgres';

/** Everything that PostgreSQL knows of a schema, each as a line of SQL or near it. */
export async function describeSchema(sql: postgres.Sql, schema: string): Promise<readonly string[]> {
  return sql.begin(async (transaction) => {
    await transaction.unsafe(`set local search_path to ${schema}`);
    const rows = await transaction<{ line: string }[]>`
      with own as (select c.* from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relname <> 'migration' and c.relname <> 'migration_pkey')
      select format('%s %s, row security %s', relkind, relname, relrowsecurity) as line from own
      union all select format('%s.%s %s%s default %s identity %s collation %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' end, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attcollation::regcollation)
        from own c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      union all select format('%s: %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) from own c join pg_constraint k on k.conrelid = c.oid
      union all select pg_get_indexdef(c.oid) from own c where c.relkind = 'i'
      union all select format('%s: %s', c.relname, pg_get_viewdef(c.oid)) from own c where c.relkind = 'v'
      union all select format('%s: policy %s %s %s %s using %s check %s', c.relname, polname, polcmd, polpermissive, polroles,
        pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from own c join pg_policy p on p.polrelid = c.oid`;
    // PostgreSQL prints the schema of an index, whatever the path.
    return rows.map(({ line }) => line.replaceAll(`${schema}.`, '')).sort();
  });
}
