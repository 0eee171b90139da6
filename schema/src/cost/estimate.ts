import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  isAbstractType,
  isCompositeType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import {
  type FieldHolder,
  type FieldRule,
  isElsewhere,
  kindsOf,
  type Periods,
  ruleOf,
  sharedGraphs,
} from './field-rules.ts';
import { argumentOf, type AskedField, lengthInside, lengthOf } from './list-length.ts';
import type { Price, PricedField } from './price.ts';
import { fragmentsOf, type PricedOperation } from './priced-operation.ts';
import { type SelectedField, selectFields, type Selecting } from './selected-fields.ts';
import * as weights from './weights.ts';

/** What an operation costs at most, in entries of a column, and where. */
export interface Estimate {
  readonly total: number;
  readonly price: Price;
}

/** An operation of which even the cost is too much to work out. */
export class TooIntricateError extends Error {
  override readonly name = 'TooIntricateError';
}

/** What is known where selections stand. */
interface Place {
  readonly graphs: ReadonlySet<string>;
  readonly periods: Periods | null;
  /** Lengths of lists that the field around them has said. */
  readonly lengths: Readonly<Record<string, number>>;
}
interface Selected {
  readonly set: SelectionSetNode;
  readonly on: GraphQLCompositeType;
}

/**
 * What an operation costs at most: what it multiplies to, by the lengths of lists that the schema and the arguments say, and
 * how often agencies are asked. Nothing is planned, asked or remembered for it.
 *
 * @param today - The last day of a range without an end: `2026-11-28`.
 * @throws {TooIntricateError} when more fields have to be looked at than are looked at for one operation.
 */
export function estimateCost(operation: PricedOperation, today: string): Estimate {
  const root = operation.schema.getRootType(operation.operation.operation);
  if (!root) return { total: weights.requestWeight, price: { once: 0, each: 0, parts: [] } };
  const sets = [{ set: operation.operation.selectionSet, on: root }];
  const price = new Pricing(operation, today).ofThings(root, sets, { graphs: new Set(), periods: null, lengths: {} });
  return { total: weights.requestWeight + price.once + price.each, price };
}

/** One estimate in the making. What is asked of the same kind of thing in the same way is priced once. */
class Pricing {
  readonly #operation: PricedOperation;
  readonly #selecting: Selecting;
  readonly #today: string;
  readonly #known = new Map<string, Price>();
  readonly #ordinals = new Map<SelectionSetNode, number>();
  #steps = 0;

  constructor(operation: PricedOperation, today: string) {
    const { schema, document, variables } = operation;
    this.#operation = operation;
    this.#selecting = { schema, fragments: fragmentsOf(document), variables };
    this.#today = today;
  }

