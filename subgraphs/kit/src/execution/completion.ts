import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import type { Place } from './answer-errors.ts';
import { columnOf, isColumn, type Writing, writingOf } from './columns.ts';
import { FieldInfo } from './field-info.ts';
import { completeList } from './list-run.ts';
import { isAwaited, whenKnown } from './pending.ts';
import type { Completion, FieldPlan, SelectionPlan } from './plan.ts';
import { refuseValue, requireObjectType } from './runtime-type.ts';
import { runSelection } from './selection-run.ts';

/** Of what completions are made. */
export interface CompletionOf {
  /** The field that has them: asked when something is completed, and not before. */
  readonly field: () => FieldPlan;
  /** Its type and name. */
  readonly fieldName: string;
  /** What is asked of an object of a type. @throws what is wrong with the conditions in it. */
  readonly select: (type: GraphQLObjectType) => SelectionPlan;
  /** Whether columns are completed entry by entry. @default false */
  readonly isByEntry?: boolean;
}

/** Whether what is completed has no places within it: a leaf, or a column of them. */
export function isWhole(type: GraphQLOutputType): boolean {
  const some = isNonNullType(type) ? type.ofType : type;
  return isLeafType(some) || (isColumn(some) && !isNested(some));
}

/** How what a resolver gives is completed, as `graphql` does it for the type. */
export function completionOf(type: GraphQLOutputType, of: CompletionOf): Completion {
  if (isNonNullType(type)) return required(completionOf(type.ofType, of), of);
  const complete = completionOfSome(type, of);
  return (value, place, execution) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(value, place, execution);
  };
}

function required(complete: Completion, { fieldName }: CompletionOf): Completion {
  return (value, place, execution) => {
    const completed = complete(value, place, execution);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${fieldName}.`);
  };
}

function completionOfSome(type: GraphQLOutputType, of: CompletionOf): Completion {
  if (isLeafType(type)) return leafOf(type);
  if (isNonNullType(type)) return completionOf(type, of);
  if (isListType(type)) {
    if (of.isByEntry === true || !isColumn(type)) return listOf(type.ofType, of);
    const column = columnOf(type, of.fieldName);
    return isNested(type) ? nestedColumn(column, listOf(type.ofType, { ...of, isByEntry: true })) : column;
  }
  return isObjectType(type) ? objectOf(type, of) : abstractOf(type, of);
}

/** Whether it is a list of columns. */
function isNested(type: GraphQLOutputType): boolean {
  return isListType(type) && isColumn(type.ofType);
}

/** In one loop where everything in it is as it should be; else entry by entry, so that an error costs its entry alone. */
function nestedColumn(column: Writing, entries: Completion): Completion {
  return (value, place, execution) => {
    try {
      return column(value);
    } catch {
      return entries(value, place, execution);
    }
  };
}

function leafOf(type: GraphQLLeafType): Completion {
  const write = writingOf(type);
  return (value) => {
    const written = write(value);
    if (written !== null && written !== undefined) return written;
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(written)}`,
    );
  };
}

function listOf(entry: GraphQLOutputType, of: CompletionOf): Completion {
  const complete = completionOf(entry, of);
  const mayBeNull = !isNonNullType(entry);
  return (value, place, execution) => completeList(value, { field: of.field(), place, execution, complete, mayBeNull });
}

function objectOf(type: GraphQLObjectType, { field, select }: CompletionOf): Completion {
  const { isTypeOf } = type;
  if (!isTypeOf) return (source, place, execution) => runSelection(select(type), { source, place, execution });
  return (source, place, execution) => {
    const selection = select(type);
    const go = (isOfType: boolean): unknown =>
      isOfType ? runSelection(selection, { source, place, execution }) : refuseValue(type, field(), source);
    const answer = isTypeOf(source, execution.context, new FieldInfo(field(), aroundField(place), execution));
    return isAwaited(answer) ? whenKnown(answer, go) : go(answer);
  };
}

function abstractOf(type: GraphQLOutputType, of: CompletionOf): Completion {
  const abstract = requireAbstract(type);
  const resolveType = abstract.resolveType ?? defaultTypeResolver;
  const completions = new Map<GraphQLObjectType, Completion>();
  const completionFor = (found: GraphQLObjectType): Completion => {
    const known = completions.get(found) ?? objectOf(found, of);
    completions.set(found, known);
    return known;
  };
  return (value, place, execution) => {
    const field = of.field();
    const go = (name: unknown): unknown => {
      const found = requireObjectType(name, { type: abstract, field, value }, execution.operation);
      return completionFor(found)(value, place, execution);
    };
    const info = new FieldInfo(field, aroundField(place), execution);
    const name: unknown = resolveType(value, execution.context, info, abstract);
    return isAwaited(name) ? whenKnown(name, go) : go(name);
  };
}

function requireAbstract(type: GraphQLOutputType): GraphQLAbstractType {
  if ('resolveType' in type) return type;
  throw new GraphQLError(`${String(type)} is no type of which an answer is made`);
}

/** The place of the object that has the field in which something stands, perhaps in a list. */
function aroundField(place: Place | undefined): Place | undefined {
  let own = place;
  while (typeof own?.key === 'number') own = own.prev;
  return own?.prev;
}
