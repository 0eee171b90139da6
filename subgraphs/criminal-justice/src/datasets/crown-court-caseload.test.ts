import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './crown-court-caseload.ts';
import { dataset as openCases } from './crown-court-open-cases.ts';

const publishedAt = '2026-03-26';
const quarters = (...rows: readonly string[]) =>
  ['quarter_end,year,quarter,disposals,open,receipts,net_flow', ...rows, ''].join('\n');
const lastQuarter = '2025-12-31,2025,Q4,30000.0,80203.0,29482.0,-518.0';

describe('receipts and disposals of the Crown Court', () => {
  it('are of England and Wales by quarter, and disposals of a year by court of London', () => {
    expect(cellsOf(readText({ dataset, text: quarters(lastQuarter), publishedAt }).draft)).toEqual({
      'crown-court-receipts K04000001': '2025-Q4 29482',
      'crown-court-disposals K04000001': '2025-Q4 30000',
    });
    const text =
      'region,court,open_latest,annual_disposals,years_of_backlog\nLondon,Southwark,1672.0,1258.0,1.329093\nWales,Cardiff,1.0,1.0,1.0\n';
    const byCourt = readText({ dataset, text, publishedAt });
    expect(cellsOf(byCourt.draft)).toEqual({
      'crown-court-disposals+rolling-12-months court:southwark-crown-court': 'R12-2025-12 1258',
    });
    expect(outcomeOf(byCourt)).toMatchObject({ leftOut: { 'a court outside London': 1 } });
  });

  it.each([
    ['a flow that is another difference', '2025-12-31,2025,Q4,30000.0,80203.0,29482.0,518.0', '518.0'],
    ['a day of another quarter', '2025-09-30,2025,Q4,30000.0,80203.0,29482.0,-518.0', '2025-09-30'],
  ])('refuse %s', (_what, row, found) => {
    expect(readText({ dataset, text: quarters(row), publishedAt }).rejected).toEqual([
      expect.objectContaining({ line: 2, found }),
    ]);
  });

  it('refuse a ratio that does not follow from its counts', () => {
    const text =
      'region,court,open_latest,annual_disposals,years_of_backlog\nLondon,Southwark,1258.0,1672.0,1.329093\n';
    expect(readText({ dataset, text, publishedAt }).rejected).toHaveLength(1);
  });
});

it('gives open cases of England and Wales to the dataset that has them by court', () => {
  expect(cellsOf(readText({ dataset: openCases, text: quarters(lastQuarter), publishedAt }).draft)).toEqual({
    'crown-court-open-cases K04000001': 'S2025-12-31 80203',
  });
});

const folder = 'criminal-justice/derived-ccsq-2025q4/';
describe.skipIf(publishedFile(`${folder}gold_backlog_trajectory.csv`) === null)('the derived tables', () => {
  it('have 40 quarters, and ten courts of London', async () => {
    const [country, courts] = await Promise.all(
      ['gold_backlog_trajectory.csv', 'gold_court_backlog_ratio.csv'].map((name) =>
        readPublished(dataset, folder + name),
      ),
    );
    expect([country?.rejected, country?.observations, courts?.rejected, courts?.observations]).toEqual([
      [],
      80,
      [],
      10,
    ]);
  });
});