  /** What is asked of one thing of a type. */
  ofThings(type: GraphQLCompositeType, sets: readonly Selected[], place: Place): Price {
    const kinds = isAbstractType(type) ? kindsOf(this.#operation.schema, type, place.graphs) : [type];
    const prices = kinds.map((kind) => this.#ofKind(kind, sets, place));
    const dearest = prices.reduce((one, other) => (other.each > one.each ? other : one), nothing);
    return { ...dearest, once: Math.max(...prices.map(({ once }) => once), 0) };
  }

  #ofKind(type: GraphQLObjectType, sets: readonly Selected[], place: Place): Price {
    const key = this.#keyOf(type, sets, place);
    const known = this.#known.get(key);
    if (known) return known;
    const selected = selectFields(this.#selecting, sets, type);
    const parts = [...selected].map(([name, fields]) => this.#ofField(name, fields, { type, place }));
    const fetches = fetchesOf(parts);
    const once = parts.reduce((sum, { inside }) => sum + (inside?.once ?? 0), fetches * weights.fetchWeight);
    const asked = place.graphs.size > 0 ? fetches * weights.representationWeight : 0;
    const each = parts.reduce((sum, { own, length, inside }) => sum + own + length * (inside?.each ?? 0), asked);
    const price = { once, each, parts };
    this.#known.set(key, price);
    return price;
  }

  #ofField(
    name: string,
    fields: readonly SelectedField[],
    { type, place }: { readonly type: GraphQLObjectType; readonly place: Place },
  ): PricedField {
    this.#steps += fields.length;
    if (this.#steps > weights.maxEstimateSteps) throw new TooIntricateError();
    const [first] = fields;
    if (!first) throw new RangeError('A field of an answer is selected somewhere');
    const { node } = first;
    const rule = ruleOf(type, node.name.value);
    if (rule === null) return this.#ofMetaField(name, fields, type);
    const isFetched = isElsewhere(rule.graphs, place.graphs);
    // Most fields are single values, and lead nowhere.
    const named = weights.nameWeight(name);
    if (rule.isPlain)
      return { name, node, on: type, rule, length: 1, own: named + rule.weight, inside: null, isFetched };
    const { variables } = this.#operation;
    const given = place.lengths[node.name.value] ?? null;
    const at = { periods: rule.periods ?? place.periods, given, today: this.#today };
    const asked = { rule, node, variables };
    const length = rule.isList ? this.#lengthOf(type, rule, lengthOf(asked, at)) : 1;
    const lengths = rule.sizedFields.length > 0 ? sizesInside(rule, lengthInside(asked)) : {};
    const graphs = isFetched ? rule.graphs : sharedGraphs(rule.graphs, place.graphs);
    const inside = this.#inside(rule.definition, fields, { graphs, periods: at.periods, lengths });
    const own = named + ownOf(rule, length) + weightOfArguments(asked);
    return { name, node, on: type, rule, length, own, inside, isFetched };
  }

  /** A type describes itself by the same fields as others do. */
  #lengthOf(type: FieldHolder, { definition }: FieldRule, length: number): number {
    return type.name.startsWith('__')
      ? (weights.introspectionLengths[`${type.name}.${definition.name}`] ?? length)
      : length;
  }

  #ofMetaField(name: string, fields: readonly SelectedField[], on: GraphQLObjectType): PricedField {
    const node = fields[0]?.node;
    if (!node) throw new RangeError('A field of an answer is selected somewhere');
    const definition = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === node.name.value);
    const inside = definition ? this.#inside(definition, fields, nowhere) : null;
    const own = weights.nameWeight(name) + (definition ? weights.objectWeight : weights.leafWeight);
    return { name, node, on, rule: null, length: 1, own, inside, isFetched: false };
  }

  #inside({ type }: GraphQLField<unknown, unknown>, fields: readonly SelectedField[], place: Place): Price | null {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return null;
    const sets = fields.flatMap(({ node }) => (node.selectionSet ? [{ set: node.selectionSet, on: named }] : []));
    return this.ofThings(named, sets, place);
  }

  #keyOf(type: GraphQLObjectType, sets: readonly Selected[], { graphs, periods, lengths }: Place): string {
    const ordinals = sets.map(({ set }) => this.#ordinalOf(set));
    return [type.name, ...ordinals, ...graphs, periods?.most, periods?.aYear, JSON.stringify(lengths)].join(' ');
  }

  #ordinalOf(set: SelectionSetNode): number {
    const known = this.#ordinals.get(set) ?? this.#ordinals.size;
    this.#ordinals.set(set, known);
    return known;
  }
}

const nothing: Price = { once: 0, each: 0, parts: [] };
const nowhere: Place = { graphs: new Set(), periods: null, lengths: {} };

function ownOf({ weight, memberWeight, isList }: FieldRule, length: number): number {
  return isList ? weight + length * memberWeight : weight;
}

/** What given arguments cost that cost something, for each entry of what the field leads to. */
function weightOfArguments(asked: AskedField): number {
  const given = [...asked.rule.argumentWeights].filter(([name]) => argumentOf(asked, name) != null);
  return given.length === 0 ? 0 : given.reduce((sum, [, weight]) => sum + weight, 0) * (lengthInside(asked) ?? 1);
}

function sizesInside({ sizedFields }: FieldRule, length: number | null): Readonly<Record<string, number>> {
  return length === null ? {} : Object.fromEntries(sizedFields.map((name) => [name, length]));
}

/** What one agency is asked for at one place is asked for at once. */
function fetchesOf(parts: readonly PricedField[]): number {
  const asked = parts.filter(({ isFetched }) => isFetched);
  return new Set(asked.map(({ rule }) => [...(rule?.graphs ?? [])].join(' '))).size;
}
