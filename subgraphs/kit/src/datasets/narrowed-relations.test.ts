import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { NarrowedRelation } from '../disclosure/structure-defaults.ts';
import { structuresIn } from './dataset-structures.ts';
import type { DatasetDefinition } from './dataset.ts';
import { describeNarrowed } from './narrowed-relations.ts';

const rateAlone: IndicatorDefinition = { ...libraryVisits, id: 'library-visits-rate', valueType: 'CRUDE_RATE' };
const rate: IndicatorDefinition = { ...rateAlone, base: { indicator: 'residents' } };

/** Visits and their rate per resident, some of whose relations are narrowed. */
const datasetOf = (...narrowed: readonly NarrowedRelation[]): DatasetDefinition => ({
  ...libraryVisitsDataset,
  indicators: [libraryVisits, rate],
  narrowed,
});

const statisticsOf = (dataset: DatasetDefinition) => structuresIn(dataset).filter(({ kind }) => kind === 'statistic');

const narrow = (isNot: NarrowedRelation['isNot'], reason: string): NarrowedRelation => ({
  statistic: rate.id,
  isNot,
  reason,
});

describe('a relation that its author narrows', () => {
  it('is not derived, with the reason in the report', () => {
    const perDay = datasetOf(narrow('BASE', 'it is per day of opening'));
    expect(statisticsOf(perDay)).toEqual([
      { kind: 'statistic', statistic: { indicator: rate.id }, count: { indicator: libraryVisits.id } },
    ]);
    expect(describeNarrowed(perDay)).toEqual([
      `library-visits-rate is not checked against those whom its base counts, as the author of ${perDay.id} says: it is per day of opening`,
    ]);
  });

  it('leaves what a rate tells by its own denominator', () => {
    const ofOthers = datasetOf(narrow('COUNT', 'it is of other visits'), narrow('BASE', 'it is per day of opening'));
    expect(statisticsOf(ofOthers)).toEqual([
      { kind: 'statistic', statistic: { indicator: rate.id }, count: { indicator: rate.id, part: 'NUMERATOR' } },
    ]);
  });

  it('stays as it was without a reason, and says so', () => {
    const silent = datasetOf(narrow('BASE', ' '));
    expect(statisticsOf(silent)).toEqual(statisticsOf(datasetOf()));
    expect(describeNarrowed(silent)).toEqual([
      'library-visits-rate is narrowed without a reason, and so is checked as before: give one',
    ]);
  });

  it('is told to be none where nothing is derived', () => {
    const dataset = { ...datasetOf(narrow('BASE', 'it is per day')), indicators: [libraryVisits, rateAlone] };
    expect(describeNarrowed(dataset)).toEqual([
      'library-visits-rate is narrowed in vain, as no such relation is derived: it is per day',
    ]);
  });
});
