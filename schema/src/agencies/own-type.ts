import { Kind, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';

/** An interface of the core for which each agency has one type of its own. */
export type AgencyInterface = 'Indicator' | 'AnyDataset' | 'AgencyCatalogue';

/**
 * The type by which an agency implements an interface, such as `HealthIndicator`: the one object type of its schema that does.
 *
 * @throws {Error} when there is none, or more than one.
 */
export function ownTypeOf(
  name: string,
  { definitions }: DocumentNode,
  implemented: AgencyInterface,
): ObjectTypeDefinitionNode {
  const types = definitions
    .filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter((node) => !isReference(node) && node.interfaces?.some((each) => each.name.value === implemented));
  const [type, ...more] = types;
  if (type !== undefined && more.length === 0) return type;
  throw new Error(
    `subgraphs/${name}/schema.graphql: expected one type that implements ${implemented}, but there are ${types.length}`,
  );
}

/** The type of what an agency measures. @throws {Error} as `ownTypeOf`. */
export function indicatorTypeOf(name: string, own: DocumentNode): ObjectTypeDefinitionNode {
  return ownTypeOf(name, own, 'Indicator');
}

/** Whether a type is only pointed at: another agency answers for it. Never throws. */
export function isReference({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  return directives.some(({ arguments: given = [] }) =>
    given.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value),
  );
}
