import { readAgency } from '@boroughgraph/schema/agency.ts';
import { readSubgraphSchema } from '@boroughgraph/schema/subgraph-schema.ts';
import { AgencyModel } from '@boroughgraph/kit/series/agency.ts';
import { coreResolvers, ownCatalogueResolvers, ownDatasetResolvers } from '@boroughgraph/kit/series/core-resolvers.ts';
import { indicatorResolvers } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import type { Resolvers } from './generated/schema-types.ts';
import { events } from './events.ts';
import { datasets, indicators } from './indicators.ts';
import { area } from './resolvers/area.ts';
import { crime } from './resolvers/crime.ts';

const resolvers: Resolvers = {
  ...coreResolvers('PolicingIndicator'),
  PolicingIndicator: indicatorResolvers,
  PolicingDataset: ownDatasetResolvers,
  PolicingCatalogue: ownCatalogueResolvers,
  Area: area,
  Crime: crime,
  Query: { policing: (_root, _arguments, context) => new AgencyModel(context) },
};

/** The subgraph of the Metropolitan Police and the Mayor's Office for Policing and Crime. */
export const subgraph: Subgraph = {
  ...readAgency(new URL('../', import.meta.url)),
  typeDefs: readSubgraphSchema(new URL('../schema.graphql', import.meta.url)),
  resolvers,
  indicators,
  datasets,
  events,
};
