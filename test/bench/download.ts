import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { holdPostgres } from '../support/held-postgres.ts';
import { readMemory, readSharedMemory } from './checkouts/memory-use.ts';
import { between, type Parts, readParts } from './cpu-parts.ts';
import { largeSize, makeBaseDataset, makeGeneratedDataset } from './data/datasets.ts';
import { findPostgres } from './find-postgres.ts';
import { describeMachine } from './machine.ts';
import { startAgencies, startOwnGateway, urlsOf } from './running-agencies.ts';

/*
 * `npm run bench:download`: ten million made-up observations, taken away as one file. Rows a second, the processor time of each process, and
 * what each holds in memory on the way, which must not grow with what has gone. `--wards 68` is a tenth; `--format parquet` another form;
 * `--operation bulk` takes them by a named operation in place of their dataset's file; `--slow 2000000` a client that takes no more than so many bytes a second.
 */

const dataset = 'mps-recorded-crime-ward';
const indicator = 'recorded-crime-ward';
const bytesPerMegabyte = 1e6;
const { values: given } = parseArgs({
  options: {
    wards: { type: 'string', default: String(largeSize.wards) },
    format: { type: 'string', default: 'csv' },
    operation: { type: 'string' },
    slow: { type: 'string', default: '0' },
  },
});

console.log(Object.values(describeMachine()).join(', '));
await using server = await holdPostgres();
const base = await makeBaseDataset(server.url, 'bench_download', false);
const size = { ...largeSize, wards: Number(given.wards) };
const generated = await makeGeneratedDataset(server.url, base, size);
console.log(`${generated.observations} observations are made up`);
await using agencies = await startAgencies(generated);
const { program, url } = await startOwnGateway(urlsOf(agencies));
await using gateway = program;
const policing = agencies.list.find(({ name }) => name === 'policing')?.pid ?? 0;
const postgresPid = await findPostgres(server.url);
const parts: Parts = new Map([
  ['gateway', gateway.pid],
  ['policing', policing],
  ['PostgreSQL', postgresPid],
]);

const path = given.operation
  ? `/data/${given.operation}.${given.format}?indicators=${indicator}`
  : `/data/datasets/${dataset}.${given.format}`;
const address = url.replace(/\/graphql$/, path);
// What is loaded when it is first needed is not what a download holds.
await take(address, 3e6, () => undefined);
const memory: (readonly [number, number, number])[] = [];
const note = () => {
  try {
    memory.push([
      readMemory(gateway.pid).residentBytes,
      readMemory(policing).residentBytes,
      readSharedMemory(postgresPid),
    ]);
  } catch {
    // A process of PostgreSQL has ended while it was looked at: this second has no figure.
  }
};
const before = readParts(parts);
const startedAt = performance.now();
const { bytes, lines } = await take(address, Infinity, note);
const seconds = (performance.now() - startedAt) / 1000;
const used = between(before, readParts(parts)) ?? {};
console.log(
  `${lines} lines, ${(bytes / bytesPerMegabyte).toFixed(0)} MB in ${seconds.toFixed(1)} s: ${Math.round(lines / seconds)} a second`,
);
for (const [part, ms] of Object.entries(used))
  console.log(`  ${part.padEnd(12)} ${(ms / 1000).toFixed(1).padStart(7)} s of processor time`);
console.log('megabytes in memory, gateway / policing / PostgreSQL (shared pages once), at each tenth of the time:');
for (let tenth = 0; tenth <= 10; tenth += 1) {
  const at = memory[Math.min(memory.length - 1, Math.floor((memory.length * tenth) / 10))] ?? [];
  console.log(`  ${at.map((each) => (each / bytesPerMegabyte).toFixed(0).padStart(6)).join('')}`);
}
process.exit();

/** Takes a file away until it ends, or there are so many bytes; `look` is called every second. */
async function take(from: string, most: number, look: () => void) {
  const request = get(from);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200)
    throw new Error(`${from} is answered with ${response.statusCode ?? 0}: ${await text(response)}`);
  const timer = setInterval(look, 1_000);
  const taken = { bytes: 0, lines: 0 };
  const slow = Number(given.slow);
  const since = performance.now();
  for await (const chunk of response as AsyncIterable<Buffer>) {
    taken.bytes += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) taken.lines += 1;
    if (taken.bytes > most) break;
    const aheadMs = slow === 0 ? 0 : (taken.bytes / slow) * 1000 - (performance.now() - since);
    if (aheadMs > 50) await new Promise((resolve) => setTimeout(resolve, aheadMs));
  }
  clearInterval(timer);
  request.destroy();
  return taken;
}
