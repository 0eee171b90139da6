import { getNamedType, type GraphQLSchema } from 'graphql';

/** A field of the root that leads to an agency. */
export interface AgencyField {
  readonly field: string;
  /** The id of the agency, which is the name of its subgraph. */
  readonly agency: string;
}

/** The fields that lead to agencies, in the order of the schema. */
export function agencyFields(schema: GraphQLSchema): readonly AgencyField[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields
    .filter(({ type }) => getNamedType(type).name === 'Agency')
    .map(({ name }) => ({ field: name, agency: kebab(name) }));
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
