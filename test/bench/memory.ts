import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { boroughs } from '@boroughgraph/kit/statistics/areas.ts';

/*
 * `npm run bench:memory`: memory of each process of a system that runs on this machine (`npm start`, then `npm run load` of the published files):
 * idle, after every hundred of 1,000 requests for one borough, and after 100 for all of them. Prints a Markdown table of
 * resident megabytes, and how long the requests took.
 */

const endpoint = 'http://localhost:4000/graphql';
const processes = ['gateway', 'policing', 'criminal-justice', 'health', 'local-authority'];

const operation = (name: string) =>
  readFile(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
const boroughSafety = await operation('borough-safety');
const allBoroughs = await operation('all-boroughs');

async function ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(text.slice(0, 500));
}

/** Resident megabytes of each process, in the order of `processes`. */
function residentMegabytes(): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'rss,args'], { encoding: 'utf8' }).split('\n');
  return processes.map((name) => {
    const line = lines.find((text) => new RegExp(`node .*/${name}/src/main\\.ts`).test(text));
    if (line === undefined) throw new Error(`${name} does not run: start the system with npm start`);
    // ps counts in 1,024 bytes.
    return Math.round((Number.parseInt(line.trim(), 10) * 1024) / 1e6);
  });
}

function report(when: string): void {
  console.log(`| ${[when, ...residentMegabytes()].join(' | ')} |`);
}

/** Sends `count` requests, four at a time, and gives milliseconds a request. */
async function send(count: number, request: (index: number) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < count) await request(next++);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return (performance.now() - startedAt) / count;
}

console.log(`| MB resident | ${processes.join(' | ')} |`);
console.log(`| --- |${' ---: |'.repeat(processes.length)}`);
report('idle');
const times: string[] = [];
for (let hundred = 1; hundred <= 10; hundred += 1) {
  const each = await send(100, (index) =>
    ask(boroughSafety, { code: boroughs[(hundred * 100 + index) % boroughs.length]?.code }),
  );
  times.push(each.toFixed(1));
  report(`${hundred * 100} x borough-safety`);
}
const during = { from: '2023-12-01', to: '2025-11-30' };
const each = await send(100, () => ask(allBoroughs, { during }));
report('then 100 x all-boroughs');
console.log(`\nms a request, four at a time: borough-safety ${times.join(', ')}; all-boroughs ${each.toFixed(1)}`);
