import { type FieldNode, getNamedType, isEnumType, valueFromAST } from 'graphql';
import { type FieldRule, membersOf, type Periods } from './field-rules.ts';
import { monthsIn } from './months.ts';
import { unknownLength, unknownPeriods } from './weights.ts';

/** What is known of a list from where it stands. */
export interface ListPlace {
  /** What the nearest field around it says of its series. */
  readonly periods: Periods | null;
  /** What the field around it says of how long it is. */
  readonly given: number | null;
  /** `2026-11-28`. */
  readonly today: string;
}

/** A field where it is asked for. */
export interface AskedField {
  readonly rule: FieldRule;
  readonly node: FieldNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The value of an argument: what is written there, of a variable, or by default; undefined where there is none. */
export function argumentOf({ rule, node, variables }: AskedField, name: string): unknown {
  const argument = rule.definition.args.find((each) => each.name === name);
  if (argument === undefined) return undefined;
  const written = node.arguments?.find((each) => each.name.value === name);
  const value = written && valueFromAST(written.value, argument.type, variables);
  return value === undefined ? argument.defaultValue : value;
}

/**
 * How many entries a list has at most, by all that is said of it: the least of them. {@link unknownLength} where nothing is.
 * Values that an agency refuses, such as a length below zero, are no reason to fail here.
 */
export function lengthOf(field: AskedField, place: ListPlace): number {
  const known = saidLengths(field, place.given);
  const { byPeriod } = field.rule;
  if (byPeriod) known.push(periodsOf(byPeriod, (name) => argumentOf(field, name), place));
  return known.length === 0 ? unknownLength : Math.min(...known);
}

/** What a field says with its arguments and directives of the lists in what it gives; null where it says nothing. */
export function lengthInside(field: AskedField): number | null {
  const known = saidLengths(field, null);
  return known.length === 0 ? null : Math.min(...known);
}

function saidLengths(field: AskedField, given: number | null): number[] {
  const { rule } = field;
  const valueOf = (name: string): unknown => argumentOf(field, name);
  const asked = [slicedLength(rule, valueOf), listedLength(rule, valueOf), representationsOf(rule, valueOf)];
  return [rule.assumedSize, given, ...asked].filter((bound) => bound !== null);
}

type ValueOf = (name: string) => unknown;

function slicedLength({ slicing }: FieldRule, valueOf: ValueOf): number | null {
  const given = slicing.map(valueOf).filter((value) => typeof value === 'number');
  return given.length === 0 ? null : Math.max(0, ...given);
}

function listedLength(rule: FieldRule, valueOf: ValueOf): number | null {
  if (rule.sizedBy === null) return null;
  let product = rule.sizedBy.each;
  for (const names of rule.sizedBy.factors) {
    const counts = names.map((name) => countOf(rule, name, valueOf(name))).filter((count) => count !== null);
    if (counts.length === 0) return null;
    product *= counts.reduce((sum, count) => sum + count, 0);
  }
  return product;
}

/** How many things an agency is asked about by their keys; null for every other field. */
function representationsOf({ definition }: FieldRule, valueOf: ValueOf): number | null {
  const asked = definition.name === '_entities' ? valueOf('representations') : null;
  return Array.isArray(asked) ? asked.length : null;
}

/** How many things an argument names; null where its value does not say. */
function countOf({ definition }: FieldRule, name: string, value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  const argument = definition.args.find((each) => each.name === name);
  const type = argument && getNamedType(argument.type);
  return isEnumType(type) && typeof value === 'string' ? membersOf(type, value) : null;
}

function periodsOf(
  { range, last }: NonNullable<FieldRule['byPeriod']>,
  valueOf: ValueOf,
  { periods, today }: ListPlace,
): number {
  const { most, aYear } = periods ?? { most: unknownPeriods, aYear: 12 };
  const months = range === null ? null : monthsIn(valueOf(range), today);
  const newest = last === null ? undefined : valueOf(last);
  const inRange = months === null ? most : Math.min(most, Math.ceil((months * aYear) / 12));
  return typeof newest === 'number' ? Math.max(0, Math.min(inRange, newest)) : inRange;
}
