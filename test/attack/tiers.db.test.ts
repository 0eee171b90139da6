import { generateKeyPairSync, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { addAgreement } from '@boroughgraph/kit/store/agreements.ts';
import { anonymousViewer, restrictedScopeOf, type Viewer, viewerHeader } from '@boroughgraph/schema/wire/viewer.ts';
import { requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import { writeViewerToken } from '@boroughgraph/schema/wire/viewer-token.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type AttackedAgency, startAttackedAgency } from './attacked-agency.ts';
import { withheldIn } from './knowledge.ts';
import { observe, type Observed } from './observe.ts';
import { tablePaths } from './paths/all-paths.ts';
import { AttackReport } from './report.ts';
import { datasetOf, fileOf } from './tables/files.ts';
import { withoutSecondary, worldPlan } from './tables/plans.ts';
import { worldOf } from './tables/world.ts';
import type { World } from './tables/world-plan.ts';

const policy = disclosurePolicies['dfe-1-5'];
const names = { own: 'own-tables', other: 'other-tables' };
/** Tables of each kind: few, since each is seen by every tier. */
const tables = Number(process.env['TIER_TABLES'] ?? 3);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** Who asks, by the datasets about which his organisation has an agreement; nobody who is named for none. */
type Tier = readonly string[];

const named = (organisation: string): Viewer => ({
  kind: 'named',
  subject: 'analyst',
  organisation,
  role: null,
  scopes: [restrictedScopeOf(health.name)],
  purpose: 'RESEARCH',
});
const nameOf = (tier: Tier) => ['seer', ...tier].join('-');

function worldsLike(seed: number, fits: (plan: World['plan']) => boolean): readonly World[] {
  return fc
    .sample(worldPlan('whole').filter(fits), { seed, numRuns: tables })
    .map((plan, index) => worldOf({ ...plan, later: [], publisher: 'raw' }, `t${index + 1}`, names));
}

/** Those that no agency has at the moment, empty: making one takes longer than emptying it. */
const idle: TestDatabase[] = [];
afterAll(() => Promise.all(idle.map((database) => database[Symbol.asyncDispose]())));

async function lendDatabase(): Promise<AsyncDisposable & { readonly url: string }> {
  const database = idle.pop() ?? (await createDatabase());
  return {
    url: database.url,
    [Symbol.asyncDispose]: async () => {
      await database.sql`drop schema ${database.sql(health.databaseSchema)} cascade`;
      idle.push(database);
    },
  };
}

/** An agency that holds some datasets, loaded in their order, with an agreement for each tier. */
async function startTiered(
  datasets: readonly DatasetDefinition[],
  texts: ReadonlyMap<string, string>,
  tiers: readonly Tier[],
) {
  const agency = await startAttackedAgency({ like: health, datasets, gatewayKeys: [publicKey] }, lendDatabase);
  for (const file of texts) await publish(agency, file);
  for (const tier of tiers.filter(({ length }) => length > 0))
    await addAgreement(agency.asOther.sql, {
      id: nameOf(tier),
      organisation: nameOf(tier),
      datasetIds: tier,
      areas: null,
      purposes: ['RESEARCH'],
      from: '2020-01-01',
      until: '2999-12-31',
      reference: null,
    });
  return agency;
}

async function publish(agency: AttackedAgency, [dataset, text]: readonly [string, string]): Promise<void> {
  expect(await agency.publish({ dataset, text, publishedAt: '2024-01-10' })).toMatchObject({ outcome: 'loaded' });
}

function seenBy(agency: AttackedAgency, tier: Tier): Promise<Observed> {
  const viewer = tier.length === 0 ? anonymousViewer : named(nameOf(tier));
  const headers = (body: string) => {
    const requestId = randomUUID();
    const token = writeViewerToken({ viewer, agency: health.name, requestId, body }, privateKey);
    return { [viewerHeader]: token, [requestIdHeader]: requestId };
  };
  const indicators = agency.asOther.datasets.flatMap((dataset) => dataset.indicators.map(({ id }) => id));
  return observe({ url: agency.url, root: 'health', alike: 'tiers of health', headers }, indicators);
}

/** Attacks with what a tier sees. Where it sees one dataset for named users and not another, no figure of that one may follow either. */
function attack(worlds: readonly World[], { cells }: Observed, isTierSecret: boolean): AttackReport {
  const report = new AttackReport();
  const seen = isTierSecret
    ? new Map(
        [...cells].map(([id, cell]) => [
          id,
          cell.status === 'WITHHELD_BY_TIER' ? { ...cell, status: 'CONFIDENTIAL' } : cell,
        ]),
      )
    : cells;
  for (const world of worlds) {
    const knowledge = { world, cells: seen, policyOf: () => policy };
    const withheld = withheldIn(knowledge).size;
    for (const { name, applies, recover } of tablePaths)
      if (applies(knowledge)) report.add(name, { tables: 1, withheld, recovered: recover(knowledge) });
  }
  return report;
}

const figuresOf = ({ cells }: Observed, of: (id: string) => boolean) =>
  [...cells].filter(([id]) => of(id)).map(([id, { value, status, flags }]) => [id, value, status, flags]);

const restricted = (dataset: DatasetDefinition): DatasetDefinition => ({
  ...dataset,
  accessTier: 'RESTRICTED_AGGREGATE',
});
const withheldCount = (report: AttackReport) =>
  Math.max(...[...report.results.values()].map(({ withheld }) => withheld));

it('A restricted dataset beside an open one of the same counts takes nothing from the open one, and gives nothing away to any tier', async () => {
  const worlds = worldsLike(20_260_801, ({ extra }) => extra === 'linked');
  const open = datasetOf(names.own, worlds, policy);
  const other = restricted(datasetOf(names.other, worlds, policy));
  const textOf = (dataset: DatasetDefinition) => [dataset.id, fileOf(dataset, worlds)] as const;
  const tiers = [[], [names.other]];
  const isOpen = (id: string) => open.indicators.some((indicator) => id.startsWith(`${indicator.id}|`));
  await using openFirst = await startTiered([open, other], new Map([textOf(open)]), tiers);
  const expected = figuresOf(await seenBy(openFirst, []), isOpen);
  await publish(openFirst, textOf(other));
  await using openLast = await startTiered([open, other], new Map([other, open].map(textOf)), tiers);
  for (const both of [openFirst, openLast])
    for (const tier of tiers) {
      const observed = await seenBy(both, tier);
      expect([tier, figuresOf(observed, isOpen)]).toEqual([tier, expected]);
      const report = attack(worlds, observed, false);
      expect([tier, report.recoveries]).toEqual([tier, []]);
      expect(withheldCount(report)).toBeGreaterThan(0);
    }
}, 120_000);

it('A restricted breakdown takes nothing from its open totals, and gives nothing away to any tier', async () => {
  const worlds = worldsLike(
    20_260_802,
    ({ extra, first, area }) => extra === 'nothing' && area !== 'one' && ['three', 'four', 'five'].includes(first),
  );
  const plain = datasetOf(names.own, worlds, policy);
  const cut = {
    ...plain,
    indicators: plain.indicators.map((each) => ({
      ...each,
      restrictedCuts: each.dimensions.map(({ id }) => ({ dimension: id })),
    })),
  };
  const text = fileOf(cut, worlds);
  // The same file without its breakdowns: the rows in which a category stands.
  const [header = '', ...rows] = text.split('\n');
  const at = header.split(',').indexOf('value');
  const totals = [
    header,
    ...rows.filter((row) =>
      row
        .split(',')
        .slice(3, at)
        .every((value) => value === ''),
    ),
  ].join('\n');
  await using alone = await startTiered([cut], new Map([[cut.id, totals]]), []);
  await using both = await startTiered([cut], new Map([[cut.id, text]]), [[], [cut.id]]);
  const expected = figuresOf(await seenBy(alone, []), () => true).filter(
    ([, , status]) => status !== 'WITHHELD_BY_TIER',
  );
  const ids = new Set(expected.map(([id]) => id));
  for (const tier of [[], [cut.id]]) {
    const observed = await seenBy(both, tier);
    expect([tier, figuresOf(observed, (id) => ids.has(id))]).toEqual([tier, expected]);
    expect([tier, attack(worlds, observed, false).recoveries]).toEqual([tier, []]);
  }
}, 120_000);

it('Of two restricted datasets nothing follows for who may see one of them, nor for who sees both', async () => {
  const worlds = worldsLike(20_260_803, ({ extra }) => extra === 'linked');
  const datasets = [names.own, names.other].map((id) => restricted(datasetOf(id, worlds, policy)));
  const texts = new Map(datasets.map((dataset) => [dataset.id, fileOf(dataset, worlds)]));
  const tiers = [[], [names.own], [names.other], [names.own, names.other]];
  await using agency = await startTiered(datasets, texts, tiers);
  for (const tier of tiers)
    expect([tier, attack(worlds, await seenBy(agency, tier), true).recoveries]).toEqual([tier, []]);
}, 120_000);

it('Without secondary suppression the same attack finds what a restricted breakdown gives away', async () => {
  const worlds = worldsLike(
    20_260_802,
    ({ extra, first }) => extra === 'nothing' && ['three', 'four', 'five'].includes(first),
  );
  const dataset = restricted(datasetOf(names.own, worlds, withoutSecondary(policy)));
  await using agency = await startTiered([dataset], new Map([[dataset.id, fileOf(dataset, worlds)]]), [[dataset.id]]);
  expect(attack(worlds, await seenBy(agency, [dataset.id]), false).recoveries).not.toEqual([]);
}, 120_000);
