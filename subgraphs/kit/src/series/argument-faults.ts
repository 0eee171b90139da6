import {
  defaultFieldResolver,
  getNamedType,
  GraphQLError,
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  responsePathAsArray,
} from 'graphql';
import { maxAgencyErrors } from '@boroughgraph/schema/wire/limits.ts';
import type { RequestContext } from './context.ts';
import { argumentOf, badUserInput, faultsOf } from './errors.ts';
import { emptyOf, type EmptyValue } from './empty-value.ts';
import { textScalars, UnreadableText } from './scalars.ts';

type Resolver = GraphQLFieldResolver<unknown, RequestContext, Readonly<Record<string, unknown>>>;
type Asked = Parameters<Resolver>;

/** What decides how a field answers wrong arguments: its type, and what it takes. */
export interface FieldWithArguments {
  readonly type: GraphQLOutputType;
  readonly args: readonly GraphQLArgument[];
}

/**
 * The schema, in which a wrong argument costs the field that has it and nothing around it. Changes the schema that it is given.
 * See {@link chargeOwnField}.
 */
export function chargeFieldsForTheirArguments(schema: GraphQLSchema): GraphQLSchema {
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const own = objects.filter(({ name }) => !name.startsWith('__'));
  for (const field of own.flatMap((type) => Object.values(type.getFields())))
    if (field.args.length > 0) field.resolve = chargeOwnField(field.resolve ?? defaultFieldResolver, field);
  return schema;
}

/**
 * A resolver of a field that refuses wrong arguments, days that cannot be read, and nulls that may not be, in the place of the field:
 * null where it may be null; else its empty value, with an error that says so. There is one error for each argument that is wrong.
 *
 * The errors beside empty values are put into `context.faults`, from where they must come into the answer. There are never more
 * of them than are told: from then on, null goes as far up as it has to.
 */
export function chargeOwnField(resolve: Resolver, field: FieldWithArguments): Resolver {
  const charge = new Charge(field);
  return (...asked) => {
    const unusable = charge.findUnusable(asked);
    if (unusable.length > 0)
      return charge.checkOthers(resolve, asked).then((others) => charge.answer([...unusable, ...others], asked));
    const onError = (error: unknown): unknown => charge.answer(requireFaults(error), asked);
    try {
      const value: unknown = resolve(...asked);
      return value instanceof Promise ? value.catch(onError) : value;
    } catch (error) {
      return onError(error);
    }
  };
}

/** How one field of the schema answers what is wrong with its arguments. */
class Charge {
  readonly #field: FieldWithArguments;
  readonly #empty: EmptyValue | null;
  /** The arguments with days in them. */
  readonly #dated: readonly GraphQLArgument[];
  /** The arguments that have a default and may not be null: a variable that may be can make them so. */
  readonly #preset: readonly GraphQLArgument[];

  constructor(field: FieldWithArguments) {
    this.#field = field;
    this.#empty = emptyOf(field.type);
    this.#dated = field.args.filter(({ type }) => holdsDay(type));
    this.#preset = field.args.filter(isPreset);
  }

  /** An error for each argument with a day that cannot be read, or with a null that it may not be. */
  findUnusable([, given]: Asked): readonly GraphQLError[] {
    const unreadable = this.#dated.flatMap(({ name }) => {
      const text = unreadableIn(given[name]);
      return text === null ? [] : [badUserInput(text.problem, name)];
    });
    const nulls = this.#preset.filter(({ name }) => given[name] === null);
    return [...unreadable, ...nulls.map(refuseNull)];
  }

  /** What else is wrong, found out by asking without the arguments that cannot be used; nothing where it cannot be asked so. */
  async checkOthers(resolve: Resolver, [source, given, context, info]: Asked): Promise<readonly GraphQLError[]> {
    const unread = this.#dated.filter(({ name }) => unreadableIn(given[name]) !== null);
    if (unread.some(isRequiredArgument) || unread.length === Object.keys(given).length) return [];
    const names = new Set(unread.map(({ name }) => name));
    const kept = Object.entries(given).filter(([name]) => !names.has(name));
    const defaults = new Map(this.#preset.map(({ name, defaultValue }) => [name, defaultValue]));
    const rest = Object.fromEntries(kept.map(([name, value]) => [name, value ?? defaults.get(name) ?? null]));
    try {
      await resolve(source, rest, context, info);
      return [];
    } catch (error) {
      return faultsOf(error) ?? [];
    }
  }

  /** What stands in the place of the field. @throws the first of the faults, where null has to. */
  answer(faults: readonly GraphQLError[], [, , context, info]: Asked): unknown {
    const empty = context.faults.length + faults.length <= maxAgencyErrors ? this.#empty : null;
    const told = faults.map((fault) => this.#describe(fault, info, empty));
    const [first, ...others] = told;
    if (empty !== null) {
      context.faults.push(...told);
      return empty.make();
    }
    if (context.faults.length + others.length <= maxAgencyErrors) context.faults.push(...others);
    throw first ?? new Error('An argument is refused for a reason');
  }

  #describe(fault: GraphQLError, info: GraphQLResolveInfo, empty: EmptyValue | null): GraphQLError {
    const [only, ...more] = this.#field.args;
    const argument = argumentOf(fault) ?? (more.length === 0 ? only?.name : undefined);
    return new GraphQLError(fault.message, {
      nodes: info.fieldNodes,
      path: responsePathAsArray(info.path),
      extensions: {
        ...fault.extensions,
        ...(argument !== undefined && { argument }),
        ...(empty && { instead: `An empty ${empty.name} stands in its place, since the field may not be null.` }),
      },
    });
  }
}

/** What is wrong with arguments; whatever else failed is thrown again. */
function requireFaults(error: unknown): readonly GraphQLError[] {
  const faults = faultsOf(error);
  if (faults === null) throw error;
  return faults;
}

/** Whether an argument may be left out and may not be null; the schema that is executed leaves that to its field. */
function isPreset({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue !== undefined;
}

/** As graphql says it. */
function refuseNull({ name, type }: GraphQLArgument): GraphQLError {
  return badUserInput(`Argument "${name}" of non-null type "${String(type)}" must not be null.`, name);
}

/** Whether a value of this type may be or hold a text that a scalar of ours reads. */
function holdsDay(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => holdsDay(field.type));
  return isScalarType(named) && textScalars.has(named.name);
}

/** The first text in an argument that could not be read; null where all could. */
function unreadableIn(value: unknown): UnreadableText | null {
  if (value instanceof UnreadableText) return value;
  if (typeof value !== 'object' || value === null) return null;
  const members: readonly unknown[] = Object.values(value);
  return members.map(unreadableIn).find((found) => found !== null) ?? null;
}
