import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PricingError, describePrice } from './price-file.ts';

/*
 * `npm run cost -- FILE [VARIABLES]`: prices an operation without a running system. Ends with 1 where it is not valid, and with
 * 2 where the command is not.
 */

const usage = `Usage: npm run cost -- FILE [VARIABLES] [--operation NAME]
  FILE         a file with an operation, such as schema/operations/bulk.graphql
  VARIABLES    its variables as JSON, or a file that holds them (none unless told)
  --operation  which of several operations`;

function readVariables(given: string | undefined): Readonly<Record<string, unknown>> {
  if (given === undefined) return {};
  const text = existsSync(given) ? readFileSync(given, 'utf8') : given;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Said below.
  }
  throw new PricingError(`The variables are neither a JSON object nor a file that holds one: ${text.slice(0, 100)}`);
}

function run(): void {
  const { values, positionals } = parseArgs({ options: { operation: { type: 'string' } }, allowPositionals: true });
  const [path, variables, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new RangeError(usage);
  if (!existsSync(path)) throw new PricingError(`There is no file ${path}`);
  const text = readFileSync(path, 'utf8');
  const operationName = values.operation ?? null;
  console.log(describePrice({ path, text, variables: readVariables(variables), operationName }));
}

try {
  run();
} catch (error) {
  console.error(error instanceof PricingError ? error.message : usage);
  process.exitCode = error instanceof PricingError ? 1 : 2;
}
