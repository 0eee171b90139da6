import { indicatorTypeOf } from '../agencies/indicator-type.ts';
import type { SubgraphSchema } from '../subgraph-schema.ts';
import type { Models } from './printed-types.ts';

const indicator = '@boroughgraph/kit/statistics/indicator.ts#IndicatorDefinition';

/** What resolvers give and get for the types of the core; a type that is not named here is its own fields. */
export const coreModels: Models = {
  Agency: '@boroughgraph/kit/series/agency.ts#AgencyModel',
  Area: '{ readonly code: string }',
  Dataset: '@boroughgraph/kit/series/dataset-model.ts#DatasetModel',
  Indicator: indicator,
  Observation: '@boroughgraph/kit/statistics/observation.ts#Observation as ObservationModel',
  Release: '@boroughgraph/kit/store/catalogue.ts#ReleaseRecord',
  Series: '@boroughgraph/kit/series/series.ts#SeriesHandle',
  SeriesPage: '@boroughgraph/kit/series/series-page.ts#SeriesPageModel',
};

/** What every agency has, then what its description says. */
export const modelsOf = ({ agency, own }: Pick<SubgraphSchema, 'agency' | 'own'>): Models => ({
  ...coreModels,
  [indicatorTypeOf(agency.name, own).name.value]: indicator,
  ...agency.models,
});
