import { GraphQLError } from 'graphql';

/** With what graphql says that there are more errors than are told. */
const more = 'Too many errors processing variables';

/** With what graphql begins what it says of one variable. */
const ofVariable = 'Variable "$';

/**
 * What is wrong with the values of variables, as whoever asks is told it: each a BAD_USER_INPUT. That there are more of them than
 * are told is one as well, and no failure of the server's. Errors about anything else are left as they are.
 */
export function codeVariableErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.map((error) => {
    const isLast = error.message.startsWith(more);
    if (!isLast && !error.message.startsWith(ofVariable)) return error;
    const message = isLast
      ? `More values of variables are wrong than the ${errors.length - 1} that are told.`
      : error.message;
    const extensions = { ...error.extensions, code: 'BAD_USER_INPUT' };
    return new GraphQLError(message, { ...(error.nodes && { nodes: error.nodes }), extensions });
  });
}
