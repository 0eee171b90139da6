import type { GraphQLError } from 'graphql';

/** Whether Apollo's server refused an operation because it asks for more fields than the server takes. Never throws. */
export function hasTooManySelections({ extensions }: Pick<GraphQLError, 'extensions'>): boolean {
  return extensions['validationErrorCode'] === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED';
}

/** What such an operation is answered, where `limit` fields are taken at most. */
export function describeTooManySelections(limit: number): string {
  return `The operation asks for more than ${limit} fields, a fragment's counted wherever it is spread. Ask for less at once.`;
}
