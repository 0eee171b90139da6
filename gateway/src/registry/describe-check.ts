import type { ChangeWithOperations } from '@boroughgraph/schema/changes/operation-changes.ts';
import { ownerOf } from '@boroughgraph/schema/changes/compare-schemas.ts';
import type { ChangeWeight, SchemaChange } from '@boroughgraph/schema/changes/schema-change.ts';
import { type CheckUsage, describeCounts } from './check-usage.ts';
import type { SubgraphCheck } from './check-subgraph.ts';
import { brokenInAny } from './check-variants.ts';
import type { OperationPrice } from './operation-price.ts';

/** What each operation took, and would take. */
export interface PriceChanges {
  readonly before: ReadonlyMap<string, OperationPrice>;
  readonly after: ReadonlyMap<string, OperationPrice>;
}

/** What is known of the recorded operations, and of all that is asked. */
export interface KnownOfOperations {
  /** Null where nobody has worked it out. */
  readonly prices: PriceChanges | null;
  /** Null where nobody has counted. */
  readonly usage: CheckUsage | null;
}

/** What a change would do, as text for whoever makes it: what is wrong first, then what weighs most. */
export function describeCheck(name: string, check: SubgraphCheck, { prices, usage }: KnownOfOperations): string {
  if (check.kind === 'refused')
    return [`${name} cannot be published:`, ...check.problems.map((problem) => `  ${problem}`)].join('\n');
  const { changes, broken, next, variants } = check;
  const head = `${name} makes one graph with the other ${next.subgraphs.length - 1}.`;
  if (changes.length + variants.length === 0)
    return [head, 'Clients see no difference.', ...describePrices(prices)].join('\n');
  const parts = changes.length === 0 ? ['Clients see no difference.'] : describeChanges(changes, usage);
  const besides = variants.flatMap((each) => [
    '',
    `Without ${each.tags.join(',')}, besides`,
    ...describeChanges(each.changes, usage),
  ]);
  const end = describeBroken(brokenInAny(broken, variants));
  return [head, ...parts, ...besides, ...describePrices(prices), '', end].join('\n');
}

function describeChanges(changes: readonly ChangeWithOperations[], usage: CheckUsage | null): readonly string[] {
  return (['breaking', 'dangerous', 'safe'] as const).flatMap((weight) => describeWeight(weight, changes, usage));
}

function describeWeight(
  weight: ChangeWeight,
  changes: readonly ChangeWithOperations[],
  usage: CheckUsage | null,
): readonly string[] {
  const own = changes.filter(({ change }) => change.weight === weight);
  if (own.length === 0) return [];
  const lines = own.flatMap(({ change, broken, touched }) => [
    `  ${change.coordinate} ${change.message}`,
    ...(broken.length > 0 ? [`    breaks ${nameAll(broken, usage)}`] : []),
    // Nobody minds that something safe has happened to what he asks for.
    ...(touched.length > 0 && weight !== 'safe' ? [`    used, and not broken: ${nameAll(touched, usage)}`] : []),
    ...(broken.length + touched.length === 0 && weight === 'breaking' ? ['    no recorded operation uses it'] : []),
    ...(usage !== null && weight !== 'safe' ? [`    ${describeFieldUsage(change, usage)}`] : []),
  ]);
  const title = { breaking: 'Breaking', dangerous: 'Dangerous', safe: 'Safe' }[weight];
  return ['', `${title} (${own.length})`, ...lines];
}

/** Operations, each with how often it was asked. */
function nameAll(names: readonly string[], usage: CheckUsage | null): string {
  if (usage === null) return names.join(', ');
  const counted = names.map((name) => {
    const counts = describeCounts(usage.operations.get(name), usage.since);
    return `${name} (${counts === null ? `not asked since ${usage.since}` : `asked ${counts}`})`;
  });
  return counted.join(', ');
}

/** Of an argument that somebody leaves out, its field was asked for. */
function describeFieldUsage({ coordinate, reach }: SchemaChange, { fields, since }: CheckUsage): string {
  const used = reach === 'withholders' ? (ownerOf(coordinate) ?? coordinate) : coordinate;
  const counts = describeCounts(fields.get(used), since);
  return counts === null ? `nobody has asked for ${used} since ${since}` : `${used} was asked for ${counts}`;
}

function describePrices(prices: PriceChanges | null): readonly string[] {
  if (prices === null) return [];
  const rows = [...prices.before].flatMap(([name, before]) => {
    const after = prices.after.get(name);
    if (after === undefined || (after.fetches === before.fetches && after.cost === before.cost)) return [];
    return [`  ${name}: fetches ${turn(before.fetches, after.fetches)}, cost ${turn(before.cost, after.cost)}`];
  });
  if (rows.length === 0)
    return ['', `All ${prices.after.size} recorded operations take as many fetches and cost as much as before.`];
  return ['', 'Fetches and cost of recorded operations, where they differ', ...rows];
}

function turn(before: number, after: number): string {
  const [one, other] = [before, after].map((figure) => figure.toLocaleString('en-GB'));
  return before === after ? String(one) : `${one ?? ''} → ${other ?? ''}`;
}

function describeBroken(broken: ReadonlyMap<string, string>): string {
  if (broken.size === 0) return 'No recorded operation breaks.';
  const names = [...broken.keys()].join(', ');
  return `${broken.size} recorded ${broken.size === 1 ? 'operation breaks' : 'operations break'}: ${names}. It can be published with --accept-breaking and --why.`;
}
