import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import {
  type ObservationFlag,
  observationFlags,
  type Reading,
  type ReportedCoverage,
} from '../statistics/observation.ts';
import { ordinalOf, PeriodError } from '../statistics/periods.ts';
import { type DatasetDefinition, type FileFormat, loaded, type RowReader } from './dataset.ts';
import { tidyMarkers } from './markers.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { Row } from './row.ts';
import { siteFact } from '../store/site.ts';
import { tidyAreaOf } from './tidy-area.ts';

/**
 * The documented format for partners with no published one, as comma-separated text: one row a number.
 *
 * `indicator,area,period,<dimension ids…>,value,numerator,denominator,lower,upper,status`, with `flags` (separated by
 * spaces) and `denominator_source` if wanted, `area_name` to be compared with the code, `site,site_name` where a site was
 * measured, and `reporting,expected` where some of those who should report may not have: where fewer did, the figure is
 * PARTIAL_COVERAGE. A dimension that is blank is not narrowed. An empty status is PUBLISHED. Empty for a dataset that stores no indicator.
 */
export function tidyFormats(dataset: DatasetDefinition): readonly FileFormat[] {
  const indicators = dataset.indicators.filter((indicator) => indicator.isComputed !== true);
  if (indicators.length === 0) return [];
  const dimensions = new Set(indicators.flatMap((indicator) => indicator.dimensions.map(({ id }) => id)));
  return [
    {
      name: 'the tidy format',
      delimiter: ',',
      columns: {
        ...tidyColumns,
        ...Object.fromEntries([...dimensions].map((id) => [`dimension ${id}`, { headings: [id], isOptional: true }])),
      },
      otherColumns: 'refused',
      open: (_file, draft) => tidyReader(indicators, draft),
    },
  ];
}

const optional = (heading: string) => ({ headings: [heading], isOptional: true });
const tidyColumns = {
  indicator: { headings: ['indicator'] },
  period: { headings: ['period'] },
  value: { headings: ['value'] },
  area: optional('area'),
  areaName: optional('area_name'),
  site: optional('site'),
  siteName: optional('site_name'),
  numerator: optional('numerator'),
  denominator: optional('denominator'),
  lower: optional('lower'),
  upper: optional('upper'),
  status: optional('status'),
  flags: optional('flags'),
  denominatorSource: optional('denominator_source'),
  reporting: optional('reporting'),
  expected: optional('expected'),
};

function tidyReader(indicators: readonly IndicatorDefinition[], draft: ReleaseDraft): RowReader {
  const byId = Object.fromEntries(indicators.map((indicator) => [indicator.id, indicator]));
  const values = new Map(indicators.map((indicator) => [indicator.id, valuesOf(indicator)]));
  return (row) => {
    const indicator = row.oneOf('indicator', byId);
    const place = row.text('site') === '' ? tidyAreaOf(row, indicator) : siteOf(row, indicator, draft);
    const denominatorSource = row.text('denominatorSource');
    draft.stage({
      indicator,
      place,
      dimensions: dimensionsIn(row, values.get(indicator.id) ?? []),
      cells: [{ ordinal: ordinalIn(row, indicator), reading: readingIn(row, indicator) }],
      ...(denominatorSource === '' ? {} : { denominatorSource }),
    });
    return loaded;
  };
}

function siteOf(row: Row, indicator: IndicatorDefinition, draft: ReleaseDraft): string {
  const { siteKind } = indicator;
  if (siteKind === undefined) return row.reject('site', `nothing: ${indicator.id} is measured on areas`);
  const id = row.text('site');
  const within = row.text('area') === '' ? null : row.area('area', ['REGION', 'BOROUGH']).code;
  draft.state(siteFact({ id, name: row.text('siteName') || id, kind: siteKind, within }));
  return id;
}

function ordinalIn(row: Row, indicator: IndicatorDefinition): number {
  try {
    return ordinalOf(indicator.grid, row.text('period'));
  } catch (problem) {
    if (problem instanceof PeriodError) return row.reject('period', problem.message.replace(/^.*: expected /, ''));
    throw problem;
  }
}

/** A dimension's column, and the values that may stand in it, by themselves. */
interface DimensionColumn {
  readonly id: string;
  readonly column: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Worked out once: a file may hold a hundred thousand rows, and a dimension a hundred values. */
function valuesOf({ dimensions }: IndicatorDefinition): readonly DimensionColumn[] {
  return dimensions.map(({ id, choices }) => ({
    id,
    column: `dimension ${id}`,
    values: Object.fromEntries(choices.map(({ value }) => [value, value])),
  }));
}

function dimensionsIn(row: Row, columns: readonly DimensionColumn[]): Dimensions {
  const given = columns.filter(({ column }) => row.text(column) !== '');
  return Object.fromEntries(given.map(({ id, column, values }) => [id, row.oneOf(column, values)]));
}

function readingIn(row: Row, indicator: IndicatorDefinition): Reading {
  const status = row.text('status');
  const coverage = coverageIn(row);
  const flags = [...new Set([...flagsIn(row), ...flagsOfCoverage(coverage)])];
  const marked = status === '' ? tidyMarkers['PUBLISHED'] : row.oneOf('status', tidyMarkers);
  if (marked === undefined || marked.status !== 'PUBLISHED') {
    // The report is passed on, so it names the status and not the figure that it was to withhold.
    if (row.text('value') !== '') row.reject('status', 'PUBLISHED or nothing, because a value stands beside it');
    return { value: null, status: marked?.status ?? 'NOT_AVAILABLE', flags };
  }
  const { value } = indicator.valueType === 'COUNT' ? row.count('value') : row.reading('value');
  return {
    value,
    status: 'PUBLISHED',
    flags,
    numerator: optionalNumber(row, 'numerator'),
    denominator: optionalNumber(row, 'denominator'),
    lower: optionalNumber(row, 'lower'),
    upper: optionalNumber(row, 'upper'),
    coverage,
  };
}

/** How many reported and how many should have; null where neither column says. */
function coverageIn(row: Row): ReportedCoverage | null {
  const [reporting = null, expected = null] = ['reporting', 'expected'].map((column) =>
    row.text(column) === '' ? null : row.count(column).value,
  );
  if (reporting === null && expected === null) return null;
  if (reporting !== null && expected !== null && reporting > expected)
    row.reject('reporting', `${expected} at most, as many as should report`);
  return { reporting, expected };
}

function flagsOfCoverage(coverage: ReportedCoverage | null): readonly ObservationFlag[] {
  const { reporting = null, expected = null } = coverage ?? {};
  return reporting !== null && expected !== null && reporting < expected ? ['PARTIAL_COVERAGE'] : [];
}

function optionalNumber(row: Row, column: string): number | null {
  return row.text(column) === '' ? null : row.number(column);
}

function flagsIn(row: Row): readonly ObservationFlag[] {
  const words = row
    .text('flags')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.map(
    (word) =>
      observationFlags.find((flag) => flag === word) ?? row.reject('flags', `some of ${observationFlags.join(' ')}`),
  );
}
