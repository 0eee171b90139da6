import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import {
  type ColumnDefinition,
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { areaNamed } from '@boroughgraph/kit/geography/area-names.ts';
import { type AreaRecord, isWellFormedAreaCode } from '@boroughgraph/kit/geography/areas.ts';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { financialYearId } from '../financial-year.ts';
import { type FingertipsIndicator, fingertipsIndicators } from '../fingertips-indicators.ts';
import { valueNotes } from '../fingertips-notes.ts';

const measuredTypes: readonly AreaType[] = ['BOROUGH', 'REGION'];

const named = (...headings: readonly string[]): ColumnDefinition => ({ headings });
const unserved = (...headings: readonly string[]): ColumnDefinition => ({ headings, isOptional: true });

const download: FileFormat = {
  name: 'a download of Fingertips',
  delimiter: ',',
  columns: {
    indicator: named('Indicator ID'),
    indicatorName: named('Indicator Name'),
    parentCode: unserved('Parent Code'),
    parentName: unserved('Parent Name'),
    areaCode: named('Area Code'),
    areaName: named('Area Name'),
    areaType: named('Area Type'),
    sex: named('Sex'),
    age: named('Age'),
    categoryType: named('Category Type'),
    category: named('Category'),
    period: named('Time period'),
    value: named('Value'),
    lower: named('Lower CI 95.0 limit', 'Lower CI 95.0%', 'Lower CI limit'),
    upper: named('Upper CI 95.0 limit', 'Upper CI 95.0%', 'Upper CI limit'),
    lowerAlarm: unserved('Lower CI 99.8 limit', 'Lower CI 99.8%'),
    upperAlarm: unserved('Upper CI 99.8 limit', 'Upper CI 99.8%'),
    count: named('Count'),
    denominator: named('Denominator'),
    note: named('Value note'),
    trend: unserved('Recent Trend'),
    comparedToEngland: unserved('Compared to England value or percentiles'),
    comparedToRegion: unserved('Compared to Region value or percentiles', 'Compared to percentiles'),
    sortable: named('Time period Sortable'),
    newData: unserved('New data'),
    comparedToGoal: unserved('Compared to goal'),
  },
  otherColumns: 'refused',
  open: openDownload,
};

function openDownload(file: OpenedFile, draft: ReleaseDraft): RowReader {
  let ofLondon = 0;
  draft.atEnd((isWhole) => {
    if (isWhole && ofLondon === 0) draft.notice(`no row of ${file.name} is about London: it leaves nothing to serve`);
  });
  return (row) => {
    const area = areaOf(row);
    if (area === null) return leftOut('an area that is neither London nor a borough of it');
    ofLondon += 1;
    stageValue(row, draft, area);
    return loaded;
  };
}

/** The area of a row; null for one outside London, England among them, and for a practice or another body of the NHS. */
function areaOf(row: Row): AreaRecord | null {
  const code = row.text('areaCode');
  const isOfBody =
    code !== '' && !isWellFormedAreaCode(code) && areaNamed(row.text('areaName'), measuredTypes) === null;
  return isOfBody ? null : agreedArea(row, { code: 'areaCode', name: 'areaName' }, measuredTypes);
}

function stageValue(row: Row, draft: ReleaseDraft, area: AreaRecord): void {
  const indicator = row.oneOf('indicator', fingertipsIndicators);
  const { definition } = indicator;
  draft.stage({
    indicator: definition,
    place: area.code,
    dimensions: dimensionsOf(row, indicator),
    cells: [{ ordinal: ordinalOf(definition.grid, periodIn(row, definition)), reading: readingIn(row, indicator) }],
  });
}

/** What stands for every sex. */
const everySex = ['Persons', 'Not applicable'];

function dimensionsOf(row: Row, { age, definition }: FingertipsIndicator): Dimensions {
  const isTotal: Readonly<Record<string, boolean>> = {
    sex: everySex.some((text) => text.toLowerCase() === row.text('sex').toLowerCase()),
    age: row.text('age').toLowerCase() === age.toLowerCase(),
    category: row.text('categoryType') === '' && row.text('category') === '',
  };
  const narrowed = definition.dimensions.filter(({ id }) => isTotal[id] !== true);
  const values = narrowed.map(({ id, choices }) => {
    const byLabel = Object.fromEntries(choices.map(({ label, value }) => [label.toLowerCase(), value]));
    // The edition of the index that makes the categories stands in brackets behind them.
    const text = row
      .text(id)
      .replace(/\s*\(.*\)$/, '')
      .toLowerCase();
    return [id, byLabel[text] ?? row.reject(id, `one of ${choices.map(({ label }) => label).join(', ')}`)] as const;
  });
  return Object.fromEntries(values);
}

/** `2017/18` or `2016`, as the indicator's years are; the sortable form repeats the first year. */
function periodIn(row: Row, { grid }: IndicatorDefinition): string {
  const isFinancial = grid.type === 'FINANCIAL_YEAR';
  const [, first = '', last] = /^(\d{4})(?:\/(\d{2}))?$/.exec(row.text('period')) ?? [];
  const isRight = isFinancial ? last !== undefined && (Number(first) + 1) % 100 === Number(last) : last === undefined;
  if (first === '' || !isRight)
    return row.reject('period', isFinancial ? 'a year such as 2017/18' : 'a year such as 2016');
  if (row.text('sortable') !== `${first}0000`)
    return row.reject('sortable', `${first}0000, as the time period is ${row.text('period')}`);
  return isFinancial ? financialYearId(Number(first)) : `CY${first}`;
}

function readingIn(row: Row, { flags }: FingertipsIndicator): Reading {
  const note = row.oneOf('note', valueNotes);
  if (note.status === 'CONFIDENTIAL' && row.text('value') !== '')
    return row.refuse('note', 'another note, because a value stands beside it');
  if (note.status !== null) return { value: null, status: note.status };
  if (row.text('value') === '') return { value: null, status: 'NOT_AVAILABLE' };
  const value = numberIn(row, 'value');
  const [lower, upper] = [optionalNumberIn(row, 'lower'), optionalNumberIn(row, 'upper')];
  if ((lower ?? value) > value || (upper ?? value) < value)
    return row.refuse('value', `a number between its limits, ${String(lower)} and ${String(upper)}`);
  return {
    value,
    status: 'PUBLISHED',
    flags: [...flags, ...note.flags],
    numerator: optionalNumberIn(row, 'count'),
    denominator: optionalNumberIn(row, 'denominator'),
    lower,
    upper,
  };
}

/** None of the indicators can be below zero. */
function numberIn(row: Row, column: string): number {
  const number = row.number(column);
  if (number < 0) row.refuse(column, 'a number of zero or more');
  return number;
}

const optionalNumberIn = (row: Row, column: string) => (row.text(column) === '' ? null : numberIn(row, column));

/** Source: Public Health England, Fingertips, technical guidance on disclosure control. */
const policy: DisclosurePolicy = {
  id: 'fingertips-1-5',
  description:
    'Values on counts of 1 to 5 are withheld, and others where they would reveal them; zeros are shown. Public Health England, Fingertips.',
  minimumCount: 6,
  zerosShown: true,
  roundingBase: null,
  secondarySuppression: true,
};

/** Counts and denominators of females and males add up to those of persons, and those of boroughs to London. */
const structures: readonly Structure[] = [
  ...londonAreas,
  ...Object.values(fingertipsIndicators).flatMap(({ definition: { id: indicator } }) =>
    (['NUMERATOR', 'DENOMINATOR'] as const).map((part) => ({
      kind: 'categories' as const,
      indicator,
      part,
      dimension: 'sex',
    })),
  ),
];

export const dataset: DatasetDefinition = {
  id: 'fingertips',
  title: 'Public health indicators from Fingertips',
  publisher: 'Public Health England (now the Office for Health Improvement and Disparities)',
  description:
    'Indicators of the profile "Co-occurring substance misuse and mental health issues". A note beside a value may change what it means: it is read with it.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Public Health England, Fingertips.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Annual',
  landingPage: 'https://fingertips.phe.org.uk/',
  disclosurePolicy: policy,
  structures,
  indicators: Object.values(fingertipsIndicators).map(({ definition }) => definition),
  formats: [download],
};
