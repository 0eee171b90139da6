import { sql } from 'drizzle-orm';

/*
 * Lists in statements, each as one parameter however long: drizzle would otherwise send one for each element, and PostgreSQL would
 * have another text to plan for each length.
 */

/** A list of texts as PostgreSQL's `text[]`. */
export const textArray = (values: readonly string[]) => sql`${sql.param(arrayLiteral(values))}::text[]`;

/** A list of whole numbers as PostgreSQL's `integer[]`. */
export const numberArray = (values: readonly number[]) => sql`${sql.param(`{${values.join(',')}}`)}::integer[]`;

/** A list of numbers of any size as PostgreSQL's `float8[]`. */
export const fractionArray = (values: readonly number[]) => sql`${sql.param(`{${values.join(',')}}`)}::float8[]`;

function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/(["\\])/g, '\\$1')}"`).join(',')}}`;
}
