import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import fc from 'fast-check';
import { type AttackedAgency, startAttackedAgency } from '../attacked-agency.ts';
import { type Knowledge, withheldIn } from '../knowledge.ts';
import { observe, type ObservedCell } from '../observe.ts';
import { tablePaths } from '../paths/all-paths.ts';
import { recoverFromHistory } from '../paths/differences.ts';
import { AttackReport } from '../report.ts';
import { timeAxis } from '../tables/axes.ts';
import { datasetOf, fileOf } from '../tables/files.ts';
import { planWith, protectivePolicy } from '../tables/plans.ts';
import { worldOf } from '../tables/world.ts';
import type { World, WorldPlan } from '../tables/world-plan.ts';
import type { AttackKind } from './attack-kind.ts';
import { withoutStructures } from './switched-off.ts';

const names = { own: 'own-tables', other: 'other-tables' };

/** Tables of which each release brings one month more: nothing in them relates months to each other. */
interface GrowingTables {
  readonly plans: readonly WorldPlan[];
  readonly policy: DisclosurePolicy;
  /** Of so many rows of a release one is left out; 0 leaves none out. Used again from the beginning. */
  readonly omitsEvery: readonly number[];
  /** The first month with the last area of each table. */
  readonly lastAreaFrom: number;
  /** A month that comes once more, with other gaps, before the last one; null where none does. */
  readonly again: number | null;
}

const growingTables: fc.Arbitrary<GrowingTables> = fc
  .constantFrom('nine months' as const, 'nine months' as const, 'nine months' as const, 'eighteen months' as const)
  .chain((time) =>
    fc.record({
      plans: fc.array(
        planWith({ shape: { area: ['one', 'pair', 'two pairs'], first: ['three', 'four', 'and all'], time: [time] } }),
        { minLength: 6, maxLength: 12, size: 'max' },
      ),
      policy: protectivePolicy,
      omitsEvery: fc.array(fc.constantFrom(0, 0, 0, 5, 7), { minLength: 18, maxLength: 18 }),
      lastAreaFrom: fc.constantFrom(0, 0, 3, 6),
      again: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null, freq: 1 }),
    }),
  );

/** One release: the month that it brings, and of how many rows it leaves one out. */
interface Bringing {
  readonly period: string;
  readonly publishedAt: string;
  readonly omitsEvery: number;
}

/** Each month in its turn, the last one after that which comes once more. */
function releasesOf({ plans: [plan], omitsEvery, again }: GrowingTables): readonly Bringing[] {
  const months = plan === undefined ? [] : (timeAxis(plan.time).levels[0]?.periods ?? []);
  const order = again === null ? months : [...months.slice(0, -1), months[again] ?? '', ...months.slice(-1)];
  return order.map((period, at) => ({
    period,
    publishedAt: new Date(Date.UTC(2022, at + 1, 15)).toISOString().slice(0, 10),
    // What comes once more is whole, so that it fills the gaps of the first.
    omitsEvery: period === months[again ?? -1] && at >= months.length - 1 ? 0 : (omitsEvery[at] ?? 0),
  }));
}

/** What a release has of a table. */
function partOf(world: World, { period, omitsEvery }: Bringing, isWithLastArea: boolean): World {
  const last = world.figures.at(-1)?.place;
  return {
    ...world,
    plan: { ...world.plan, omitsEvery },
    figures: world.figures.filter((figure) => figure.period === period && (isWithLastArea || figure.place !== last)),
  };
}

/** Loads all releases; false where one of them is refused. */
async function publishAll(
  agency: AttackedAgency,
  worlds: readonly World[],
  { releases, lastAreaFrom }: { readonly releases: readonly Bringing[]; readonly lastAreaFrom: number },
): Promise<boolean> {
  const [dataset] = agency.asOther.datasets;
  if (dataset === undefined) throw new Error('the agency has no dataset');
  for (const [at, release] of releases.entries()) {
    const parts = worlds.map((world) => partOf(world, release, at >= lastAreaFrom || world.plan.area === 'one'));
    const text = fileOf(dataset, parts);
    const { outcome } = await agency.publish({ dataset: dataset.id, text, publishedAt: release.publishedAt });
    if (outcome !== 'loaded') return false;
  }
  return true;
}

