import { type GraphQLLeafType, isEnumType } from 'graphql';

/**
 * Tells, as source text, whether the value in a variable is one of a leaf type, as GraphQL has them in JSON. Null where anything
 * may be one: a scalar of the graph's own is checked by the agency that has it.
 *
 * @param values - Where an enum's values are kept, as source text.
 */
export function writeLeafTest(type: GraphQLLeafType, variable: string, values: string): string | null {
  if (isEnumType(type)) return `${values}.has(${variable})`;
  switch (type.name) {
    case 'String':
      return `typeof ${variable} === 'string'`;
    case 'Boolean':
      return `typeof ${variable} === 'boolean'`;
    case 'Int':
      return `Number.isInteger(${variable})`;
    case 'Float':
      return `Number.isFinite(${variable})`;
    case 'ID':
      return `(typeof ${variable} === 'string' || Number.isInteger(${variable}))`;
    default:
      return null;
  }
}
