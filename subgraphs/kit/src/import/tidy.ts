import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { observationFlags, type Reading, type ReportedCoverage } from '../statistics/observation.ts';
import { ordinalOf, PeriodError } from '../statistics/periods.ts';
import { type DatasetDefinition, type FileFormat, loaded, type RowReader } from './dataset.ts';
import { isProtected } from './linked-datasets.ts';
import { readingOfTidyMarker, tidyMarkers } from './markers.ts';
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
 * PARTIAL_COVERAGE. A dimension that is blank is not narrowed. An empty status is PUBLISHED, or what a marker says that stands in place
 * of the value. Empty for a dataset that stores no indicator.
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
      open: (_file, draft) => tidyReader(indicators, { draft, withholds: isProtected(dataset) }),
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

function tidyReader(
  indicators: readonly IndicatorDefinition[],
  { draft, withholds }: { readonly draft: ReleaseDraft; readonly withholds: boolean },
): RowReader {
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
      cells: [{ ordinal: ordinalIn(row, indicator), reading: readingIn(row, { indicator, withholds }) }],
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

/** What a figure is of, and whether its dataset withholds small counts. */
interface TidyFigure {
  readonly indicator: IndicatorDefinition;
  readonly withholds: boolean;
}

function readingIn(row: Row, of: TidyFigure): Reading {
  const stated = statusIn(row);
  const coverage = coverageIn(row);
  const flags = [...new Set([...flagsIn(row), ...flagsOfCoverage(coverage)])];
  const text = row.text('value');
  if (text === '' && stated === null && row.text('status') !== '') return row.refuse('value', 'a number');
  const marked = text === '' && stated !== null ? stated : readingOfTidyMarker(text, of.withholds);
  if (marked === null) return shownIn(row, of, { stated, flags, coverage });
  // The report is passed on, so it names the status and not the figure that it was to withhold.
  if (stated !== null && stated.status !== marked.status)
    return row.refuse('status', `${marked.status} or nothing, because of what stands beside it as value`);
  const all = [...new Set([...flags, ...(marked.flags ?? [])])];
  return { value: marked.value, status: marked.status, ...(all.length === 0 ? {} : { flags: all }) };
}

/** What the column of statuses says; null where it is empty, or says no more than that there is a figure. */
function statusIn(row: Row): Reading | null {
  const text = row.text('status').toLowerCase();
  if (text === '') return null;
  const [, found] = Object.entries(tidyMarkers).find(([marker]) => marker.toLowerCase() === text) ?? [];
  const status = found ?? row.refuse('status', `one of ${Object.keys(tidyMarkers).join(', ')}`);
  return status.status === 'PUBLISHED' && status.value === null ? null : status;
}

interface BesideFigure {
  readonly stated: Reading | null;
  readonly flags: readonly ObservationFlag[];
  readonly coverage: ReportedCoverage | null;
}

function shownIn(row: Row, { indicator, withholds }: TidyFigure, { stated, flags, coverage }: BesideFigure): Reading {
  if (stated !== null) return row.refuse('status', 'PUBLISHED or nothing, because a value stands beside it');
  const { value } = indicator.valueType === 'COUNT' ? row.count('value') : row.reading('value');
  const [numerator, denominator] = [besideIn(row, 'numerator'), besideIn(row, 'denominator')];
  // A rate or share tells the count that is withheld beside it.
  if (withholds && [numerator, denominator].some(({ status }) => status === 'CONFIDENTIAL'))
    return { value: null, status: 'CONFIDENTIAL', flags };
  return {
    value,
    status: 'PUBLISHED',
    flags,
    numerator: numerator.value,
    denominator: denominator.value,
    lower: besideIn(row, 'lower').value,
    upper: besideIn(row, 'upper').value,
    coverage,
  };
}

/** A number beside the value, or what stands in place of it; not available where there is nothing. */
function besideIn(row: Row, column: string): Reading {
  return readingOfTidyMarker(row.text(column), false) ?? row.reading(column);
}

/** How many reported and how many should have; null where neither column says. */
function coverageIn(row: Row): ReportedCoverage | null {
  const [reporting = null, expected = null] = ['reporting', 'expected'].map((column) =>
    row.text(column) === '' ? null : row.count(column).value,
  );
  if (reporting === null && expected === null) return null;
  if (reporting !== null && expected !== null && reporting > expected)
    row.refuse('reporting', `${expected} at most, as many as should report`);
  return { reporting, expected };
}

function flagsOfCoverage(coverage: ReportedCoverage | null): readonly ObservationFlag[] {
  const { reporting = null, expected = null } = coverage ?? {};
  return reporting !== null && expected !== null && reporting < expected ? ['PARTIAL_COVERAGE'] : [];
}

function flagsIn(row: Row): readonly ObservationFlag[] {
  const words = row
    .text('flags')
    .split(/\s+/)
    .filter((word) => word !== '');
  const flags = words.flatMap((word) => observationFlags.find((flag) => flag === word) ?? []);
  if (flags.length < words.length) row.refuse('flags', `some of ${observationFlags.join(' ')}`);
  return flags;
}
