import { furtherManifestPath, loadPublishedFiles, manifestPath } from '../support/published-manifest.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { createDatabaseOn } from '../support/server-database.ts';
import { type RunningAgency, startRunningSystem } from '../support/running-system.ts';
import { judgeFigures } from './judge-figures.ts';
import { judgeMovement } from './judge-movement.ts';
import { judgeNarrowings, ListedNarrowings } from './judge-narrowings.ts';
import { judgeStatement } from './judge-statement.ts';
import { allSeries } from './series-answers.ts';

/*
 * Reads every statement, verdict, caveat, chart and trend of the graph with the published files in it, and says which are false of
 * the observations, by code of its own. Exit code 1 where one is, or where more than 2% of the sentences could not be judged.
 */

/** Printed of each kind; the numbers are of all. */
const mostPrinted = 40;
const mostUnjudged = 0.02;

if (manifestPath === null) throw new Error('the published files are not at hand: set BOROUGHGRAPH_FILES');
await using server = await holdPostgres();
const prepare = async (agencies: ReadonlyMap<string, RunningAgency>) => {
  await loadPublishedFiles(agencies, furtherManifestPath === null ? [] : [furtherManifestPath]);
};
await using system = await startRunningSystem(prepare, 60_000, () => createDatabaseOn(server.url));

const [wrong, unjudged]: [string[], string[]] = [[], []];
let [series, sentences] = [0, 0];
const listed = new ListedNarrowings();
for await (const one of allSeries(system)) {
  series += 1;
  listed.add(one);
  const place = one.area?.code ?? one.site?.id ?? '';
  const where = [one.indicator.id, place, ...one.dimensions.map(({ label }) => label)].join(' / ');
  const statement = judgeStatement(one);
  sentences += statement.sentences;
  wrong.push(...[...statement.wrong, ...judgeFigures(one), ...judgeMovement(one)].map((text) => `${where}: ${text}`));
  unjudged.push(...statement.unjudged.map((text) => `${where}: ${text}`));
  if (series % 2_000 === 0) process.stderr.write(`${series} series, ${wrong.length} wrong\n`);
}
const narrowings = await judgeNarrowings(system, listed);
wrong.push(...narrowings.wrong);
const share = sentences === 0 ? 1 : unjudged.length / sentences;
for (const line of [...wrong.slice(0, mostPrinted), ...unjudged.slice(0, mostPrinted)])
  process.stdout.write(`${line}\n`);
process.stdout.write(
  `${series} series, ${sentences} sentences: ${wrong.length} claims are false; ${unjudged.length} sentences could not be judged (${(share * 100).toFixed(2)}%)\n`,
);
process.stdout.write(
  `${narrowings.asked} narrowings asked for, of which ${narrowings.refused} were refused since they leave several series\n`,
);
process.exitCode = wrong.length > 0 || share > mostUnjudged ? 1 : 0;
