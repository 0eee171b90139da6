import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';

/**
 * The text of a statement without parameters, for connections that take texts alone.
 *
 * @throws when it has parameters.
 */
export function textOf(statement: SQL): string {
  const { sql, params } = new PgDialect().sqlToQuery(statement);
  if (params.length > 0) throw new Error(`the statement has ${params.length} parameters: ${sql}`);
  return sql;
}
