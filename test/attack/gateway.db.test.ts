import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import type { Structure } from '@boroughgraph/kit/statistics/disclosure/structure.ts';
import type { Subgraph } from '@boroughgraph/kit/server/subgraph.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { createDatabase } from '../support/database.ts';
import { type AttackedAgency, startAttackedAgency } from './attacked-agency.ts';
import { withheldIn } from './knowledge.ts';
import { observe } from './observe.ts';
import { tablePaths } from './paths/all-paths.ts';
import { AttackReport } from './report.ts';
import { datasetOf, fileOf } from './tables/files.ts';
import { withoutSecondary, worldPlan } from './tables/plans.ts';
import { worldOf } from './tables/world.ts';
import type { World } from './tables/world-plan.ts';

const names = { own: 'own-tables', other: 'other-tables' };
const policy = disclosurePolicies['dfe-1-5'];

/** Tables of which two agencies publish the same counts, each for itself. */
const worlds = fc
  .sample(
    worldPlan('whole').filter(({ extra }) => extra === 'linked'),
    { seed: 20_260_402, numRuns: 25 },
  )
  .map((plan, index) => worldOf({ ...plan, later: [], publisher: 'raw' }, `t${index + 1}`, names));

/** Adds what both agencies tell of some tables together, asked for through the gateway. Counts them as refused where one of the agencies must not publish them. */
async function attackThroughGateway(
  tables: readonly World[],
  of: DisclosurePolicy,
  report: AttackReport,
): Promise<void> {
  await using resources = new AsyncDisposableStack();
  const first = await start(resources, policing, datasetOf(names.own, tables, of));
  const second = await start(resources, health, acrossAgencies(datasetOf(names.other, tables, of)));
  const others = new Map([[policing.name, first.asOther]]);
  const isLoaded = (await load(first, tables, new Map())) && (await load(second, tables, others));
  if (!isLoaded) {
    report.refused += tables.length;
    return;
  }
  // Nobody asks the two others, which need not run.
  const urls = { policing: first.url, health: second.url, 'criminal-justice': first.url, 'local-authority': first.url };
  const gateway = resources.use(await startGateway({ urls, port: 0, logLevel: 'silent' }));
  const url = `${gateway.url}/graphql`;
  const cells = new Map([
    ...(await observe({ url, root: 'policing' }, indicatorsOf(first))).cells,
    ...(await observe({ url, root: 'health' }, indicatorsOf(second))).cells,
  ]);
  report.tables += tables.length;
  for (const world of tables) {
    const knowledge = { world, cells, policyOf: () => of };
    const withheld = withheldIn(knowledge).size;
    for (const { name, applies, recover } of tablePaths)
      if (applies(knowledge)) report.add(name, { tables: 1, withheld, recovered: recover(knowledge) });
  }
}

const indicatorsOf = ({ asOther }: AttackedAgency) =>
  asOther.datasets.flatMap(({ indicators }) => indicators.map(({ id }) => id));

/** Tables that are published together: few, since all wait for the one that is refused. */
const tablesTogether = 5;

async function attackAll(of: DisclosurePolicy): Promise<AttackReport> {
  const report = new AttackReport();
  for (let from = 0; from < worlds.length; from += tablesTogether)
    await attackThroughGateway(worlds.slice(from, from + tablesTogether), of, report);
  return report;
}

async function start(
  resources: AsyncDisposableStack,
  subgraph: Subgraph,
  dataset: DatasetDefinition,
): Promise<AttackedAgency> {
  return resources.use(await startAttackedAgency({ like: subgraph, datasets: [dataset] }, createDatabase));
}

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
  return structure.kind === 'same' && structure.other.dataset === names.own
    ? { ...structure, other: { ...structure.other, agency: policing.name } }
    : structure;
}

describe('an attacker who asks two agencies through the gateway', () => {
  it('recovers nothing that either withholds', async () => {
    const report = await attackAll(policy);
    console.log(`Two agencies: ${String(report)}`);
    expect(report.recoveries).toEqual([]);
    expect(report.tables).toBeGreaterThan(0);
  }, 120_000);

  it('recovers it from both together without secondary suppression', async () => {
    const report = await attackAll(withoutSecondary(policy));
    expect(report.results.get('all sums and statistics together')?.recovered).toBeGreaterThan(0);
  }, 120_000);
});
