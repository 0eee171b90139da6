import {
  type ASTNode,
  BREAK,
  type FieldNode,
  getArgumentValues,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  Kind,
  visit,
} from 'graphql';
import type { FieldPlan, Values } from './plan.ts';

type Reading = FieldPlan['readArguments'];

/** The arguments of every field that takes none. */
const none: Values = Object.freeze({});

/**
 * How the arguments of a field are read: once and for all where no variable is among them, else once in each execution. They are those
 * of `graphql`, frozen, but for one thing: null in an argument that may not be null and has a default, which only a variable can bring, is
 * given to the resolver. Refused before it, it would take everything around the field with it.
 */
export function planArguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): Reading {
  if (definition.args.length === 0) return () => none;
  const read = readerOf(definition, node);
  return (node.arguments ?? []).some(hasVariable) ? readOncePerExecution(read) : readOnce(read);
}

function readerOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): (variables: Values) => Values {
  const lenient = { ...definition, args: definition.args.map(mayBeNull) };
  return (variables) => Object.freeze(getArgumentValues(lenient, node, variables));
}

function mayBeNull(argument: GraphQLArgument): GraphQLArgument {
  return argument.defaultValue === undefined ? argument : { ...argument, type: getNullableType(argument.type) };
}

/** What cannot be read is refused each time anew. */
function readOnce(read: (variables: Values) => Values): Reading {
  let known: Values | null = null;
  return () => (known ??= read({}));
}

function readOncePerExecution(read: (variables: Values) => Values): Reading {
  return function readGiven(this: FieldPlan, { given, variables }) {
    const known = given.get(this);
    if (known !== undefined) return known;
    const values = read(variables);
    given.set(this, values);
    return values;
  };
}

function hasVariable(node: ASTNode): boolean {
  let found = false;
  visit(node, {
    [Kind.VARIABLE]: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}
