import { DuckDBInstance } from '@duckdb/node-api';

/*
 * What `duckdb -csv -noheader -c SQL` does, with the DuckDB that comes from npm, which has no command line: one statement, whose rows are printed.
 */
const connection = await (await DuckDBInstance.create()).connect();
const reader = await connection.runAndReadAll(process.argv.at(-1) ?? '');
for (const row of reader.getRows()) console.log(row.join(','));
process.exit(0);
