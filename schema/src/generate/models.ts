import { type DocumentNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';
import { indicatorTypeOf, isReference, ownTypeOf } from '../agencies/own-type.ts';
import type { SubgraphSchema } from '../subgraph-schema.ts';
import type { Models } from './printed-types.ts';

const dataset = '@boroughgraph/kit/series/dataset-model.ts#DatasetModel';
const catalogue = '{ readonly id: string }';
const indicator = '@boroughgraph/kit/statistics/indicator.ts#IndicatorDefinition';

/** What resolvers give and get for the types of the core; a type that is not named here is its own fields. */
export const coreModels: Models = {
  Agency: '@boroughgraph/kit/series/agency.ts#AgencyModel',
  Area: '{ readonly code: string }',
  CharacteristicHolding: '@boroughgraph/kit/series/characteristics.ts#CharacteristicModel',
  Dataset: dataset,
  DimensionValue: '@boroughgraph/kit/series/dimension-value.ts#DimensionValueModel',
  Holding: '@boroughgraph/kit/series/holding.ts#HoldingModel',
  Indicator: indicator,
  Observation: '@boroughgraph/kit/statistics/observation.ts#Observation as ObservationModel',
  ObservationEdition: '@boroughgraph/kit/statistics/observation.ts#Edition as EditionModel',
  Release: '@boroughgraph/kit/store/release-record.ts#ReleaseRecord',
  SearchMatch: '@boroughgraph/kit/series/search/find-things.ts#SearchMatch as SearchMatchModel',
  SeriesEvent: '@boroughgraph/kit/statistics/series-event.ts#SeriesEvent as SeriesEventModel',
  Series: '@boroughgraph/kit/series/series.ts#SeriesHandle',
  SeriesPage: '@boroughgraph/kit/series/series-page.ts#SeriesPageModel',
};

/** What a resolver gives for a type for which another agency answers: which it is, and the keys by which that one finds it. */
function referencesIn({ definitions }: DocumentNode): Models {
  const types = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION).filter(isReference);
  return Object.fromEntries(types.map((type) => [type.name.value, printReference(type)]));
}

function printReference({ name, fields = [] }: ObjectTypeDefinitionNode): string {
  const keys = ['id', 'link'].filter((key) => fields.some((field) => field.name.value === key));
  return `{ readonly __typename: '${name.value}'; ${keys.map((key) => `readonly ${key}: string`).join('; ')} }`;
}

/** What every agency has, then what its description says. */
export const modelsOf = ({ agency, own }: Pick<SubgraphSchema, 'agency' | 'own'>): Models => ({
  ...coreModels,
  ...referencesIn(own),
  [indicatorTypeOf(agency.name, own).name.value]: indicator,
  [ownTypeOf(agency.name, own, 'AnyDataset').name.value]: dataset,
  [ownTypeOf(agency.name, own, 'AgencyCatalogue').name.value]: catalogue,
  ...agency.models,
});
