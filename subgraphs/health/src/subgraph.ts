import { readAgency } from '@boroughgraph/schema/agency.ts';
import { readSubgraphSchema } from '@boroughgraph/schema/subgraph-schema.ts';
import { AgencyModel } from '@boroughgraph/kit/series/agency.ts';
import { coreResolvers, ownCatalogueResolvers, ownDatasetResolvers } from '@boroughgraph/kit/series/core-resolvers.ts';
import { indicatorResolvers } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import type { ServedSubgraph } from '@boroughgraph/kit/series/served-subgraph.ts';
import { findable } from './findable.ts';
import type { Resolvers } from './generated/schema-types.ts';
import { events } from './events.ts';
import { datasets, indicators } from './indicators.ts';
import { area, areaHealth } from './resolvers/area.ts';
import { healthProvider, healthProviders, provider } from './resolvers/provider.ts';

const resolvers: Resolvers = {
  ...coreResolvers('HealthIndicator'),
  HealthIndicator: indicatorResolvers,
  HealthDataset: ownDatasetResolvers,
  HealthCatalogue: ownCatalogueResolvers,
  Area: area,
  AreaHealth: areaHealth,
  Provider: provider,
  Query: {
    health: (_root, _arguments, context) => new AgencyModel(context),
    healthProviders,
    healthProvider,
  },
};

/** The subgraph of the NHS in London and of those who publish about health with it. */
export const subgraph: ServedSubgraph = {
  ...readAgency(new URL('../', import.meta.url)),
  typeDefs: readSubgraphSchema(new URL('../schema.graphql', import.meta.url)),
  resolvers,
  indicators,
  datasets,
  events,
  findable,
};
