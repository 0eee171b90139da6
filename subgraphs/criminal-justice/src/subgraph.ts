import { readAgency } from '@boroughgraph/schema/agency.ts';
import { readSubgraphSchema } from '@boroughgraph/schema/subgraph-schema.ts';
import { AgencyModel } from '@boroughgraph/kit/series/agency.ts';
import { coreResolvers, ownCatalogueResolvers, ownDatasetResolvers } from '@boroughgraph/kit/series/core-resolvers.ts';
import { indicatorResolvers } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import type { ServedSubgraph } from '@boroughgraph/kit/series/served-subgraph.ts';
import { findable } from './findable.ts';
import type { Resolvers } from './generated/schema-types.ts';
import { datasets, indicators } from './indicators.ts';
import { area, courtDelay, prosecution, youthJustice } from './resolvers/area.ts';
import { court, courtQueries } from './resolvers/courts.ts';

const resolvers: Resolvers = {
  ...coreResolvers('JusticeIndicator'),
  JusticeIndicator: indicatorResolvers,
  JusticeDataset: ownDatasetResolvers,
  JusticeCatalogue: ownCatalogueResolvers,
  Area: area,
  Court: court,
  CourtDelay: courtDelay,
  Prosecution: prosecution,
  YouthJustice: youthJustice,
  Query: { criminalJustice: (_root, _arguments, context) => new AgencyModel(context), ...courtQueries },
};

/** The subgraph of the courts, the Crown Prosecution Service and HM Inspectorate of Probation in London. */
export const subgraph: ServedSubgraph = {
  ...readAgency(new URL('../', import.meta.url)),
  typeDefs: readSubgraphSchema(new URL('../schema.graphql', import.meta.url)),
  resolvers,
  indicators,
  datasets,
  findable,
};
