import { createServer } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
// Declares what the global setup provides.
import type {} from '../support/postgres.ts';
import { runBenchmark } from './benchmark.ts';
import { shortPlan } from './options.ts';
import { formatReport } from './report.ts';
import type { Results } from './results.ts';
import { boroughgraph } from './subjects/boroughgraph.ts';
import { floor } from './subjects/floor.ts';
import { parseFloor } from './subjects/parse-floor/parse-floor.ts';
import type { RunningSubject, Subject } from './subjects/subject.ts';
import { workloads } from './workloads/workloads.ts';

const { promise: ownGateway, resolve: hasStarted, reject: hasFailed } = Promise.withResolvers<RunningSubject>();
/** Our gateway, which the proxies share. */
const own: Subject = {
  ...boroughgraph,
  start: async (agencies) => {
    const starting = boroughgraph.start?.(agencies) ?? Promise.reject(new Error('our gateway has no start'));
    starting.then(hasStarted, hasFailed);
    return starting;
  },
};

/** Our gateway behind a proxy that changes the text of its answers. */
function behindProxy(name: string, change: (answer: string) => string): Subject {
  return {
    name,
    description: 'our gateway behind a proxy',
    start: async () => {
      const gateway = await ownGateway;
      const server = createServer((request, response) => {
        void text(request)
          .then((body) => fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
          .then(async (answer) => response.end(change(await answer.text())));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      return {
        pid: gateway.pid,
        url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/graphql`,
        [Symbol.asyncDispose]: async () => {
          server.closeAllConnections();
          server.close();
          await once(server, 'close');
        },
      };
    },
  };
}

/** The same answer with the keys of every object in the reverse order, and extensions. */
function rewrite(answer: string): string {
  const reversed: unknown = JSON.parse(answer, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  );
  return JSON.stringify({ extensions: { rewritten: true }, ...(reversed as object) });
}

let results: Results;
beforeAll(async () => {
  const subjects = [
    own,
    behindProxy('rewriter', rewrite),
    // Wrong in one place of one operation.
    behindProxy('liar', (answer) => answer.replace('"hasNextPage":false', '"hasNextPage":true')),
    { name: 'absent', description: 'never starts', start: () => Promise.reject(new Error('port taken')) },
    floor,
    parseFloor,
  ];
  const plan = { ...shortPlan, subjects, workloads, datasets: ['generated'] as const, connections: [4] };
  results = await runBenchmark(plan, { serverUrl: inject('databaseUrl'), postgresPid: null, log: () => undefined });
}, 240_000);

describe('the benchmark in its short form', () => {
  it('has a cell for every subject in every workload, but for who answers otherwise', () => {
    const names = workloads.map(({ name }) => name);
    const expected = names.flatMap((workload) =>
      ['boroughgraph', 'rewriter', 'liar', 'floor', 'parse floor']
        .filter((subject) => !(subject === 'liar' && workload === 'bulk'))
        .map((subject) => `${workload} ${subject}`),
    );
    const found = results.cells.map(({ workload, subject }) => `${workload} ${subject}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(results.cells.filter(({ requests, failures }) => requests === 0 || failures > 0)).toEqual([]);
  });

  it('disqualifies who answers one field of one operation otherwise, and says where', () => {
    expect(results.disqualified.filter(({ subject }) => subject !== 'absent')).toEqual([
      {
        dataset: 'generated',
        workload: 'bulk',
        subject: 'liar',
        reason:
          'request 0: its data differ from those of our gateway: data.policing.series.hasNextPage is true, not false',
      },
    ]);
  });

  it('goes on without a subject that does not start, and says so', () => {
    const reason = 'it did not start: Error: port taken';
    expect(results.disqualified.filter(({ subject }) => subject === 'absent')).toEqual(
      workloads.map(({ name }) => ({ dataset: 'generated', workload: name, subject: 'absent', reason })),
    );
  });

  it('knows the phases of our gateway in each workload', () => {
    expect(results.phases.map(({ workload }) => workload)).toEqual(workloads.map(({ name }) => name));
    const measured = results.phases.map(
      ({ msByPhase }) => Object.values(msByPhase).reduce((sum, ms) => sum + ms, 0) > 0,
    );
    expect(measured).toEqual(workloads.map(() => true));
    // A phase of a few requests may pass between two samples; in all workloads together no common one does.
    expect(results.phases.flatMap(({ msByPhase }) => Object.keys(msByPhase))).toContain('fetch');
  });

  it.skipIf(process.platform !== 'linux')(
    'knows the processor time of the gateway, of each agency and of the generator',
    () => {
      const parts = ['gateway', ...agencies.map(({ name }) => name), 'loader', 'generator'];
      const own = results.cells.find(
        ({ subject, workload }) => subject === 'boroughgraph' && workload === 'borough-safety',
      );
      expect(Object.keys(own?.cpuMsPerRequest ?? {})).toEqual(parts);
    },
  );

  it.skipIf(process.platform !== 'linux')('knows the processor time of the parse floor in each workload', () => {
    const floors = results.cells.filter(({ subject }) => subject === 'parse floor');
    // Answers to a few requests take less than a hundredth of a second each.
    expect(floors.map(({ cpuMsPerRequest }) => cpuMsPerRequest?.['gateway'] !== undefined)).toEqual(
      workloads.map(() => true),
    );
  });

  it('writes a report with every row', () => {
    const report = formatReport(results);
    const rows = results.cells.filter(({ connections, subject }) => report.includes(`| ${connections} | ${subject} |`));
    expect(rows).toHaveLength(results.cells.length);
    expect(report).toContain('| 4 | liar | disqualified |');
    expect(report).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('leaves no database behind', async () => {
    const sql = postgres(inject('databaseUrl'), { max: 1 });
    const left = await sql`select datname from pg_database where datname like ${`bench\\_${process.pid}%`}`;
    await sql.end();
    expect([...left]).toEqual([]);
  });
});
