import { searchName } from '@boroughgraph/schema/search/search-schema.ts';
import { buildASTSchema, type GraphQLSchema, Kind, parse, visit } from 'graphql';

/**
 * The schema without what our gateway answers itself, beside the agencies: whoever else stands before them has nobody to ask for it. What it
 * asks of each agency for it stays.
 */
export function comparedSchema(api: string): GraphQLSchema {
  const isOfGateway = (type: string, field: string): boolean => type === 'Query' && field === searchName;
  const document = visit(parse(api), {
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => {
      const fields = node.fields?.filter(({ name }) => !isOfGateway(node.name.value, name.value));
      return { ...node, ...(fields && { fields }) };
    },
  });
  return buildASTSchema(document);
}
