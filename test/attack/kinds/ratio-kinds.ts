import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import fc from 'fast-check';
import { startAttackedAgency } from '../attacked-agency.ts';
import { type ObservedCell, observe } from '../observe.ts';
import { isSmall } from '../tables/files.ts';
import { figureId } from '../tables/cube.ts';
import type { AttackKind, KindResult } from './attack-kind.ts';
import {
  ids,
  multiplierOf,
  period,
  type RatioCell,
  ratioDatasets,
  ratioFile,
  type RatioPrint,
  type RatioTable,
  ratioTable,
  wilson,
} from './ratio-tables.ts';

/** A part and a whole that what is answered leaves possible. */
type Pair = readonly [part: number, whole: number];

/** Wholes that are tried at most: the largest of a made-up table is below it. */
const mostTried = 3_420;

/** Every part and whole that a cell may be of, by what is answered of it and of the people beside it. */
function pairsBehind(
  cell: ObservedCell,
  people: number | null,
  { print, decimals }: { print: RatioPrint; decimals: number },
): readonly Pair[] {
  const { value, numerator, denominator, lower, upper } = cell;
  if (value === null) return [];
  const multiplier = multiplierOf(print);
  const half = 0.5 / 10 ** decimals + 1e-9;
  const known = denominator ?? people;
  const wholes = known === null ? Array.from({ length: mostTried }, (_, index) => index + 1) : [known];
  return wholes.flatMap((whole) => {
    const [least, most] = [((value - half) * whole) / multiplier, ((value + half) * whole) / multiplier];
    const parts =
      numerator === null
        ? between(Math.max(0, least), most)
        : numerator >= least && numerator <= most
          ? [numerator]
          : [];
    return parts
      .map((part): Pair => [part, whole])
      .filter((pair) => lower === null || upper === null || hasLimits(pair, { lower, upper, multiplier }));
  });
}

const between = (least: number, most: number) =>
  Array.from({ length: Math.max(0, Math.floor(most) - Math.ceil(least) + 1) }, (_, index) => Math.ceil(least) + index);

function hasLimits(
  [part, whole]: Pair,
  { lower, upper, multiplier }: { lower: number; upper: number; multiplier: number },
): boolean {
  if (part > whole) return false;
  const limits = wilson(part, whole);
  return (
    Math.abs(limits.lower * multiplier - lower) <= 0.005 + 1e-9 &&
    Math.abs(limits.upper * multiplier - upper) <= 0.005 + 1e-9
  );
}

/** The places whose part, or those who are not in it, can be told to be a count that the policy withholds. */
function recoveredIn(
  print: RatioPrint,
  { table, index, cells }: { table: RatioTable; index: number; cells: ReadonlyMap<string, ObservedCell> },
): readonly string[] {
  return table.cells.flatMap((cell) => {
    const name = (indicator: string) => figureId({ indicator, place: cell.place, dimensions: {}, period });
    const answered = cells.get(name(ids.ratio(index)));
    if (answered?.status !== 'PUBLISHED') return [];
    const pairs = pairsBehind(answered, cells.get(name(ids.base(index)))?.value ?? null, {
      print,
      decimals: table.decimals,
    });
    if (!pairs.some(([part, whole]) => part === cell.part && whole === cell.whole))
      throw new Error(
        `${name(ids.ratio(index))} is not ${cell.part} of ${cell.whole} by what is answered: ${JSON.stringify(answered)}`,
      );
    const isRateOnly = print === 'lone rate';
    const isTold = (countOf: (pair: Pair) => number) => pairs.every((pair) => isSmall(table.policy, countOf(pair)));
    const told = isTold(([part]) => part) || (!isRateOnly && isTold(([part, whole]) => whole - part));
    return told ? [`counts behind: ${describe(name(ids.ratio(index)), cell, answered)}`] : [];
  });
}

const describe = (id: string, { part, whole }: RatioCell, { value, lower, upper }: ObservedCell) =>
  `${id} (${part} of ${whole}, shown as ${value} with ${lower} to ${upper})`;

/** Tables of one policy, so that they can be of one dataset. */
const tablesTogether = fc.array(ratioTable, { minLength: 6, maxLength: 12, size: 'max' }).map((tables) => {
  const [first] = tables;
  return tables.map((table) => ({ ...table, policy: first?.policy ?? table.policy }));
});

function ratioKind(
  print: RatioPrint,
  switchedOff: string,
  without: (dataset: DatasetDefinition) => DatasetDefinition,
): AttackKind {
  return {
    name: print,
    switchedOff,
    attack: async ({ seed, isSwitchedOff, makeDatabase }): Promise<KindResult> => {
      const tables = fc.sample(tablesTogether, { seed, numRuns: 1 })[0] ?? [];
      const datasets = ratioDatasets(print, tables).map((dataset) => (isSwitchedOff ? without(dataset) : dataset));
      await using agency = await startAttackedAgency({ like: health, datasets }, makeDatabase);
      // Rates before those of whom they are, and the other way round.
      for (const { id } of seed % 2 === 0 ? datasets : datasets.toReversed()) {
        const { outcome } = await agency.publish({
          dataset: id,
          text: ratioFile(print, id, tables),
          publishedAt: '2024-01-10',
        });
        if (outcome !== 'loaded') throw new Error(`${id} of ${print} was ${outcome}`);
      }
      const indicators = datasets.flatMap((dataset) => dataset.indicators.map(({ id }) => id));
      const { cells } = await observe({ url: agency.url, root: health.name }, indicators);
      return {
        tables: tables.length,
        refused: 0,
        withheld: [...cells.values()].filter(({ status }) => status === 'CONFIDENTIAL').length,
        recoveries: tables.flatMap((table, index) => recoveredIn(print, { table, index, cells })),
      };
    },
  };
}

const heldSafe = (dataset: DatasetDefinition): DatasetDefinition => ({
  ...dataset,
  disclosurePolicy: { ...dataset.disclosurePolicy, safeStatistics: ['CRUDE_RATE', 'PROPORTION'] },
});

/** Rates and shares without any count beside them in their dataset. */
export const ratioKinds: readonly AttackKind[] = [
  ratioKind('lone rate', 'another base is declared', (dataset) => ({
    ...dataset,
    indicators: dataset.indicators.map((indicator) =>
      indicator.base === undefined ? indicator : { ...indicator, base: { indicator: indicator.id } },
    ),
  })),
  ratioKind('share with limits', 'statistics are held safe', heldSafe),
  ratioKind('share with its whole', 'statistics are held safe', heldSafe),
  ratioKind('share with its part', 'statistics are held safe', heldSafe),
];
