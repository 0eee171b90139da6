import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { observationFlags, type Reading, type ReportedCoverage } from '../statistics/observation.ts';
import { placeOnGrid } from '../statistics/period-kinds.ts';
import { PeriodError } from '../statistics/periods.ts';
import { type DatasetDefinition, type FileFormat, leftOut, loaded, type RowReader } from './dataset.ts';
import { likelyPeriods } from './likely-periods.ts';
import { isProtected } from './linked-datasets.ts';
import { readingOfTidyMarker, serviceSymbols, tidyMarkers } from '../files/markers.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { Row } from '../files/row.ts';
import { dimensionColumn, dimensionIdsOf, dimensionReader } from './tidy-dimensions.ts';
import { tidyPlaceOf } from './tidy-place.ts';

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
  const dimensions = dimensionIdsOf(indicators);
  return [
    {
      name: 'the tidy format',
      delimiter: ',',
      columns: {
        ...tidyColumns,
        ...Object.fromEntries([...dimensions].map((id) => [dimensionColumn(id), { headings: [id], isOptional: true }])),
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

/** What a row must say something under, beside its indicator and what that is narrowed to. */
const told = Object.keys(tidyColumns).filter((column) => column !== 'indicator');

function tidyReader(
  indicators: readonly IndicatorDefinition[],
  { draft, withholds }: { readonly draft: ReleaseDraft; readonly withholds: boolean },
): RowReader {
  const byId = Object.fromEntries(indicators.map((indicator) => [indicator.id, indicator]));
  const dimensions = new Map(indicators.map((indicator) => [indicator.id, dimensionReader(indicator, indicators)]));
  return (row) => {
    const named = row.oneOf('indicator', byId);
    if (told.every((column) => row.text(column) === '')) return leftOut('a row of the template that nobody filled in');
    const period = row.attempt(() => periodIn(row, named));
    const indicator = period?.indicator ?? named;
    const denominatorSource = row.text('denominatorSource');
    const place = row.attempt(() => tidyPlaceOf(row, indicator, draft));
    const narrowed = row.attempt(() => dimensions.get(named.id)?.(row) ?? {});
    const reading = row.attempt(() => readingIn(row, { indicator, withholds }));
    if (period === null || place === null || narrowed === null || reading === null)
      throw row.problem ?? new Error('a part of a row was not read, without a problem');
    draft.stage({
      indicator,
      place,
      dimensions: narrowed,
      cells: [{ ordinal: period.ordinal, reading }],
      ...(denominatorSource === '' ? {} : { denominatorSource }),
    });
    return loaded;
  };
}

function periodIn(row: Row, indicator: IndicatorDefinition): ReturnType<typeof placeOnGrid> {
  try {
    return placeOnGrid(indicator, row.text('period'));
  } catch (problem) {
    if (!(problem instanceof PeriodError)) throw problem;
    const expected = problem.message.replace(/^.*: expected /, '');
    return row.reject('period', expected, likelyPeriods(indicator, row.text('period')));
  }
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
  const isSaidToBeShown = stated === null && row.text('status') !== '';
  // The report is passed on, so it names the status and not the figure that it was to withhold.
  if (stated === null ? isSaidToBeShown && marked.value === null : stated.status !== marked.status)
    return row.refuse('status', `${marked.status} or nothing, because of what stands beside it as value`);
  const all = [...new Set([...flags, ...(marked.flags ?? [])])];
  const reading = { value: marked.value, status: marked.status, ...(all.length === 0 ? {} : { flags: all }) };
  return marked.value === null ? withNothingBeside(row, reading) : withBeside(reading, figuresBeside(row), coverage);
}

/**
 * A reading without a figure: a numerator or a limit beside it would tell it, or belongs to a figure that is missing. Of how many it
 * would be a part may stand there, and is not stored.
 */
function withNothingBeside(row: Row, reading: Reading): Reading {
  besideIn(row, 'denominator');
  const beside = (['numerator', 'lower', 'upper'] as const).find((column) => {
    const text = row.text(column);
    return text !== '' && readingOfTidyMarker(text, false) === null;
  });
  return beside === undefined
    ? reading
    : row.refuse('value', `a figure, because of what stands beside it as ${beside}`);
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
  const { value } =
    indicator.valueType === 'COUNT' ? row.count('value', serviceSymbols) : row.reading('value', serviceSymbols);
  const counts = [besideIn(row, 'numerator'), besideIn(row, 'denominator')];
  // A rate or share tells the count that is withheld beside it.
  if (withholds && counts.some(({ status }) => status === 'CONFIDENTIAL'))
    return { value: null, status: 'CONFIDENTIAL', flags };
  return withBeside({ value, status: 'PUBLISHED', flags }, figuresBeside(row), coverage);
}

/** A reading with what stands beside it. Most rows have a value alone, and a file may have hundreds of thousands: they hold nothing else. */
function withBeside(reading: Reading, figures: FiguresBeside, coverage: ReportedCoverage | null): Reading {
  const { value, status, flags = [] } = reading;
  const isAlone = Object.values(figures).every((figure) => figure === null) && coverage === null;
  return isAlone && flags.length === 0 ? { value, status } : { ...reading, ...figures, coverage };
}

type FiguresBeside = ReturnType<typeof figuresBeside>;

const figuresBeside = (row: Row) => ({
  numerator: besideIn(row, 'numerator').value,
  denominator: besideIn(row, 'denominator').value,
  lower: besideIn(row, 'lower').value,
  upper: besideIn(row, 'upper').value,
});

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
