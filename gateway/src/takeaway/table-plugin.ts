import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, Kind } from 'graphql';
import type { GatewayContext } from '../http/gateway-context.ts';
import { readFields } from './read-fields.ts';
import { planTables } from './table-plan.ts';

/**
 * Plans the table of an operation that is taken away, as soon as the operation is known to be valid: one that is no table is refused
 * before any agency is asked, and costs nothing.
 */
export const tablePlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: ({ contextValue: { table } }) => {
    if (table === undefined) return Promise.resolve();
    return Promise.resolve({
      didResolveOperation: ({ document, operation, request, schema }) => {
        const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], request.variables ?? {}, {
          maxErrors: 1,
        });
        // Whoever executes it says what is wrong with the variables.
        if (!operation || coerced === undefined) return Promise.resolve();
        const fragments = new Map(
          document.definitions.flatMap((each) =>
            each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
          ),
        );
        table.plans = planTables(readFields(operation, { schema, fragments, variables: coerced }), table.list);
        return Promise.resolve();
      },
    });
  },
};
