import { type FileFormat, loaded, type OpenedFile, type RowReader } from '@boroughgraph/kit/datasets/dataset.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf, PeriodError, periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { englandAndWales, publicationDay } from './criminal-court-statistics.ts';

/** The counts of a quarter that the table has. */
type Counted = 'receipts' | 'disposals' | 'open';

/**
 * The table of receipts, disposals and open cases of the Crown Court in England and Wales, a row a quarter, as a dataset reads it: the
 * columns for which it has an indicator.
 */
export function trajectoryTable(series: Partial<Readonly<Record<Counted, IndicatorDefinition>>>): FileFormat {
  return {
    name: 'the table of Crown Court receipts, disposals and open cases by quarter',
    delimiter: ',',
    columns: {
      end: { headings: ['quarter_end'] },
      year: { headings: ['year'] },
      quarter: { headings: ['quarter'] },
      receipts: { headings: ['receipts'] },
      disposals: { headings: ['disposals'] },
      open: { headings: ['open'] },
      netFlow: { headings: ['net_flow'], isOptional: true },
    },
    otherColumns: 'refused',
    open: (file, draft) => openTable(file, draft, series),
  };
}

function openTable(
  file: OpenedFile,
  draft: ReleaseDraft,
  series: Partial<Readonly<Record<Counted, IndicatorDefinition>>>,
): RowReader {
  publicationDay(file);
  return (row) => {
    const quarter = quarterIn(row);
    const counts = { receipts: row.count('receipts'), disposals: row.count('disposals'), open: row.count('open') };
    const flow = (counts.receipts.value ?? 0) - (counts.disposals.value ?? 0);
    if (row.text('netFlow') !== '' && row.number('netFlow') !== flow)
      row.reject('netFlow', `${flow}, the receipts less the disposals`);
    for (const counted of ['receipts', 'disposals', 'open'] as const) {
      const indicator = series[counted];
      if (indicator === undefined) continue;
      // Open cases are those of the last day.
      const period = indicator.grid.type === 'SNAPSHOT' ? `S${quarter.end}` : quarter.id;
      const cells = [{ ordinal: ordinalOf(indicator.grid, period), reading: counts[counted] }];
      draft.stage({ indicator, place: englandAndWales, cells });
    }
    return loaded;
  };
}

/** The quarter of a row, on which its last day, its year and its number agree. */
function quarterIn(row: Row) {
  const grid = { type: 'QUARTER' } as const;
  const day = isoDayOf(row.text('end'));
  try {
    const period = periodAt(grid, ordinalOf(grid, `${row.text('year')}-${row.text('quarter').toUpperCase()}`));
    return day === period.end ? period : row.reject('end', `${period.end}, the last day of ${period.id}`);
  } catch (problem) {
    if (problem instanceof PeriodError) return row.reject('quarter', 'a quarter of a year, such as Q4 of 2025');
    throw problem;
  }
}
