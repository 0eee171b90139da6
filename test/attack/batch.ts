import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import type { Subgraph } from '@boroughgraph/kit/server/subgraph.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { type AttackedAgency, startAttackedAgency } from './attacked-agency.ts';
import type { Knowledge } from './knowledge.ts';
import { type Asked, observe, type Observed } from './observe.ts';
import { datasetOf, fileOf } from './tables/files.ts';
import { worldOf } from './tables/world.ts';
import { laterPlan, type World, type WorldPlan } from './tables/world-plan.ts';

/** Many worlds under one policy, the second publication of linked ones under another. */
export interface Batch {
  readonly plans: readonly WorldPlan[];
  readonly policy: DisclosurePolicy;
  readonly otherPolicy: DisclosurePolicy;
}

/** A file was refused: the report of its load is in the message. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused';
}

/** One edition of the tables of a batch: what was true, and all that a graph answers as of its day. */
export interface AttackedEdition {
  readonly publishedAt: string;
  readonly worlds: readonly World[];
  readonly observed: Observed;
}

/** A batch that a running graph answers for. */
export interface RunningBatch extends AsyncDisposable {
  readonly asked: Asked;
  readonly agency: AttackedAgency;
  readonly datasets: readonly DatasetDefinition[];
  readonly indicators: readonly string[];
  /** Oldest first; one where no world has a later edition. */
  readonly editions: readonly AttackedEdition[];
  readonly policyOf: Knowledge['policyOf'];
}

const names = { own: 'own-tables', other: 'other-tables' };
/** The days on which the first edition and the later one are published. */
const dayOf = (edition: number) => (edition === 0 ? '2024-01-10' : '2024-06-20');

/** What a test may change of the graph that is attacked: a subgraph that leaks, datasets that declare too little. */
export interface BatchChanges {
  readonly subgraph?: Subgraph;
  readonly changeDataset?: (dataset: DatasetDefinition) => DatasetDefinition;
}

/**
 * Loads a batch into an agency of its own and asks it for everything.
 *
 * @throws {LoadRefused} when a file is not loaded; nothing stays open then.
 */
export async function startBatch(batch: Batch, changes: BatchChanges = {}): Promise<RunningBatch> {
  const { plans } = batch;
  const told = [plans, ...(plans.some(({ later }) => later !== null) ? [plans.map(laterPlan)] : [])];
  const worlds = told.map((edition) => edition.map((plan, index) => worldOf(plan, `t${index + 1}`, names)));
  const datasets = datasetsOf(batch, worlds[0] ?? [], changes);
  await using starting = new AsyncDisposableStack();
  const agency = starting.use(await startAttackedAgency(changes.subgraph ?? health, datasets));
  for (const [index, edition] of worlds.entries())
    for (const dataset of datasets) await load(agency, { dataset, worlds: edition, publishedAt: dayOf(index) });
  const asked = { url: agency.url, root: 'health' };
  const indicators = datasets.flatMap((dataset) => dataset.indicators.map(({ id }) => id));
  const editions = await observeEditions(worlds, (on) => observe(asked, indicators, on));
  const resources = starting.move();
  return {
    asked,
    agency,
    datasets,
    indicators,
    editions,
    policyOf: policyFinder(datasets),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

function datasetsOf(
  { policy, otherPolicy }: Batch,
  worlds: readonly World[],
  { subgraph = health, changeDataset = (dataset) => dataset }: BatchChanges,
): readonly DatasetDefinition[] {
  const linkedTo = (datasetId: string) => [{ agency: subgraph.name, datasetId }];
  return [
    datasetOf(names.own, worlds, { ...policy, linkedTables: linkedTo(names.other) }),
    datasetOf(names.other, worlds, { ...otherPolicy, linkedTables: linkedTo(names.own) }),
  ]
    .filter(({ indicators }) => indicators.length > 0)
    .map(changeDataset);
}

/** The policy that holds for an indicator, as its dataset states it. */
function policyFinder(datasets: readonly DatasetDefinition[]): Knowledge['policyOf'] {
  const policies = new Map(
    datasets.flatMap(({ indicators, disclosurePolicy }) => indicators.map(({ id }) => [id, disclosurePolicy])),
  );
  return (indicator) => policies.get(indicator) ?? disclosurePolicies.none;
}

/** What is answered as of the day of each edition; of the newest, without a day. */
async function observeEditions(
  worlds: readonly (readonly World[])[],
  observeOn: (day: string | null) => Promise<Observed>,
): Promise<readonly AttackedEdition[]> {
  const editions: AttackedEdition[] = [];
  for (const [index, edition] of worlds.entries()) {
    const publishedAt = dayOf(index);
    const observed = await observeOn(index === worlds.length - 1 ? null : publishedAt);
    editions.push({ publishedAt, worlds: edition, observed });
  }
  return editions;
}

async function load(
  agency: AttackedAgency,
  { dataset, worlds, publishedAt }: { dataset: DatasetDefinition; worlds: readonly World[]; publishedAt: string },
): Promise<void> {
  const report = await agency.publish({ dataset: dataset.id, text: fileOf(dataset, worlds), publishedAt });
  if (report.outcome !== 'loaded' && report.outcome !== 'unchanged')
    throw new LoadRefused(`${dataset.id} was not loaded: ${JSON.stringify(report).slice(0, 2_000)}`);
}

/** What an attacker holds of one world, edition by edition: only the figures that lie in a release belong together. */
export function knowledgeOf({ editions, policyOf }: RunningBatch, world: number): readonly Knowledge[] {
  return editions.flatMap(({ publishedAt, worlds, observed }) => {
    const own = worlds[world];
    if (own === undefined) return [];
    const cells = new Map(
      [...observed.cells].filter(([, cell]) => cell.release === null || cell.release.publishedAt === publishedAt),
    );
    return [{ world: own, cells, policyOf }];
  });
}
