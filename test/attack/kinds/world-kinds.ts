import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import fc from 'fast-check';
import { attackBatch } from '../attack.ts';
import type { Batch, BatchChanges } from '../batch.ts';
import { AttackReport } from '../report.ts';
import { batchOf, type BatchSize } from '../tables/batches.ts';
import type { PartitionKind } from '../tables/axes.ts';
import { planWith, type TableTraits } from '../tables/plans.ts';
import type { AttackKind } from './attack-kind.ts';
import { withoutStructures } from './switched-off.ts';

/** A kind whose tables are cubes of counts, as the suite has made them from the beginning. */
interface WorldKind {
  readonly name: string;
  readonly switchedOff: string;
  readonly traits: TableTraits;
  readonly without: BatchChanges;
  /** @default 30 to 60 tables */
  readonly size?: BatchSize;
  readonly recallsNewest?: boolean;
}

/** One batch in so many is also asked for as many people and beside its echo: those two paths are the same for every table. */
const wholeAttackEvery = 8;

function worldKind({ name, switchedOff, traits, without, size, recallsNewest = false }: WorldKind): AttackKind {
  const batches = batchOf(planWith(traits), size ?? { least: 30, most: 60 });
  return {
    name,
    switchedOff,
    attack: async ({ seed, isSwitchedOff, makeDatabase }) => {
      const [batch] = fc.sample(batches, { seed, numRuns: 1 });
      if (batch === undefined) throw new Error(`no batch of ${name}`);
      const report = new AttackReport();
      await attackBatch(withRecall(batch, recallsNewest), {
        report,
        makeDatabase,
        changes: isSwitchedOff ? without : {},
        isByFiguresOnly: isSwitchedOff || seed % wholeAttackEvery !== 0,
      });
      return {
        tables: report.tables,
        refused: report.refused,
        withheld: report.results.get('all sums and statistics together')?.withheld ?? 0,
        recoveries: report.recoveries,
        paths: report.results,
      };
    },
  };
}

const withRecall = (batch: Batch, recallsNewest: boolean): Batch => ({ ...batch, recallsNewest });

/** Datasets that do not say that such sums hold. */
const withoutSums = (...kinds: readonly Structure['kind'][]): BatchChanges => ({
  changeDataset: withoutStructures(...kinds),
});

const withPolicy = (change: Partial<DatasetDefinition['disclosurePolicy']>): BatchChanges => ({
  changeDataset: (dataset) => ({ ...dataset, disclosurePolicy: { ...dataset.disclosurePolicy, ...change } }),
});

/** A policy that takes statistics for safe whatever they rest on. */
const withSafe = (...safeStatistics: readonly ValueType[]): BatchChanges => withPolicy({ safeStatistics });

const partitionKinds: readonly PartitionKind[] = [
  'probation units',
  'command units',
  'justice areas',
  'care boards',
  'force areas',
  'wards',
  'neighbourhoods',
  'command units and the City',
  'a pair and boroughs',
  'Inner London and boroughs',
];
const small = ['one', 'pair', 'two pairs'] as const;

/** Every kind of path that cubes of counts have. */
export const worldKinds: readonly AttackKind[] = [
  ...partitionKinds.map((area) =>
    worldKind({
      name: `areas: ${area}`,
      switchedOff: 'geography',
      traits: { shape: { area: [area], first: ['none', 'none', 'none', 'three'] }, isSparse: true },
      without: withoutSums('geography', 'areas'),
    }),
  ),
  worldKind({
    name: 'areas: boroughs and what they make',
    switchedOff: 'geography',
    traits: {
      shape: { area: ['pair', 'two pairs', 'london', 'london and met'], first: ['none', 'none', 'three'] },
      isSparse: true,
    },
    without: withoutSums('geography', 'areas'),
  }),
  worldKind({
    name: 'categories',
    switchedOff: 'sums of categories',
    traits: {
      shape: {
        area: small,
        first: ['three', 'four', 'five'],
        second: ['none', 'three'],
        time: ['one year', 'three years'],
      },
    },
    without: withoutSums('categories'),
  }),
  worldKind({
    name: 'flags and ages that hold each other',
    switchedOff: 'subsets',
    traits: { shape: { area: small, first: ['flag', 'nested'], time: ['one year', 'three years'] } },
    without: withoutSums('subset'),
  }),
  worldKind({
    name: 'periods',
    switchedOff: 'sums of periods',
    traits: {
      shape: {
        area: ['one', 'pair'],
        first: ['none', 'three'],
        time: ['quarters and year', 'months and quarters', 'rolling', 'pooled', 'two kinds of year'],
      },
    },
    without: withoutSums('periods'),
  }),
  worldKind({
    name: 'stocks and flows',
    switchedOff: 'balances',
    traits: { shape: { area: small, first: ['none', 'three'], extra: ['balance'] } },
    without: withoutSums('balance'),
  }),
  worldKind({
    name: 'the same counts in two datasets',
    switchedOff: 'same figures',
    traits: { shape: { area: ['one', 'pair'], first: ['three', 'four'], extra: ['linked'] } },
    without: withoutSums('same'),
  }),
  worldKind({
    name: 'rates and shares with their bases',
    switchedOff: 'statistics are held safe',
    traits: { shape: { area: ['one', 'pair', 'some'], first: ['three', 'four'], extra: ['rate', 'share'] } },
    without: withSafe('CRUDE_RATE', 'PROPORTION'),
  }),
  worldKind({
    name: 'rates with limits',
    switchedOff: 'statistics are held safe',
    traits: { shape: { area: ['one', 'pair', 'some'], first: ['three', 'four'], extra: ['rate with limits'] } },
    without: withSafe('CRUDE_RATE'),
  }),
  worldKind({
    name: 'means and medians',
    switchedOff: 'statistics are held safe',
    traits: { shape: { area: ['one', 'pair', 'some'], first: ['three', 'four'], extra: ['mean', 'median'] } },
    without: withSafe('MEAN', 'MEDIAN'),
  }),
  worldKind({
    name: 'editions, each of the same truth',
    switchedOff: 'each edition by itself',
    traits: {
      shape: { area: small, first: ['three', 'four'], time: ['one year', 'three years'] },
      editions: [2, 5],
      omitsEvery: [0, 0, 5],
    },
    without: { areEditionsApart: true },
    size: { least: 4, most: 10 },
  }),
  worldKind({
    name: 'editions, revised',
    switchedOff: 'each edition by itself',
    traits: {
      shape: { area: small, first: ['three', 'four'], time: ['one year', 'three years'] },
      editions: [2, 5],
      isRevised: true,
    },
    without: { areEditionsApart: true },
    size: { least: 4, most: 10 },
  }),
  worldKind({
    name: 'editions, the newest recalled',
    switchedOff: 'each edition by itself',
    traits: { shape: { area: small, first: ['three', 'four'] }, editions: [2, 4], omitsEvery: [0, 0, 5] },
    without: { areEditionsApart: true },
    size: { least: 4, most: 10 },
    recallsNewest: true,
  }),
  worldKind({
    name: 'rejected rows',
    switchedOff: 'secondary suppression',
    traits: { shape: { area: small, first: ['three', 'four', 'five'] }, spoilsEvery: [3, 5, 7, 11] },
    without: withPolicy({ secondarySuppression: false }),
  }),
  worldKind({
    name: 'absent rows',
    switchedOff: 'secondary suppression',
    traits: { shape: { area: small, first: ['three', 'four', 'five'] }, omitsEvery: [5, 7, 11] },
    without: withPolicy({ secondarySuppression: false }),
    size: { least: 4, most: 10 },
  }),
];
