import { Kind, parse, validate } from 'graphql';
import { type PlannableOperation, writePlannable } from './plannable-operation.ts';
import type { PlannableSchema } from './plannable-schema.ts';

/** The operations of a registered document as they are planned; none where it is not GraphQL, or asks for what the schema does not have. */
export function readRegistered(known: PlannableSchema, text: string): readonly PlannableOperation[] {
  try {
    const document = parse(text, { noLocation: true });
    if (validate(known.schema, document).length > 0) return [];
    return document.definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map((operation) => writePlannable(known, document, operation));
  } catch {
    return [];
  }
}
