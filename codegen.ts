import type { CodegenConfig } from '@graphql-codegen/cli';
import { indicatorTypeOf } from './schema/src/agencies/indicator-type.ts';
import { coreArea, coreTypes, subgraphTypes } from './schema/src/generate/types-preset.ts';
import { readSubgraphSchemas, type SubgraphSchema } from './schema/src/subgraph-schema.ts';

// The object that a resolver gets as its parent and returns for a type; a type that is not named here is its own fields.
const indicator = '@boroughgraph/kit/statistics/indicator.ts#IndicatorDefinition';
const areaCode = '{ readonly code: string }';

const coreModels = {
  Agency: '@boroughgraph/kit/server/agency.ts#AgencyModel',
  Dataset: '@boroughgraph/kit/server/agency.ts#DatasetModel',
  Indicator: indicator,
  Observation: '@boroughgraph/kit/statistics/observation.ts#Observation as ObservationModel',
  Release: '@boroughgraph/kit/store/catalogue.ts#ReleaseRecord',
  Series: '@boroughgraph/kit/server/series.ts#SeriesHandle',
  SeriesPage: '@boroughgraph/kit/server/agency.ts#SeriesPageModel',
};

/** What every agency has, then what its description says. */
const modelsOf = ({ agency, own }: SubgraphSchema) => ({
  ...coreModels,
  Area: areaCode,
  [indicatorTypeOf(agency.name, own).name.value]: indicator,
  ...agency.models,
});

const plugins = ['typescript', 'typescript-resolvers'];
const coreConfig = { mappers: { ...coreModels, Area: areaCode } };

const config: CodegenConfig = {
  generates: {
    ...Object.fromEntries(
      readSubgraphSchemas().map((subgraph) => [
        `subgraphs/${subgraph.name}/src/generated/schema-types.ts`,
        {
          schema: ['schema/core.graphql', `subgraphs/${subgraph.name}/schema.graphql`],
          preset: subgraphTypes(subgraph, coreConfig),
          plugins,
          config: { mappers: modelsOf(subgraph) },
        },
      ]),
    ),
    // The kit resolves the vocabulary for every subgraph.
    'subgraphs/kit/src/generated/core-types.ts': {
      schema: ['schema/core.graphql', coreArea],
      preset: coreTypes,
      plugins,
      config: coreConfig,
    },
  },
  config: {
    contextType: '@boroughgraph/kit/server/context.ts#RequestContext',
    enumsAsTypes: true,
    federation: true,
    immutableTypes: true,
    nonOptionalTypename: false,
    // Days are YYYY-MM-DD strings and instants ISO 8601 strings everywhere; an id is never a number.
    scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
    useTypeImports: true,
  },
};

export default config;