/** What is answered as of one day. */
interface AnsweredDay {
  readonly day: string;
  readonly cells: ReadonlyMap<string, ObservedCell>;
}

/** All that is known of any day, what is shown before what is not: every release tells the same truth. Which one tells it is told by the month. */
function cellsOfAll(days: readonly AnsweredDay[]): ReadonlyMap<string, ObservedCell> {
  const all = days.flatMap(({ cells }) =>
    [...cells].flatMap(([id, cell]) =>
      cell.status === 'NOT_AVAILABLE' ? [] : [[id, { ...cell, release: null }] as const],
    ),
  );
  return new Map([...all, ...all.filter(([, { status }]) => status === 'PUBLISHED')]);
}

/** The figures that are withheld on one day and shown on another, and those of which a history tells what its day does not. */
function recoverFromDays(days: readonly AnsweredDay[]): readonly string[] {
  const statuses = new Map<string, Set<string>>();
  for (const { cells } of days)
    for (const [id, { status }] of cells) statuses.set(id, (statuses.get(id) ?? new Set()).add(status));
  const shownOnce = [...statuses].filter(([, all]) => all.has('CONFIDENTIAL') && all.has('PUBLISHED'));
  const asked = new Set(days.map(({ day }) => day));
  const editions = days.map(({ day, cells }) => {
    const known = [...cells].map(([id, cell]) => {
      const history = cell.history.filter((edition) => asked.has(edition.day));
      return [id, { ...cell, history }] as const;
    });
    return { publishedAt: day, worlds: [], observed: { cells: new Map(known), series: [] } };
  });
  return [...shownOnce.map(([id]) => id), ...recoverFromHistory(editions)];
}

/** A history of which every release brings further months, so that what is known to be closed is not looked at again. */
export const historyKind: AttackKind = {
  name: 'editions, each of further months',
  switchedOff: 'sums of categories',
  attack: async ({ seed, isSwitchedOff, makeDatabase }) => {
    const [drawn] = fc.sample(growingTables, { seed, numRuns: 1 });
    if (drawn === undefined) throw new Error('no tables');
    const { policy, lastAreaFrom } = drawn;
    const worlds = drawn.plans.map((plan, index) => worldOf(plan, `t${index + 1}`, names));
    const protectedDataset = datasetOf(names.own, worlds, policy);
    const dataset = isSwitchedOff ? withoutStructures('categories')(protectedDataset) : protectedDataset;
    await using agency = await startAttackedAgency({ like: health, datasets: [dataset] }, makeDatabase);
    const releases = releasesOf(drawn);
    if (!(await publishAll(agency, worlds, { releases, lastAreaFrom })))
      return { tables: 0, refused: worlds.length, withheld: 0, recoveries: [] };
    const indicators = dataset.indicators.map(({ id }) => id);
    const days: AnsweredDay[] = [];
    for (const { publishedAt: day } of [4, -3, -2, -1].flatMap((at) => releases.at(at) ?? [])) {
      const { cells } = await observe({ url: agency.url, root: health.name }, indicators, {
        asPublishedOn: day,
        isOfFiguresOnly: true,
      });
      days.push({ day, cells });
    }
    const report = new AttackReport();
    attackTables(worlds, { days, policyOf: () => policy }, report);
    return {
      tables: worlds.length,
      refused: 0,
      withheld: report.results.get('all sums and statistics together')?.withheld ?? 0,
      recoveries: report.recoveries,
      paths: report.results,
    };
  },
};

function attackTables(
  worlds: readonly World[],
  { days, policyOf }: { readonly days: readonly AnsweredDay[]; readonly policyOf: Knowledge['policyOf'] },
  report: AttackReport,
): void {
  const cells = cellsOfAll(days);
  for (const world of worlds) {
    const knowledge = { world, cells, policyOf };
    const withheld = withheldIn(knowledge).size;
    for (const { name, applies, recover } of tablePaths)
      if (applies(knowledge)) report.add(name, { tables: 1, withheld, recovered: recover(knowledge) });
  }
  const withheld = [...cells.values()].filter(({ status }) => status === 'CONFIDENTIAL').length;
  const recovered = recoverFromDays(days);
  report.add('the answers of all days', { tables: worlds.length, withheld, recovered });
}
