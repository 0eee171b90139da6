import { type GraphQLNamedType, type GraphQLSchema, isAbstractType } from 'graphql';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { isArea, readOwnership } from './monolith/ownership.ts';

/** Whose failure can cost which field. */
export interface FieldAgencies {
  /** The agencies that a field of a type needs: its owners, and those of what it requires. */
  readonly of: (field: NeededField) => ReadonlySet<string>;
  /** Whether objects of a type are areas. */
  readonly isArea: (type: GraphQLNamedType | undefined) => boolean;
  /** The agency that alone knows the kinds of areas. */
  readonly areaOwner: string;
}

/** A field as it is asked for. */
export interface NeededField {
  readonly type: GraphQLNamedType | undefined;
  readonly field: string;
  /** The agencies that gave the object: the fields of a value type, and keys, are theirs. */
  readonly given: ReadonlySet<string>;
}

/** The fields by which entities are found; whoever refers to one has them. */
const keys: readonly string[] = ['code', 'id'];

/** Reads from the SDL of the subgraphs who is needed for what. @throws {Error} when no subgraph owns the areas. */
export function readFieldAgencies(schema: GraphQLSchema, subgraphs: readonly Subgraph[]): FieldAgencies {
  const { ownerOf, requiredBy } = readOwnership(subgraphs);
  const areaOwner = ownerOf('Borough', 'code')?.name;
  if (areaOwner === undefined) throw new Error('No subgraph owns the areas');
  const isOfArea = (type: GraphQLNamedType | undefined): boolean => type !== undefined && isArea(type.name);
  const of = ({ type, field, given }: NeededField): ReadonlySet<string> => {
    if (type === undefined) return given;
    // Which kind an area is, its owner alone says.
    if (field === '__typename') return new Set([...given, ...(isOfArea(type) ? [areaOwner] : [])]);
    const kinds = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const fields = [field, ...requiredBy(field)];
    const needed = kinds.flatMap((kind) => fields.map((one) => ownerOf(kind.name, one)?.name ?? null));
    const own = needed.filter((agency) => agency !== null);
    return new Set([...own, ...(needed.includes(null) || keys.includes(field) ? given : [])]);
  };
  return { of, isArea: isOfArea, areaOwner };
}
