import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { AnswerErrors, Place } from './answer-errors.ts';

/** The values of an operation's variables, or of a field's arguments. */
export type Values = Readonly<Record<string, unknown>>;

/** An operation of a document, with the values on which it depends which of its fields are asked for. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of those variables alone that `@skip` and `@include` look at. */
  readonly conditions: Values;
  /** Told of the fields of which plans are made. */
  readonly onFields: (count: number) => void;
}

/** What all of one execution shares. */
export interface Execution {
  readonly operation: Operation;
  readonly variables: Values;
  readonly context: unknown;
  readonly errors: AnswerErrors;
  /** The arguments of fields that take some of variables, as they were read for the first object. */
  readonly given: Map<FieldPlan, Values>;
}

/**
 * Makes of what a resolver gives what stands in the answer: that, or a `Pending` for it.
 *
 * @param place - Where it stands; for a whole field that has none, of what is around it.
 * @throws what is wrong with it.
 */
export type Completion = (value: unknown, place: Place | undefined, execution: Execution) => unknown;

/** One field of an object of a kind that is known, as it is asked for. */
export interface FieldPlan {
  /** Under which name it stands in the answer. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly mayBeNull: boolean;
  /** Whether it is completed in itself: nothing within it has a place. */
  readonly isWhole: boolean;
  /** Null where it is the property of its name. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  /** @throws what is wrong with the arguments. */
  readonly readArguments: (execution: Execution) => Values;
  readonly complete: Completion;
}

/** What is asked of an object of a kind that is known, in its order: texts are told as they are, under their names. */
export interface SelectionPlan {
  readonly fields: readonly (FieldPlan | ToldName)[];
  /** Whether a name is one that plain objects take for something else. */
  readonly isBare: boolean;
}

/** The name of the object's type. */
export interface ToldName {
  readonly name: string;
  readonly text: string;
}
