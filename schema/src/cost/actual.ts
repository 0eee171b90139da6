import {
  getNamedType,
  type GraphQLCompositeType,
  isCompositeType,
  isUnionType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { type FieldRule, isElsewhere, ruleOf, sharedGraphs } from './field-rules.ts';
import { fragmentsOf, type PricedOperation } from './priced-operation.ts';
import { type SelectedField, selectFields, type Selecting } from './selected-fields.ts';
import * as weights from './weights.ts';

type JsonObject = Readonly<Record<string, unknown>>;
interface Selected {
  readonly set: SelectionSetNode;
  readonly on: GraphQLCompositeType;
}

/**
 * What an answer has cost by the weights by which {@link estimateCost} has priced its operation: those of what is there, and
 * of an agency where something of it was asked for. A null costs its field.
 */
export function actualCost(operation: PricedOperation, data: unknown): number {
  const root = operation.schema.getRootType(operation.operation.operation);
  if (!root || !isJsonObject(data)) return weights.requestWeight;
  const { schema, document, variables } = operation;
  const selecting = { schema, fragments: fragmentsOf(document), variables };
  const sets = [{ set: operation.operation.selectionSet, on: root }];
  return weights.requestWeight + ofThings([data], sets, { selecting, graphs: new Set() });
}

interface Place {
  readonly selecting: Selecting;
  readonly graphs: ReadonlySet<string>;
}

/** The cost of all things that stand at one place of an answer. */
function ofThings(things: readonly JsonObject[], sets: readonly Selected[], place: Place): number {
  if (things.length === 0) return 0;
  const fetched = new Set<string>();
  let cost = 0;
  for (const [name, fields] of selectFields(place.selecting, sets, null)) {
    const values = things.filter((thing) => Object.hasOwn(thing, name)).map((thing) => thing[name]);
    cost += values.length * weights.nameWeight(name);
    if (values.length > 0) cost += ofValues(values, fields, { ...place, fetched });
  }
  const asked = place.graphs.size > 0 ? things.length * weights.representationWeight : 0;
  return cost + fetched.size * (weights.fetchWeight + asked);
}

function ofValues(
  values: readonly unknown[],
  fields: readonly SelectedField[],
  { selecting, graphs, fetched }: Place & { readonly fetched: Set<string> },
): number {
  const first = fields.find((field) => isKnownIn(field, graphs)) ?? fields[0];
  if (!first) return 0;
  const { node, on } = first;
  const rule = isUnionType(on) ? null : ruleOf(on, node.name.value);
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === node.name.value);
  const definition = rule?.definition ?? meta;
  const isFetched = rule !== null && isElsewhere(rule.graphs, graphs);
  if (isFetched) fetched.add([...rule.graphs].join(' '));
  const members = values.flatMap((value) => (Array.isArray(value) ? (value as readonly unknown[]) : [value]));
  const own = ownOf(rule, values.length, values.some(Array.isArray) ? members.length : 0);
  const named = definition && getNamedType(definition.type);
  if (!isCompositeType(named)) return own;
  const sets = fields.flatMap(({ node: { selectionSet } }) => (selectionSet ? [{ set: selectionSet, on: named }] : []));
  const inside = isFetched ? rule.graphs : rule === null ? graphs : sharedGraphs(rule.graphs, graphs);
  return own + ofThings(members.filter(isJsonObject), sets, { selecting, graphs: inside });
}

/** Whether a field is one of those who gave the thing: a kind that they do not know is asked about in vain. */
function isKnownIn({ node, on }: SelectedField, graphs: ReadonlySet<string>): boolean {
  const rule = isUnionType(on) ? null : ruleOf(on, node.name.value);
  return rule === null || !isElsewhere(rule.graphs, graphs);
}

function ownOf(rule: FieldRule | null, things: number, members: number): number {
  if (rule === null) return things * weights.leafWeight;
  return things * rule.weight + members * rule.memberWeight;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
