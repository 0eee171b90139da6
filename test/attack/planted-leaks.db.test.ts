import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { createDatabase } from '../support/database.ts';
import { attackRunning } from './attack.ts';
import { type BatchChanges, knowledgeOf, startBatch } from './batch.ts';
import { askGraph } from './graph-answer.ts';
import { type CellLeak, leakingCells, leakingChanges, leakingStatement } from './leaking-subgraph.ts';
import { recoverFromZeros } from './paths/cells.ts';
import { fillByChecksum } from './paths/checksum.ts';
import { findChangingAnswers } from './paths/noise.ts';
import { AttackReport } from './report.ts';
import { fileOf, isSmall } from './tables/files.ts';
import { worldOf } from './tables/world.ts';
import type { LaterEdition, WorldPlan } from './tables/world-plan.ts';

const policy = disclosurePolicies['dfe-1-5'];

/** A table of two boroughs and their sum by five categories, with 3, 4 and 2 among greater counts; or as the test wants it. */
const plan: WorldPlan = {
  area: 'pair',
  first: 'five',
  second: 'none',
  time: 'one year',
  extra: 'nothing',
  counts: [3, 40, 25, 61, 18, 30, 4, 2, 77, 52],
  publisher: 'raw',
  omitsEvery: 0,
  isProvisional: false,
  later: [],
};
const truths = new Map(
  worldOf(plan, 't1', { own: 'own-tables', other: 'other-tables' }).figures.map(({ id, truth }) => [id, truth]),
);
const isSmallFigure = (id: string) => isSmall(policy, truths.get(id) ?? 0);

/** The paths along which something is recovered from one table, in the order in which they are tried. */
async function openPaths(changed: Partial<WorldPlan>, changes: BatchChanges = {}): Promise<readonly string[]> {
  const report = new AttackReport();
  const plans = [{ ...plan, ...changed }];
  await using batch = await startBatch({ plans, policy, otherPolicy: policy }, createDatabase, changes);
  await attackRunning(batch, { report });
  return [...report.results].filter(([, { recovered }]) => recovered > 0).map(([path]) => path);
}

const withCells = (leak: CellLeak): BatchChanges => ({ subgraph: leakingCells(leak) });
const later: readonly LaterEdition[] = [{ counts: null, publisher: 'raw', omitsEvery: 0 }];
const all = 'all sums and statistics together';

