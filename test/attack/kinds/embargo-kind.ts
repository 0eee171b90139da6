import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import fc from 'fast-check';
import { startAttackedAgency } from '../attacked-agency.ts';
import { askGraph } from '../graph-answer.ts';
import { observe } from '../observe.ts';
import { selectionOf } from '../selection.ts';
import { batchOf } from '../tables/batches.ts';
import { datasetOf, fileOf } from '../tables/files.ts';
import { planWith } from '../tables/plans.ts';
import { worldOf } from '../tables/world.ts';
import { planOfEdition } from '../tables/world-plan.ts';
import type { AttackKind } from './attack-kind.ts';

const names = { own: 'own-tables', other: 'other-tables' };
const longHence = '2099-01-01T09:30:00Z';
const batches = batchOf(
  planWith({
    shape: { area: ['one', 'pair'], first: ['three', 'four'] },
    editions: [2, 2],
    omitsEvery: [0, 0, 5],
    isRevised: true,
  }),
  { least: 6, most: 12 },
);

/** All that is answered at a moment, piece by piece: the catalogue of the dataset, and each series. */
async function answersOf(url: string, indicators: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const query = `{ health { dataset(id: "${names.own}") { ${await selectionOf(url, 'Dataset')} releases { ${await selectionOf(url, 'Release')} } } } }`;
  const { text } = await askGraph(url, { query });
  const { series } = await observe({ url, root: health.name }, indicators);
  const named = series.map(
    (one) => [`${one.indicator.id} ${one.area.code} ${JSON.stringify(one.dimensions)}`, JSON.stringify(one)] as const,
  );
  return new Map([['the catalogue', text], ...named]);
}

/** A release that nobody may see before its time: what is answered must be the same before and after it is loaded. */
export const embargoKind: AttackKind = {
  name: 'editions, the newest embargoed',
  switchedOff: 'without an embargo',
  attack: async ({ seed, isSwitchedOff, makeDatabase }) => {
    const [batch] = fc.sample(batches, { seed, numRuns: 1 });
    if (batch === undefined) throw new Error('no batch');
    const editions = [0, 1].map((edition) =>
      batch.plans.map((plan, index) => worldOf(planOfEdition(plan, edition), `t${index + 1}`, names)),
    );
    const [first = [], second = []] = editions;
    const dataset = datasetOf(names.own, first, batch.policy);
    await using agency = await startAttackedAgency({ like: health, datasets: [dataset] }, makeDatabase);
    const publish = (worlds: typeof first, publishedAt: string, embargoUntil: string | null) =>
      agency.publish({ dataset: dataset.id, text: fileOf(dataset, worlds), publishedAt, embargoUntil });
    const refused = { tables: 0, refused: first.length, withheld: 0, recoveries: [] };
    if ((await publish(first, '2024-01-10', null)).outcome !== 'loaded') return refused;
    const indicators = dataset.indicators.map(({ id }) => id);
    const before = await answersOf(agency.url, indicators);
    const { outcome } = isSwitchedOff
      ? await publish(second, '2024-06-20', null)
      : await publish(second, '2099-01-01', longHence);
    if (outcome !== 'loaded') return refused;
    const after = await answersOf(agency.url, indicators);
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    );
    return {
      tables: first.length,
      refused: 0,
      withheld: [...before.values()].join().split('"CONFIDENTIAL"').length - 1,
      recoveries: changed.map((name) => `told by a hidden release: ${name}`),
    };
  },
};
