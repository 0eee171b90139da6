import { basename } from 'node:path';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { formatTable } from '../table-text.ts';

const columns = [
  'dataset',
  'file',
  'outcome',
  'rows',
  'loaded',
  'left out',
  'kept outside',
  'rejected',
  'observations',
  'seconds',
];
/** Columns of text; the others hold numbers, which end under each other. */
const textColumns = 3;
/** Characters of a file name that fit beside the rest; the end of a name tells more than its beginning. */
const nameWidth = 44;

/** A table with a line for each file, in the order given, and a line of totals. Never throws. */
export function formatSummary(reports: readonly LoadReport[]): string {
  const rows = [columns, ...reports.map(describeReport), describeTotals(reports)];
  return formatTable(rows, (column) => column < textColumns);
}

function describeReport(report: LoadReport): string[] {
  return [report.dataset, shorten(basename(report.file)), report.outcome, ...describeNumbers(report)];
}

function describeTotals(reports: readonly LoadReport[]): string[] {
  const total = (count: (report: LoadReport) => number): number =>
    reports.reduce((sum, report) => sum + count(report), 0);
  const sums = describeNumbers({
    rowsRead: total((report) => report.rowsRead),
    rowsLoaded: total((report) => report.rowsLoaded),
    rowsLeftOut: total((report) => report.rowsLeftOut),
    rowsKeptOutside: total((report) => report.rowsKeptOutside),
    rowsRejected: total((report) => report.rowsRejected),
    observations: total((report) => report.observations),
    seconds: total((report) => report.seconds),
  });
  return ['total', `${reports.length} ${reports.length === 1 ? 'file' : 'files'}`, '', ...sums];
}

type Numbers = Pick<
  LoadReport,
  'rowsRead' | 'rowsLoaded' | 'rowsLeftOut' | 'rowsKeptOutside' | 'rowsRejected' | 'observations' | 'seconds'
>;

function describeNumbers(numbers: Numbers): string[] {
  const { rowsRead, rowsLoaded, rowsLeftOut, rowsKeptOutside, rowsRejected, observations, seconds } = numbers;
  const counts = [rowsRead, rowsLoaded, rowsLeftOut, rowsKeptOutside, rowsRejected, observations];
  return [...counts.map((count) => count.toLocaleString('en-GB')), seconds.toFixed(2)];
}

function shorten(name: string): string {
  return name.length <= nameWidth ? name : `…${name.slice(1 - nameWidth)}`;
}
