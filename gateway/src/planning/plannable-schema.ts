import type { GraphQLSchema } from 'graphql';

/** The schema that clients see, as far as it decides how an operation is planned. */
export interface PlannableSchema {
  readonly schema: GraphQLSchema;
  /** Fields whose agency needs a value of another's first, as `Type.field`. */
  readonly requiringFields: ReadonlySet<string>;
}
