/** The setting of PostgreSQL by which row-level security knows what may be read beside what everybody may: see `Grants.text`. */
export const accessSetting = 'boroughgraph.access';

/**
 * A statement that reads with what its last parameter grants, of as many parameters as it has without. It stays one statement, so that
 * nothing of a grant is left on the connection when it ends. The condition is no column's, so that PostgreSQL looks at it, and by it sets
 * what is granted, before it reads any row; were it ever later, rows would be missing and not shown. Never throws.
 */
export function withAccess(text: string, parameters: number): string {
  return `with "granted" as materialized (select set_config('${accessSetting}', $${parameters + 1}::text, true) as "access")
    select "read".* from (${text}) "read" where (select "access" from "granted") is not null`;
}
