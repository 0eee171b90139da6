import { holdPostgres } from '../support/held-postgres.ts';
import { createNamedDatabase } from '../support/named-database.ts';
import { formatAccuracy, isAccurate, measureAccuracy } from './cost-accuracy.ts';
import { parseOptions } from './options.ts';
import { startComparedSystem } from './system/compared-system.ts';

/*
 * `npm run test:cost-estimate`: random operations to our gateway, over made-up figures, and how what they were estimated to
 * cost stands to what their answers cost. Takes the options of `npm run test:differential`. Ends with 1 where estimates are
 * not as good as they have to be.
 */

const options = parseOptions(process.argv.slice(2));
await using server = await holdPostgres();
await using system = await startComparedSystem(await createNamedDatabase(server.url, 'cost'));
const accuracy = await measureAccuracy(system, options);
console.log(formatAccuracy(accuracy));
if (!isAccurate(accuracy)) process.exitCode = 1;
