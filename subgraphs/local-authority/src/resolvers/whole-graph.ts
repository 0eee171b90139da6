import { nearestOf } from '@boroughgraph/kit/files/nearest.ts';
import { AgencyModel } from '@boroughgraph/kit/series/agency.ts';
import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import { type AgencyName, type IndicatorLink, linkedAgencies } from '../frameworks/indicator-links.ts';
import { definedIds } from '../generated/defined-ids.ts';
import { catalogueTypes, datasetTypes } from '../generated/indicator-types.ts';
import type {
  AgencyCatalogueResolvers,
  AnyDatasetResolvers,
  AnyIndicatorResolvers,
  QueryResolvers,
} from '../generated/schema-types.ts';
import { indicatorOf } from './measured-by.ts';

/** Where questions start that do not say which agency they are for. Whose an id is, a list that is made with the graph says. */
export const wholeGraph: Pick<QueryResolvers, 'catalogue' | 'indicator' | 'dataset'> = {
  catalogue: () => linkedAgencies.map((id) => ({ __typename: catalogueTypes[id], id })),
  indicator: (_root, { id }) => indicatorOf(linkTo(id)),
  dataset: (_root, { id: given }, context) => {
    const id = idOfDataset(given);
    const agency = holderOf('datasets', id);
    if (agency === 'local-authority') return new AgencyModel(context).dataset(id);
    return { __typename: datasetTypes[agency], id };
  },
};

/** A reference says of which type it is; a model is one of ours. */
export const anyIndicator: AnyIndicatorResolvers = {
  __resolveType: (indicator) => typenameIn(indicator) ?? 'LocalAuthorityIndicator',
};
export const anyDataset: AnyDatasetResolvers = {
  __resolveType: (dataset) => typenameIn(dataset) ?? 'LocalAuthorityDataset',
};
export const agencyCatalogue: AgencyCatalogueResolvers = {
  __resolveType: (catalogue) => typenameIn(catalogue) ?? 'LocalAuthorityCatalogue',
};

/** The type that a reference names; null for what is no reference. */
function typenameIn<T extends string>(given: object & { readonly __typename?: T }): T | null {
  return given.__typename ?? null;
}

/** Ids are in lower case, whatever somebody typed. */
const idOf = (id: string) => id.trim().toLowerCase();

/** The id that a dataset has now. */
function idOfDataset(given: string): string {
  const id = idOf(given);
  return linkedAgencies.map((agency) => definedIds[agency].renamed[id]).find((now) => now !== undefined) ?? id;
}

/** A link to the indicator of an id, of any agency. @throws a BAD_USER_INPUT that lists ids which may have been meant. */
export function linkTo(given: string): IndicatorLink {
  return { agency: holderOf('indicators', given), id: idOf(given) };
}

/** The agency that defines an indicator or a dataset. @throws a BAD_USER_INPUT that lists ids which may have been meant. */
function holderOf(kind: 'indicators' | 'datasets', given: string): AgencyName {
  const id = idOf(given);
  const found = linkedAgencies.find((agency) => definedIds[agency][kind].includes(id));
  if (found !== undefined) return found;
  const all = linkedAgencies.flatMap((agency) => definedIds[agency][kind]);
  const near = nearestOf(id, all);
  const one = kind === 'indicators' ? 'indicator' : 'dataset';
  const expected = near.length > 0 ? near.join(', ') : `${all[0] ?? 'none'}; catalogue lists all`;
  throw badUserInput(
    `${JSON.stringify(given.slice(0, longestQuoted))} is the id of no ${one}: expected one such as ${expected}`,
  );
}

/** Letters of an id that an error quotes: no id is longer. */
const longestQuoted = 100;
