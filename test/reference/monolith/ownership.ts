import { Kind, type ObjectTypeDefinitionNode, type ObjectTypeExtensionNode, parse } from 'graphql';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';

/** Who answers for what, read from the SDL of the subgraphs and not from their composition. */
export interface Ownership {
  /** The subgraph that resolves a field of an entity or of the query root; null for a value type's. */
  readonly ownerOf: (type: string, field: string) => Subgraph | null;
  /** The fields of an area that another of its fields needs by `@requires`: residents, before policing has a rate. */
  readonly requiredBy: (field: string) => readonly string[];
}

/** The type whose fields each agency adds to from outside, by `@interfaceObject`; its kinds are the owner's. */
export const areaInterface = 'Area';
const areaKinds: readonly string[] = ['Borough', 'Ward', 'OtherArea'];

/** Whether objects of the type are areas. */
export function isArea(type: string): boolean {
  return type === areaInterface || areaKinds.includes(type);
}

/** Reads who owns what. */
export function readOwnership(subgraphs: readonly Subgraph[]): Ownership {
  const owners = new Map<string, Subgraph>();
  for (const subgraph of subgraphs)
    for (const type of objectTypes(subgraph)) {
      const isRoot = type.name.value === 'Query';
      if (!isRoot && !isResolvableEntity(type)) continue;
      for (const field of type.fields ?? []) {
        const isForeign = field.directives?.some(({ name }) => name.value === 'external') ?? false;
        const isKey = type.name.value === areaInterface && field.name.value === 'code';
        if (!isForeign && !isKey) owners.set(`${type.name.value}.${field.name.value}`, subgraph);
      }
    }
  const ownerOf = (type: string, field: string): Subgraph | null => {
    const contributed = isArea(type) ? owners.get(`${areaInterface}.${field}`) : undefined;
    return owners.get(`${type}.${field}`) ?? contributed ?? null;
  };
  const required = new Map(subgraphs.flatMap(requirementsOf));
  return { ownerOf, requiredBy: (field) => required.get(field) ?? [] };
}

/** What each field of an area requires of whoever owns the areas. */
function requirementsOf(subgraph: Subgraph): readonly (readonly [field: string, needs: readonly string[]])[] {
  const areas = objectTypes(subgraph).filter(({ name }) => name.value === areaInterface);
  return areas
    .flatMap(({ fields = [] }) => fields)
    .flatMap(({ name, directives = [] }) => {
      const given = directives.find((directive) => directive.name.value === 'requires')?.arguments?.[0]?.value;
      return given?.kind === Kind.STRING ? [[name.value, namesIn(given.value)] as const] : [];
    });
}

/** `['populationEstimates']` of `populationEstimates { year persons }`. */
function namesIn(selections: string): readonly string[] {
  const [operation] = parse(`{ ${selections} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
}

function objectTypes({ typeDefs }: Subgraph): readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[] {
  return typeDefs.definitions.filter(
    (definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function isResolvableEntity({ directives = [] }: ObjectTypeDefinitionNode | ObjectTypeExtensionNode): boolean {
  return directives.some(
    ({ name, arguments: given = [] }) => name.value === 'key' && !given.some((one) => one.name.value === 'resolvable'),
  );
}
