import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isResultObject, readOwn, type ResultObject } from '../result-object.ts';
import { isOfKind } from './kinds.ts';

/** Changes what is sent to an agency, or has come from it, as the planner has written. */
export type Rewrite = (value: unknown) => void;

const kindPrefix = '... on ';

/** All the changes of a fetch as one; null where there are none. */
export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
): Rewrite | null {
  if (rewrites === undefined || rewrites.length === 0) return null;
  const steps = rewrites.map((rewrite) => compileRewrite(schema, rewrite));
  return (value) => {
    for (const step of steps) step(value);
  };
}

function compileRewrite(schema: GraphQLSchema, rewrite: FetchDataRewrite): Rewrite {
  const key = rewrite.path.at(-1) ?? '';
  const change = (object: ResultObject): void => {
    if (rewrite.kind === 'ValueSetter') object[key] = rewrite.setValueTo as unknown;
    else rename(object, key, rewrite.renameKeyTo);
  };
  return (value) => {
    changeAt({ value, depth: 0 }, { schema, path: rewrite.path.slice(0, -1), change });
  };
}

/** Apollo's executor leaves a value under the old name that is null, zero, empty or false, so that it is lost. */
function rename(object: ResultObject, from: string, to: string): void {
  const value = readOwn(object, from);
  if (value === undefined) return;
  object[to] = value;
  object[from] = undefined;
}

interface Place {
  readonly value: unknown;
  readonly depth: number;
}

interface Change {
  readonly schema: GraphQLSchema;
  readonly path: readonly string[];
  readonly change: (object: ResultObject) => void;
}

function changeAt({ value, depth }: Place, change: Change): void {
  if (Array.isArray(value)) {
    for (const element of value as readonly unknown[]) changeAt({ value: element, depth }, change);
    return;
  }
  if (!isResultObject(value)) return;
  const step = change.path[depth];
  if (step === undefined) change.change(value);
  else if (!step.startsWith(kindPrefix)) changeAt({ value: readOwn(value, step), depth: depth + 1 }, change);
  else if (isOfKind(change.schema, value, step.slice(kindPrefix.length)) ?? true)
    changeAt({ value, depth: depth + 1 }, change);
}
