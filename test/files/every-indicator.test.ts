import { readText } from '@boroughgraph/test/support/read-text.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { possibleValuesOf } from '@boroughgraph/kit/inside/statistics/possible-values.ts';
import { agencies } from '@boroughgraph/test/support/all-agencies.ts';
import { describe, expect, it } from 'vitest';
import { possibleRow, storedIndicators, type TidyCells, tidyFile } from './tidy-file.ts';

/** An indicator of any agency, held or awaited, whose rows somebody bends. */
interface Subject {
  readonly dataset: DatasetDefinition;
  readonly indicator: IndicatorDefinition;
}

const subjects: readonly Subject[] = agencies
  .flatMap(({ datasets }) => datasets)
  .flatMap((dataset) => storedIndicators(dataset).map((indicator) => ({ dataset, indicator })));

const read = ({ dataset, indicator }: Subject, bent: TidyCells) =>
  readText({ dataset, text: tidyFile({ ...possibleRow(indicator), ...bent }) });

/** The indicators of which a bent row is not refused at its line, or leaves a figure. */
function loadedWrong(bend: (subject: Subject) => TidyCells | null): readonly string[] {
  return subjects.flatMap((subject) => {
    const bent = bend(subject);
    if (bent === null) return [];
    const { rejected, draft } = read(subject, bent);
    return rejected[0]?.line === 2 && draft.series.size === 0 ? [] : [subject.indicator.id];
  });
}

it('Every indicator takes a row with a possible value', () => {
  const refused = subjects.flatMap((subject) => read(subject, {}).rejected.map((row) => [subject.indicator.id, row]));
  expect(refused).toEqual([]);
  expect(subjects.length).toBeGreaterThan(200);
});

it('Every score and index says on which scale it lies', () => {
  const silent = subjects
    .filter(({ indicator: { unit, valueType } }) => unit === 'SCORE' || valueType === 'INDEX')
    .filter(({ indicator: { possible } }) => possible === undefined);
  expect(silent.map(({ indicator }) => indicator.id)).toEqual([]);
});

/** A dimension of the dataset that an indicator lacks, with a value. */
function foreignDimension({ dataset, indicator }: Subject): TidyCells | null {
  const own = indicator.dimensions.map(({ id }) => id);
  const other = dataset.indicators.flatMap(({ dimensions }) => dimensions).find(({ id }) => !own.includes(id));
  return other === undefined ? null : { [other.id]: other.choices[0]?.value ?? '' };
}

const valueOf = ({ indicator }: Subject) => Number(possibleRow(indicator)['value']);
/** A part of a whole: not a rate in percent that may pass it. */
const isShare = ({ indicator }: Subject) =>
  indicator.valueType === 'PROPORTION' && possibleValuesOf(indicator).high === indicator.multiplier;

const isAtSites = ({ areaTypes, siteKind }: IndicatorDefinition) => areaTypes.length === 0 && siteKind !== undefined;

describe('No indicator loads', () => {
  it.each<[string, (subject: Subject) => TidyCells | null]>([
    ['a dimension that it lacks', foreignDimension],
    [
      'the name of a site where there is none',
      ({ indicator: { areaTypes } }) => (areaTypes.length === 0 ? null : { site_name: 'Somewhere' }),
    ],
    [
      'the name of another area',
      ({ indicator: { areaTypes } }) => (areaTypes.length === 0 ? null : { area_name: 'Atlantis' }),
    ],
    ['an area in place of a site', ({ indicator }) => (isAtSites(indicator) ? { site: 'E09000012' } : null)],
    ['a site of another kind', ({ indicator }) => (isAtSites(indicator) ? { site: 'prison:pentonville' } : null)],
    [
      'the name of a site in place of its id',
      ({ indicator }) => (isAtSites(indicator) ? { site: 'Some Place' } : null),
    ],
    ['a numerator beside a value that is withheld', () => ({ value: 'c', numerator: '3' })],
    ['a limit beside a value that is not available', () => ({ value: 'x', upper: '3' })],
    ['a marker that is said to be published', () => ({ value: 'c', status: 'PUBLISHED' })],
    [
      'a value below the possible ones',
      ({ indicator }) => ({ value: String(Math.max(possibleValuesOf(indicator).low - 1, -(2 ** 54))) }),
    ],
    ['a value above the possible ones', ({ indicator }) => ({ value: String(possibleValuesOf(indicator).high + 1) })],
    ['a count that is not whole', ({ indicator }) => (possibleValuesOf(indicator).isWhole ? { value: '1.5' } : null)],
    ['a lower limit above the value', (subject) => ({ lower: String(valueOf(subject) + 1) })],
    [
      'an upper limit below the value',
      (subject) => (valueOf(subject) > 0 ? { upper: String(valueOf(subject) - 1) } : null),
    ],
    ['limits upside down', (subject) => ({ lower: String(valueOf(subject) + 1), upper: String(valueOf(subject) - 1) })],
    ['a numerator below zero', () => ({ numerator: '-1' })],
    [
      'a count beside another numerator',
      ({ indicator: { valueType } }) => (valueType === 'COUNT' ? { numerator: '2' } : null),
    ],
    ['a figure of which nobody reported', () => ({ value: '1', reporting: '0', expected: '28' })],
    ['a figure of which more reported than should', () => ({ reporting: '29', expected: '28' })],
    ['a denominator below zero', () => ({ denominator: '-1' })],
    [
      'a part that is more than the whole',
      (subject) => (isShare(subject) ? { value: '100', numerator: '3', denominator: '2' } : null),
    ],
    [
      'a share of another size than its parts',
      (subject) => (isShare(subject) ? { value: '40', numerator: '30', denominator: '100' } : null),
    ],
    [
      'a rate of another size than its parts',
      ({ indicator: { valueType } }) =>
        valueType === 'CRUDE_RATE' ? { value: '40', numerator: '30', denominator: '100000000' } : null,
    ],
  ])('%s', (_what, bend) => {
    expect(loadedWrong(bend)).toEqual([]);
  });
});
