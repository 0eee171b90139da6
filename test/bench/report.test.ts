import { expect, it } from 'vitest';
import { formatReport } from './report.ts';
import type { Cell, Results } from './results.ts';

const cell = (subject: string, connections: number, changes: Partial<Cell> = {}): Cell => ({
  dataset: 'small',
  workload: 'bulk',
  subject,
  connections,
  requests: 1_200,
  failures: 0,
  requestsPerSecond: { median: 100, lowest: 90, highest: 110 },
  ratio: { median: 0.5, lowest: 0.4, highest: 0.6 },
  p50Ms: 9.87,
  p99Ms: 20,
  cpuMsPerRequest: { gateway: 3, health: 1 },
  gatewayCpuRatio: { median: 0.8, lowest: 0.7, highest: 0.9 },
  residentBytes: 200e6,
  bytesPerResponse: 1_300,
  ...changes,
});

const results: Results = {
  startedAt: '2026-11-22T03:00:00.000Z',
  minutes: 12.34,
  machine: { processor: 'Example', cores: 2 },
  versions: { node: 'v24.0.0' },
  plan: { rounds: 3 },
  subjects: ['boroughgraph', 'other', 'liar', 'floor', 'parse floor'].map((name) => ({
    name,
    description: `what ${name} is`,
  })),
  workloads: [{ name: 'bulk', description: 'a table', distinct: 2_325 }],
  datasets: [{ name: 'small', description: 'made up', observations: 1_234_567 }],
  cells: [
    cell('boroughgraph', 8, { ratio: { median: 1, lowest: 1, highest: 1 }, residentBytes: 150e6 }),
    cell('other', 8, { failures: 7 }),
    cell('floor', 8, { cpuMsPerRequest: { health: 1 }, gatewayCpuRatio: null, residentBytes: null }),
    cell('parse floor', 8, { gatewayCpuRatio: { median: 0.625, lowest: 0.5, highest: 0.8 } }),
  ],
  disqualified: [
    { dataset: 'small', workload: 'bulk', subject: 'liar', reason: 'request 1: a | b' },
    { dataset: 'small', workload: 'bulk', subject: 'liar', reason: 'found twice' },
  ],
  phases: [{ dataset: 'small', workload: 'bulk', requests: 80, msByPhase: { http: 1, shape: 2, unattributed: 1 } }],
  loads: [
    {
      file: 'crime.csv',
      observations: 50_000,
      command: { median: 10_000, lowest: 9_000, highest: 11_000 },
      loader: { median: 20_000, lowest: 20_000, highest: 20_000 },
      copy: { median: 40_000, lowest: 40_000, highest: 40_000 },
      ratio: { median: 2, lowest: 2, highest: 2 },
    },
  ],
  remarks: ['A slice took a second.'],
};
const report = formatReport(results);

it.each([
  ['the run', 'Begun 2026-11-22T03:00:00.000Z, took 12.3 minutes, 3 rounds.'],
  ['the machine', 'Machine: processor Example, cores 2. Versions: node v24.0.0.'],
  ['the data', '- **small**: made up; 1,234,567 observations'],
  [
    'who answers at all',
    '| other | 1 of 1 | 7 | 200 |\n| liar | 0 of 1 | 0 |  |\n| floor | 1 of 1 | 0 |  |\n| parse floor | 1 of 1 | 0 | 200 |',
  ],
  [
    'the ratios at a glance',
    '| data | workload | other | liar | floor | parse floor |\n| --- | --- | ---: | ---: | ---: | ---: |\n| small | bulk | 0.50 (0.40 to 0.60) | disqualified | 0.50 (0.40 to 0.60) | 0.50 (0.40 to 0.60) |',
  ],
  [
    'what gateways cost, without those that are none',
    '| data | workload | other | liar | parse floor |\n| --- | --- | ---: | ---: | ---: |\n| small | bulk | 0.80 (0.70 to 0.90) | disqualified | 0.63 (0.50 to 0.80) |',
  ],
  ['what ours costs over the parse floor', '| small | bulk | 3.00 | 1.60 (1.25 to 2.00) |'],
  ['how weak a ratio is', 'all 3 rounds fall on one side of 1 in one cell of 4'],
  ['how long an answer is', '### bulk, small data\n\nAn answer of our gateway has 1.3 kB, uncompressed.'],
  ['our gateway', '| 8 | boroughgraph | 100.0 (90.0 to 110.0) | 1 | 9.9 | 20.0 | 3.00 | 150 | 1,200 | 0 |'],
  ['a peer, with its ratio and spread', '| 8 | other | 100.0 (90.0 to 110.0) | 0.50 (0.40 to 0.60) | 9.9 |'],
  [
    'the floor, which has no process',
    '| 8 | floor | 100.0 (90.0 to 110.0) | 0.50 (0.40 to 0.60) | 9.9 | 20.0 |  |  | 1,200 | 0 |',
  ],
  ['who is disqualified, in its row', '| 8 | liar | disqualified |'],
  ['why, once', '| liar | bulk | small | request 1: a / b |'],
  ['where the processor time goes', '| small | bulk | other | 3.00 (75%) | 1.00 (25%) | 4.00 |'],
  ['the phases', '| small | bulk | 1.00 (25%) | 0.00 (0%) |'],
  [
    'loads',
    '| crime.csv | 50,000 | 10,000 (9,000 to 11,000) | 20,000 (20,000 to 20,000) | 40,000 (40,000 to 40,000) | 2.00 (2.00 to 2.00) |',
  ],
  ['what a reader has to know', '- A slice took a second.'],
])('The report has %s', (_, text) => {
  expect(report).toContain(text);
});

it('A reason stands in the report once, however often it was found', () => {
  expect(report).not.toContain('found twice');
});

it('A floor that took no hundredth of a second in a round has no ratio', () => {
  const cells = results.cells.map((each) =>
    each.subject === 'parse floor' ? { ...each, gatewayCpuRatio: { median: 0.5, lowest: 0, highest: 1 } } : each,
  );
  expect(formatReport({ ...results, cells })).toContain('| small | bulk | 3.00 | too little to be counted |');
});

it('Without a disqualification, the report says so', () => {
  expect(formatReport({ ...results, disqualified: [] })).toContain('Every subject answered every compared request');
});

it('Columns of numbers stand to the right, columns with words to the left', () => {
  expect(report).toContain('| subject | workload | data | why |\n| --- | --- | --- | --- |');
  expect(report).toContain('| connections | subject | requests/s |');
  expect(report).toContain('\n| ---: | --- | ---: |');
});

it('Of loads alone, the report says nothing of gateways', () => {
  const ofLoads = formatReport({ ...results, workloads: [], datasets: [], cells: [], disqualified: [], phases: [] });
  expect(ofLoads).toContain('| crime.csv |');
  expect(ofLoads).not.toMatch(/gateway's|At a glance|Every subject|Infinity|∞/);
});

it('Where the system does not tell processor time, the report says so and has no such figures', () => {
  const cells = results.cells.map((each) => ({ ...each, cpuMsPerRequest: null, gatewayCpuRatio: null }));
  const untold = formatReport({ ...results, cells });
  expect(untold).toContain('This system does not tell: it has no /proc.');
  expect(untold).not.toContain('cheaper than ours');
});

it('Without the usual connections, those that there are stand at a glance', () => {
  const cells = results.cells.map((each) => ({ ...each, connections: 16 }));
  expect(formatReport({ ...results, cells })).toContain(
    'Requests per second over those of our gateway, at 16 connections',
  );
});
