import type { QueryPlanFieldNode, QueryPlanInlineFragmentNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isResultObject, readOwn, type ResultObject } from '../result-object.ts';
import { isOfKind } from './kinds.ts';
import { merge } from './merge.ts';

/** What an agency is told of an object of others: its kind, its key, and what else the agency needs of it. */
export type Represent = (entity: ResultObject) => ResultObject | null;

type Write = (entity: ResultObject, representation: ResultObject) => boolean;

/**
 * Writes representations with what `requires` names. One is null where the object lacks any of it: whoever should have sent it
 * has failed, and that is told already.
 */
export function compileRepresentation(schema: GraphQLSchema, requires: readonly QueryPlanSelectionNode[]): Represent {
  const writes = requires.map((selection) => compileSelection(schema, selection));
  return (entity) => {
    const representation: ResultObject = {};
    for (const write of writes) if (!write(entity, representation)) return null;
    return representation;
  };
}

function compileSelection(schema: GraphQLSchema, selection: QueryPlanSelectionNode): Write {
  return selection.kind === 'Field' ? compileField(schema, selection) : compileFragment(schema, selection);
}

function compileField(schema: GraphQLSchema, { alias, name, selections }: QueryPlanFieldNode): Write {
  const key = alias ?? name;
  const represent = selections === undefined ? null : compileRepresentation(schema, selections);
  const copy = (value: unknown): unknown => {
    if (represent === null || value === null) return value;
    if (Array.isArray(value)) return (value as readonly unknown[]).map(copy);
    return isResultObject(value) ? represent(value) : value;
  };
  return (entity, representation) => {
    const value = readOwn(entity, key);
    if (value === undefined) return false;
    representation[key] = copy(value);
    return true;
  };
}

/** What is said of one kind is left out of another, and so is a key of which a part is missing: there may be another. */
function compileFragment(schema: GraphQLSchema, { typeCondition, selections }: QueryPlanInlineFragmentNode): Write {
  const represent = compileRepresentation(schema, selections);
  return (entity, representation) => {
    if (typeCondition === undefined || isOfKind(schema, entity, typeCondition) !== true) return true;
    const part = represent(entity);
    if (part !== null) merge(representation, part);
    return true;
  };
}