describe('an attack on a subgraph that leaks', () => {
  it('finds nothing in one that does not', async () => {
    expect(await openPaths({ later })).toEqual([]);
  });

  it.each<readonly [WorldPlan['extra'], readonly string[]]>([
    ['mean', ['2 statistics on hidden counts']],
    ['rate with limits', ['2 statistics on hidden counts', '3 rate times denominator, width of interval', all]],
  ])('finds a %s that is said to rest on another count', async (extra, paths) => {
    expect(await openPaths({ extra }, { changeDataset: withWrongStatistics })).toEqual(
      expect.arrayContaining([...paths]),
    );
  });

  it('finds nothing of a rate that is said to rest on another count, since its denominator shows what it rests on', async () => {
    expect(await openPaths({ extra: 'rate' }, { changeDataset: withWrongStatistics })).toEqual([]);
  });

  it.each<WorldPlan['extra']>(['mean', 'rate', 'rate with limits'])(
    'finds nothing of a %s that nobody said rests on a count, since its id says so',
    async (extra) => {
      expect(await openPaths({ extra }, { changeDataset: withoutStatistics })).toEqual([]);
    },
  );

  it('finds what a sentence tells of more than is shown', async () => {
    const secret = String([...truths.values()].reduce((sum, truth) => sum + truth, 0));
    expect(await openPaths({}, { subgraph: leakingStatement(() => secret) })).toEqual([
      '8 filters, order, trends, limits and text',
    ]);
  });

  it.each<readonly [string, string, CellLeak]>([
    ['a gap that is marked as revised', '9 revisions', onlyWithheld((cell) => ({ ...cell, flags: ['REVISED'] }))],
    [
      'a gap that says that it is a small one',
      '10 marking of the kind',
      onlyWithheld((cell, id) => ({ ...cell, displayValue: isSmallFigure(id) ? '[c]' : '[c2]' })),
    ],
    [
      'a history that has what is withheld now',
      '13 history and differences',
      onlyWithheld((cell) => ({
        ...cell,
        editions: () => (cell.editions?.() ?? []).map((edition) => ({ ...edition, value: 3, status: 'PUBLISHED' })),
      })),
    ],
  ])('finds %s', async (_, path, leak) => {
    expect(await openPaths({ later }, withCells(leak))).toContain(path);
  });

  it('finds differences that tell of what is withheld', async () => {
    // One figure more than the answers of the two days have.
    const subgraph = leakingChanges((changes) => ({ ...changes, withheld: changes.withheld + 1 }));
    expect(await openPaths({ later }, { subgraph })).toEqual(['13 history and differences']);
  });

  it('finds a zero in place of a small count', async () => {
    const zeros = onlyWithheld((cell, id) =>
      isSmallFigure(id) ? { ...cell, status: 'PUBLISHED', value: 0, displayValue: '0' } : cell,
    );
    await using batch = await startBatch(
      { plans: [plan], policy, otherPolicy: policy },
      createDatabase,
      withCells(zeros),
    );
    const found = knowledgeOf(batch, 0).flatMap(recoverFromZeros);
    expect(found).toEqual([...truths.keys()].filter(isSmallFigure));
  });

  it('finds noise that is drawn anew', async () => {
    await using batch = await startBatch(
      { plans: [plan], policy, otherPolicy: policy },
      createDatabase,
      withCells(noisy()),
    );
    expect(await findChangingAnswers(batch.asked, batch.indicators)).toEqual(['t1-0']);
  });

  it('finds what stands in a gap by the checksum of the file', () => {
    const text = 'a,3\nb,40\nc,2\n';
    const printed = createHash('sha256').update(text).digest('hex');
    const gaps = { pieces: ['a,', '\nb,40\nc,', '\n'], guesses: ['1', '2', '3', '4', '5'] };
    expect(fillByChecksum(gaps, [printed])).toEqual(['3', '2']);
    expect(fillByChecksum(gaps, [`own-tables@2024-01-10.${printed.slice(0, 8)}`])).toEqual(['3', '2']);
    expect(fillByChecksum(gaps, ['0'.repeat(64)])).toBeNull();
  });
});

describe('the checksum and the id of a release', () => {
  it('are not those of any guess at the file', async () => {
    const small = { ...plan, area: 'one' as const, first: 'three' as const };
    await using batch = await startBatch({ plans: [small], policy, otherPolicy: policy }, createDatabase);
    const [dataset] = batch.datasets;
    const [{ worlds } = { worlds: [] }] = batch.editions;
    if (dataset === undefined) throw new Error('nothing was loaded');
    // The first category is the 3 that is withheld: everything else of the file is shown, or known.
    const pieces = fileOf(dataset, worlds).split(/(?<=value-1,)3(?=,)/);
    const query = `{ health { dataset(id: "${dataset.id}") { latestRelease { id checksum } } } }`;
    const { text } = await askGraph(batch.asked.url, { query });
    const printed = text.match(/[0-9a-f]{8,64}/g) ?? [];
    expect(pieces).toHaveLength(2);
    expect(printed.length).toBeGreaterThan(1);
    expect(fillByChecksum({ pieces, guesses: ['1', '2', '3', '4', '5'] }, printed)).toBeNull();
  });
});

function withoutStatistics(dataset: DatasetDefinition): DatasetDefinition {
  return { ...dataset, structures: (dataset.structures ?? []).filter(({ kind }) => kind !== 'statistic') };
}

/** Says of each statistic that it rests on a count of its own alone. */
function withWrongStatistics(dataset: DatasetDefinition): DatasetDefinition {
  const structures = (dataset.structures ?? []).map((structure) =>
    structure.kind === 'statistic'
      ? { ...structure, count: { indicator: structure.statistic.indicator, part: 'NUMERATOR' as const } }
      : structure,
  );
  return { ...dataset, structures };
}

function onlyWithheld(leak: CellLeak): CellLeak {
  return (cell, id) => (cell.status === 'CONFIDENTIAL' ? leak(cell, id) : cell);
}

/** Answers one more with every cell that it serves. */
function noisy(): CellLeak {
  let served = 0;
  return (cell) => ({ ...cell, value: cell.value === null ? null : cell.value + (served += 1) });
}
