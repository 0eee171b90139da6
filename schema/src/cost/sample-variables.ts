import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** A value of each scalar that arguments take, of the kind that callers give. */
const samples: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2024-06-30',
  DateTime: '2024-06-30T12:00:00Z',
  Float: 1,
  ID: 'E09000012',
  Int: 10,
  String: 'Hackney',
};

/**
 * Values for the variables that an operation cannot do without: one area, one indicator, ten of what is counted. An operation is priced
 * by them where nobody has given any; two schemas are compared by the same.
 */
export function sampleVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Readonly<Record<string, unknown>> {
  const needed = variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
    const declared = typeFromAST(schema, type);
    if (!isInputType(declared) || !isNonNullType(declared) || defaultValue !== undefined) return [];
    return [[variable.name.value, sampleOf(declared)] as const];
  });
  return Object.fromEntries(needed);
}

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return samples[type.name] ?? null;
  const needed = Object.entries(type.getFields()).filter(([, field]) => isNonNullType(field.type));
  return Object.fromEntries(needed.map(([name, field]) => [name, sampleOf(field.type)]));
}
