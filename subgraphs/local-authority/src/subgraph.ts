import { readAgency } from '@boroughgraph/schema/agency.ts';
import { readSubgraphSchema } from '@boroughgraph/schema/subgraph-schema.ts';
import { coreResolvers, ownCatalogueResolvers, ownDatasetResolvers } from '@boroughgraph/kit/series/core-resolvers.ts';
import { indicatorResolvers } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import type { ServedSubgraph } from '@boroughgraph/kit/series/served-subgraph.ts';
import { findable } from './findable.ts';
import type { Resolvers } from './generated/schema-types.ts';
import { datasets, indicators } from './indicators.ts';
import { agencyCatalogue, anyDataset, anyIndicator } from './resolvers/whole-graph.ts';
import { area, otherArea } from './resolvers/area.ts';
import { borough } from './resolvers/borough.ts';
import { frameworkFields, measureFields } from './resolvers/framework.ts';
import { measuredBy } from './resolvers/measured-by.ts';
import { query } from './resolvers/query.ts';
import { safeguarding } from './resolvers/safeguarding.ts';
import { ward } from './resolvers/ward.ts';

const resolvers: Resolvers = {
  ...coreResolvers('LocalAuthorityIndicator'),
  LocalAuthorityIndicator: indicatorResolvers,
  LocalAuthorityDataset: ownDatasetResolvers,
  LocalAuthorityCatalogue: ownCatalogueResolvers,
  AnyIndicator: anyIndicator,
  AnyDataset: anyDataset,
  AgencyCatalogue: agencyCatalogue,
  Area: area,
  Borough: borough,
  OtherArea: otherArea,
  Ward: ward,
  Safeguarding: safeguarding,
  Framework: frameworkFields,
  FrameworkMeasure: measureFields,
  MeasuredBy: measuredBy,
  Query: query,
};

/** The subgraph of the 33 local authorities and of the areas of London. */
export const subgraph: ServedSubgraph = {
  ...readAgency(new URL('../', import.meta.url)),
  typeDefs: readSubgraphSchema(new URL('../schema.graphql', import.meta.url)),
  resolvers,
  indicators,
  datasets,
  findable,
};
