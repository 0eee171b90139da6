import { GraphQLError, getNamedType, isCompositeType } from 'graphql';
import type { Estimate } from './estimate.ts';
import { argumentOf } from './list-length.ts';
import { dearestPath, type PathStep } from './price.ts';
import { ruleOf } from './field-rules.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The status is that of a request that is refused before it runs. */
const extensions = { code: 'OPERATION_TOO_LARGE', http: { status: 400 } };

/** The error for an operation that costs more than `limit`: how much, where most of it lies, and what to ask for instead. */
export function refuseCost(estimate: Estimate, limit: number, variables: Variables): GraphQLError {
  const path = dearestPath(estimate.price, estimate.total);
  const places = path.length === 0 ? '' : ` Most of it is ${describePath(path, variables)}.`;
  const advice = [...new Set(adviceOn(path, { share: limit / estimate.total, variables }))];
  const instead = advice.length === 0 ? 'Ask for less of it at once' : `Ask for less of it: ${advice.join(', or ')}`;
  const message = `The operation costs ${format(estimate.total)} by its estimate, and at most ${format(limit)} may be asked for at once.${places} ${instead}.`;
  const nodes = path.at(-1)?.node;
  return new GraphQLError(message, { ...(nodes && { nodes }), extensions });
}

/** The error for an operation of which even the cost is too much to work out. */
export function refuseIntricate(): GraphQLError {
  const message =
    'The operation asks in so many ways for what may be of several kinds that its cost cannot be worked out. Ask for less at once, or of each kind in an operation of its own.';
  return new GraphQLError(message, { extensions });
}

/** `policing.series(first: 500).nodes.observations, 500 times 216`. */
function describePath(path: readonly PathStep[], variables: Variables): string {
  const names = path.map((step) => step.name + describeSlice(step, variables)).join('.');
  const lengths = path.filter(({ length }) => length > 1).map(({ length }) => format(length));
  const product = lengths.length > 1 ? ` = ${format(path.at(-1)?.count ?? 0)}` : '';
  const shown = names.length > maxShownPath ? `…${names.slice(-maxShownPath)}` : names;
  return lengths.length === 0 ? `"${shown}"` : `"${shown}", ${lengths.join(' × ')}${product} of them`;
}

// A client chooses the names and how many there are; the end of the path says most.
const maxShownPath = 200;

function describeSlice(step: PathStep, variables: Variables): string {
  const given = slicesOf(step, variables).map(([name, value]) => `${name}: ${value}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function slicesOf({ rule, node }: PathStep, variables: Variables): readonly (readonly [string, number])[] {
  return (rule?.slicing ?? []).flatMap((name) => {
    const value = rule && argumentOf({ rule, node, variables }, name);
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
}

interface Wanted {
  readonly share: number;
  readonly variables: Variables;
}

/** What would make an operation cost less, for each list on the way. */
function adviceOn(path: readonly PathStep[], { share, variables }: Wanted): readonly string[] {
  return path.flatMap((step) => {
    const slices = slicesOf(step, variables).map(([name, value]) => `\`${name}: ${roundDown(value * share)}\``);
    const lists = step.length > 1 ? (step.rule?.sizedBy?.factors.flat() ?? []) : [];
    const named = lists.length === 0 ? [] : [`name fewer things or more narrowly with \`${lists.join('`, `')}\``];
    return [...slices, ...(slices.length > 0 ? [] : named), ...adviceOnPeriods(step)];
  });
}

/** The first columns of a series say what a figure is: its period, its value and its status. Others say more of it. */
const columnsOfFigure = 3;

function adviceOnPeriods({ rule, on }: PathStep): readonly string[] {
  if (!rule?.byPeriod) return [];
  const given = [rule.byPeriod.range, rule.byPeriod.last].filter((name) => name !== null);
  const fewer = given.length === 0 ? [] : [`fewer periods with \`${given.join('` or `')}\``];
  if (!isCompositeType(getNamedType(rule.definition.type))) return fewer;
  const columns = Object.keys(on.getFields()).filter((name) => {
    const column = ruleOf(on, name);
    return column?.byPeriod && !isCompositeType(getNamedType(column.definition.type));
  });
  const told = columns.slice(0, columnsOfFigure);
  return told.length === 0 ? fewer : [...fewer, `columns (\`${told.join('`, `')}\`) as bulk.graphql does`];
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is at most `value`; 1 where none is. */
function roundDown(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(value)));
  const [step = 1] = [5, 2, 1].filter((each) => each * power <= value);
  return step * power;
}

function format(figure: number): string {
  return Math.round(figure).toLocaleString('en-GB');
}
