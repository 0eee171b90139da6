import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { type AttackedAgency, type MakeDatabase, startAttackedAgency } from './attacked-agency.ts';
import type { Knowledge } from './knowledge.ts';
import { type Asked, observe, type Observed } from './observe.ts';
import { datasetOf, fileOf } from './tables/files.ts';
import { worldOf } from './tables/world.ts';
import { planOfEdition, type World, type WorldPlan } from './tables/world-plan.ts';

/** Many worlds under one policy, the second publication of linked ones under another. */
export interface Batch {
  readonly plans: readonly WorldPlan[];
  readonly policy: DisclosurePolicy;
  readonly otherPolicy: DisclosurePolicy;
  /** Whether the newest edition is taken back once it was read, and the ones before it are read again. @default false */
  readonly recallsNewest?: boolean;
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
  readonly makeDatabase: MakeDatabase;
  readonly datasets: readonly DatasetDefinition[];
  readonly indicators: readonly string[];
  /** Oldest first; one where no world has a later edition. Last, where the newest was recalled, what answers after that. */
  readonly editions: readonly AttackedEdition[];
  readonly policyOf: Knowledge['policyOf'];
  /** Whether one agency holds all editions, and so knows what changed between them. */
  readonly isOneAgency: boolean;
}

const names = { own: 'own-tables', other: 'other-tables' };
/** The days on which the editions are published, oldest first. */
const days = ['2024-01-10', '2024-06-20', '2024-09-12', '2025-01-30', '2025-07-03'];
const dayOf = (edition: number) => days[edition] ?? '2025-11-20';

/** What a test may change of the graph that is attacked: a subgraph that leaks, datasets that declare too little. */
export interface BatchChanges {
  readonly subgraph?: Subgraph;
  readonly changeDataset?: (dataset: DatasetDefinition) => DatasetDefinition;
  /** Whether each edition is held by an agency of its own, which protects it by itself. @default false */
  readonly areEditionsApart?: boolean;
  /** Whether it is asked for its figures alone. @default false */
  readonly isOfFiguresOnly?: boolean;
}

/**
 * Loads a batch into an agency of its own and asks it for everything.
 *
 * @throws {LoadRefused} when a file is not loaded; nothing stays open then.
 */
export async function startBatch(
  batch: Batch,
  makeDatabase: MakeDatabase,
  changes: BatchChanges = {},
): Promise<RunningBatch> {
  const { plans } = batch;
  const most = Math.max(...plans.map(({ later }) => later.length));
  const worlds = Array.from({ length: most + 1 }, (_, edition) =>
    plans.map((plan, index) => worldOf(planOfEdition(plan, edition), `t${index + 1}`, names)),
  );
  const datasets = datasetsOf(batch, worlds[0] ?? [], changes);
  await using starting = new AsyncDisposableStack();
  const start = async () =>
    starting.use(await startAttackedAgency({ like: changes.subgraph ?? health, datasets }, makeDatabase));
  const agencies = changes.areEditionsApart === true ? await Promise.all(worlds.map(start)) : [await start()];
  const editions = await publishAndObserve(worlds, {
    datasets,
    agencies,
    recallsNewest: batch.recallsNewest === true,
    isOfFiguresOnly: changes.isOfFiguresOnly === true,
  });
  const resources = starting.move();
  return {
    asked: askedOf(agencies.at(-1)),
    makeDatabase,
    datasets,
    indicators: indicatorsOf(datasets),
    editions,
    policyOf: policyFinder(datasets),
    isOneAgency: agencies.length === 1,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

const askedOf = (agency: AttackedAgency | undefined): Asked => ({ url: agency?.url ?? '', root: 'health' });
const indicatorsOf = (datasets: readonly DatasetDefinition[]) =>
  datasets.flatMap((dataset) => dataset.indicators.map(({ id }) => id));

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

/** Who holds the editions: one agency all of them, or one each. */
interface Holding {
  readonly datasets: readonly DatasetDefinition[];
  readonly agencies: readonly AttackedAgency[];
  readonly recallsNewest: boolean;
  readonly isOfFiguresOnly: boolean;
}

/** Loads every edition, and then asks as of the day of each; for the newest, without a day. */
async function publishAndObserve(
  worlds: readonly (readonly World[])[],
  { datasets, agencies, recallsNewest, isOfFiguresOnly }: Holding,
): Promise<readonly AttackedEdition[]> {
  const holderOf = (index: number) => agencies[Math.min(index, agencies.length - 1)];
  const newest: (() => Promise<void>)[] = [];
  for (const [index, edition] of worlds.entries())
    for (const dataset of datasets) {
      const agency = holderOf(index);
      const { outcome, releaseId } = await load(agency, { dataset, worlds: edition, publishedAt: dayOf(index) });
      if (outcome === 'loaded' && index > 0 && index === worlds.length - 1)
        newest.push(async () => agency?.recall(releaseId ?? ''));
    }
  const observeOn = (index: number, day: string | null) =>
    observe(askedOf(holderOf(index)), indicatorsOf(datasets), { asPublishedOn: day, isOfFiguresOnly });
  const editions: AttackedEdition[] = [];
  for (const [index, edition] of worlds.entries()) {
    const day = index === worlds.length - 1 || agencies.length > 1 ? null : dayOf(index);
    editions.push({ publishedAt: dayOf(index), worlds: edition, observed: await observeOn(index, day) });
  }
  const before = editions.at(-2);
  if (!recallsNewest || before === undefined) return editions;
  for (const recall of newest) await recall();
  return [...editions, { ...before, observed: await observeOn(worlds.length - 1, null) }];
}

async function load(
  agency: AttackedAgency | undefined,
  { dataset, worlds, publishedAt }: { dataset: DatasetDefinition; worlds: readonly World[]; publishedAt: string },
): Promise<LoadReport> {
  if (agency === undefined) throw new Error('no agency holds the edition');
  const text = fileOf(dataset, worlds);
  const report = await agency.publish({ dataset: dataset.id, text, publishedAt, acceptRejects: true });
  if (report.outcome !== 'loaded' && report.outcome !== 'unchanged')
    throw new LoadRefused(`${dataset.id} was not loaded: ${JSON.stringify(report).slice(0, 2_000)}`);
  return report;
}

/** What an attacker holds of one world, edition by edition: only the figures that lie in a release belong together. */
export function knowledgeOf({ editions, policyOf }: RunningBatch, world: number): readonly Knowledge[] {
  return editions.flatMap(({ publishedAt, worlds, observed }) => {
    const own = worlds[world];
    if (own === undefined) return [];
    const cells = new Map(
      own.figures.flatMap(({ id }) => {
        const cell = observed.cells.get(id);
        const isOfRelease = cell !== undefined && (cell.release === null || cell.release.publishedAt === publishedAt);
        return isOfRelease ? [[id, cell] as const] : [];
      }),
    );
    return [{ world: own, cells, policyOf }];
  });
}
