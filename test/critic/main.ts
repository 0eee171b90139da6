import { describeFinding } from '@boroughgraph/system/critic/finding.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { manifestPath } from '../support/published-manifest.ts';
import { bends } from './bends.ts';
import { BentWorld } from './bent-world.ts';

/*
 * Makes a bent copy of a published file for each bend, loads it beside the rest, and asks the critic: `npm run test:critic`. Exit code 1
 * where one is not found, or where the critic says more of the files as they are than it may.
 * `npm run test:critic -- Bromley` tries those alone of which the description has the word.
 */

/** What the critic may say of the files at hand, as they are. */
const mostFalseAlarms = 5;

if (manifestPath === null) {
  console.log('skipped: the published files are not at hand; set BOROUGHGRAPH_FILES to their folder');
} else {
  await using server = await holdPostgres();
  const world = new BentWorld(server.url, 'boroughgraph_critic');
  await world.load();
  const alarms = world.findings();
  console.log(`the files as they are: ${alarms.length} to look at`);
  for (const alarm of alarms) console.log(`  ${describeFinding(alarm)}`);
  const [, , text = ''] = process.argv;
  const wanted = bends.filter(({ what }) => what.includes(text));
  let found = 0;
  for (const bend of wanted) {
    const { report, findings } = await world.bent(bend);
    const [first] = findings;
    const isFound = first !== undefined && report.outcome === 'loaded';
    found += Number(isFound);
    console.log(
      `${isFound ? 'found' : 'NOT FOUND'}: ${bend.dataset}, ${bend.what} (${report.outcome}${report.message === null ? '' : `: ${report.message}`})`,
    );
    if (first !== undefined) console.log(`  ${describeFinding(first)}; ${findings.length} in all`);
  }
  console.log(`${found} of ${wanted.length} bent copies found, ${alarms.length} alarms on the files as they are`);
  process.exitCode = found === wanted.length && alarms.length <= mostFalseAlarms ? 0 : 1;
}
