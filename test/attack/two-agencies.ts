import { startGateway } from '@boroughgraph/gateway/server.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { agencies } from '../support/all-agencies.ts';
import { type AttackedAgency, type MakeDatabase, startAttackedAgency } from './attacked-agency.ts';
import { withheldIn } from './knowledge.ts';
import { observe } from './observe.ts';
import { tablePaths } from './paths/all-paths.ts';
import type { AttackReport } from './report.ts';
import { datasetOf, fileOf } from './tables/files.ts';
import type { World } from './tables/world-plan.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** The two publications of each table. */
export const publicationNames = { own: 'own-tables', other: 'other-tables' };

/** How tables are attacked of which two agencies publish the same counts, each for itself. */
export interface AgenciesAttack {
  readonly policy: DisclosurePolicy;
  /** That of the second agency. @default the same */
  readonly otherPolicy?: DisclosurePolicy;
  readonly report: AttackReport;
  readonly makeDatabase: MakeDatabase;
  /** Whether the second agency loads its file without looking at what the first serves. @default false */
  readonly isBlind?: boolean;
}

/** Adds what both agencies tell of some tables together, asked for through the gateway. Counts them as refused where one of the agencies must not publish them. */
export async function attackThroughGateway(
  tables: readonly World[],
  { policy, otherPolicy = policy, report, makeDatabase, isBlind = false }: AgenciesAttack,
): Promise<void> {
  await using resources = new AsyncDisposableStack();
  const start = async (like: typeof health, dataset: DatasetDefinition) =>
    resources.use(await startAttackedAgency({ like, datasets: [dataset] }, makeDatabase));
  const first = await start(policing, datasetOf(publicationNames.own, tables, policy));
  const second = await start(health, acrossAgencies(datasetOf(publicationNames.other, tables, otherPolicy)));
  const others = new Map(isBlind ? [] : [[policing.name, first.asOther]]);
  const isLoaded = (await load(first, tables, new Map())) && (await load(second, tables, others));
  if (!isLoaded) {
    report.refused += tables.length;
    return;
  }
  // Nobody asks the others, which need not run.
  const urls = Object.fromEntries(agencies.map(({ name }) => [name, name === health.name ? second.url : first.url]));
  const gateway = resources.use(
    await startGateway({ urls, port: 0, logLevel: 'silent', startPlanningThread: startKeptThread }),
  );
  const url = `${gateway.url}/graphql`;
  const cells = new Map([
    ...(await observe({ url, root: 'policing' }, indicatorsOf(first))).cells,
    ...(await observe({ url, root: 'health' }, indicatorsOf(second))).cells,
  ]);
  report.tables += tables.length;
  const ofSecond = new Set(indicatorsOf(second));
  for (const world of tables) {
    const knowledge = { world, cells, policyOf: (id: string) => (ofSecond.has(id) ? otherPolicy : policy) };
    const withheld = withheldIn(knowledge).size;
    for (const { name, applies, recover } of tablePaths)
      if (applies(knowledge)) report.add(name, { tables: 1, withheld, recovered: recover(knowledge) });
  }
}

const indicatorsOf = ({ asOther }: AttackedAgency) =>
  asOther.datasets.flatMap(({ indicators }) => indicators.map(({ id }) => id));

/** Whether the file of the tables was let in. */
async function load(
  agency: AttackedAgency,
  tables: readonly World[],
  others: ReadonlyMap<string, AttackedAgency['asOther']>,
): Promise<boolean> {
  const [dataset] = agency.asOther.datasets;
  if (dataset === undefined) throw new Error('the agency has no dataset');
  const text = fileOf(dataset, tables);
  const { outcome } = await agency.publish({ dataset: dataset.id, text, publishedAt: '2024-01-10', others });
  return outcome === 'loaded';
}

/** The dataset with the links of its structures going to the agency that holds the other publication. */
function acrossAgencies(dataset: DatasetDefinition): DatasetDefinition {
  return { ...dataset, structures: (dataset.structures ?? []).map(acrossAgency) };
}

function acrossAgency(structure: Structure): Structure {
  return structure.kind === 'same' && structure.other.dataset === publicationNames.own
    ? { ...structure, other: { ...structure.other, agency: policing.name } }
    : structure;
}
