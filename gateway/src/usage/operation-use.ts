import { readUses } from '@boroughgraph/schema/changes/operation-uses.ts';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  separateOperations,
  type ValueNode,
  visit,
} from 'graphql';
import { sha256Of } from '../trusted-documents/sha256.ts';

/** What is counted of an operation. */
export interface OperationUse {
  /** See {@link hashOperation}. */
  readonly hash: string;
  /** The coordinates of what it asks for and of what it gives: `Area`, `Area.crime`, `Query.borough(code:)`. */
  readonly coordinates: readonly string[];
}

/** A document with one of its operations and the fragments of that, in the order of their names. */
function alone(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const { definitions } = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragments.toSorted((one, next) => (one.name.value < next.name.value ? -1 : 1))],
  };
}

/** A literal is what somebody looked for: what of it stays says what kind of value it is. */
function hideLiteral(node: ValueNode): ValueNode | undefined {
  switch (node.kind) {
    case Kind.STRING:
      return { kind: Kind.STRING, value: '' };
    case Kind.INT:
    case Kind.FLOAT:
      return { kind: Kind.INT, value: '0' };
    case Kind.LIST:
      return { kind: Kind.LIST, values: [] };
    case Kind.OBJECT:
      return { kind: Kind.OBJECT, fields: [] };
    default:
      return undefined;
  }
}

/** The SHA-256 of an operation as it would be written anew, whatever its literals: the same for whoever asks the same of another place. */
export function hashOperation(document: DocumentNode, operation: OperationDefinitionNode): string {
  const hide = (node: ValueNode) => hideLiteral(node);
  const hidden = visit(alone(document, operation), {
    StringValue: hide,
    IntValue: hide,
    FloatValue: hide,
    ListValue: hide,
    ObjectValue: hide,
  });
  return sha256Of(print(hidden));
}

/** What is counted of an operation, which the schema has. */
export function useOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OperationUse {
  const { asked, given } = readUses(schema, alone(document, operation));
  return { hash: hashOperation(document, operation), coordinates: [...new Set([...asked, ...given])] };
}
