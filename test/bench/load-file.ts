import { compareLoads, largestFiles } from './load-comparison.ts';
import { spreadOf } from './statistics.ts';

/*
 * `npm run bench:load`: how long the loader takes for the largest table of recorded crime, from opening the file to the
 * commit, against COPY of the same observations, one row each, into a plain table with the same key. `DATABASE_URL` names a
 * database whose user may create databases; one called `boroughgraph_load_bench` is made anew beside it. Prints
 * milliseconds a round, and the medians.
 */

const serverUrl = process.env['DATABASE_URL'];
if (serverUrl === undefined)
  throw new Error('DATABASE_URL is missing: expected one like postgres://user:password@localhost:5433/postgres');
const [file] = largestFiles;
if (file === undefined) throw new Error('there is no file to load');

const { observations, rounds } = await compareLoads({
  serverUrl,
  file,
  rounds: 5,
  withCommand: false,
  onRound: ({ loaderMs, copyMs }) => {
    console.log(`load ${loaderMs.toFixed(0)} ms, COPY ${copyMs.toFixed(0)} ms`);
  },
});
const loads = spreadOf(rounds.map(({ loaderMs }) => loaderMs))?.median ?? 0;
const copies = spreadOf(rounds.map(({ copyMs }) => copyMs))?.median ?? 0;
console.log(
  `median of ${observations} observations: load ${loads.toFixed(0)} ms, COPY ${copies.toFixed(0)} ms, ratio ${(loads / copies).toFixed(2)}`,
);
