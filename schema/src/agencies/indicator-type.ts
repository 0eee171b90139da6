import { Kind, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';

/**
 * The type of what an agency measures, such as `HealthIndicator`: the one object type of its schema that implements `Indicator`.
 *
 * @throws {Error} when there is none, or more than one.
 */
export function indicatorTypeOf(name: string, { definitions }: DocumentNode): ObjectTypeDefinitionNode {
  const types = definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.interfaces?.some((each) => each.name.value === 'Indicator'),
  );
  const [type, ...more] = types.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  if (type !== undefined && more.length === 0) return type;
  throw new Error(
    `subgraphs/${name}/schema.graphql: expected one type that implements Indicator, but there are ${types.length}`,
  );
}
