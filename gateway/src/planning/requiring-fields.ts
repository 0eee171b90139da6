import { type ConstDirectiveNode, type GraphQLSchema, isInterfaceType, isObjectType, Kind } from 'graphql';

/** The fields whose agency needs a value of another agency first, by `@requires`, as `Type.field`. */
export function findRequiringFields(supergraph: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(supergraph.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Set(
    types.flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ astNode }) => astNode?.directives?.some(isRequiring))
        .map((field) => `${type.name}.${field.name}`),
    ),
  );
}

function isRequiring({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  return (
    name.value === 'join__field' &&
    given.some((argument) => argument.name.value === 'requires' && argument.value.kind === Kind.STRING)
  );
}
