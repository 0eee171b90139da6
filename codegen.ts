import type { CodegenConfig } from '@graphql-codegen/cli';
import { coreArea, coreTypes, subgraphTypes } from './schema/src/generate/types-preset.ts';
import { readSubgraphSchemas } from './schema/src/subgraph-schema.ts';

// The object that a resolver gets as its parent and returns for a type; a type that is not named here is its own fields.
const indicator = '@boroughgraph/kit/statistics/indicator.ts#IndicatorDefinition';
const areaCode = '{ readonly code: string }';
// What @requires brings along; absent where the request does not ask for the rate.
const areaWithResidents =
  '{ readonly code: string; readonly populationEstimates?: Maybe<ReadonlyArray<PopulationEstimate>> }';

const coreModels = {
  Agency: '@boroughgraph/kit/server/agency.ts#AgencyModel',
  Dataset: '@boroughgraph/kit/server/agency.ts#DatasetModel',
  Indicator: indicator,
  Observation: '@boroughgraph/kit/statistics/observation.ts#Observation as ObservationModel',
  Release: '@boroughgraph/kit/store/catalogue.ts#ReleaseRecord',
  Series: '@boroughgraph/kit/server/series.ts#SeriesHandle',
  SeriesPage: '@boroughgraph/kit/server/agency.ts#SeriesPageModel',
};

// Types such as Crime only group what is measured on an area: behind each stands the area.
const subgraphModels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  policing: { Area: areaWithResidents, Crime: areaCode, PolicingIndicator: indicator },
  'criminal-justice': {
    Area: areaCode,
    Court: '../resolvers/known-courts.ts#KnownCourt',
    CourtDelay: areaCode,
    JusticeIndicator: indicator,
    Prosecution: areaCode,
    YouthJustice: areaCode,
  },
  health: {
    Area: areaCode,
    AreaHealth: areaCode,
    HealthIndicator: indicator,
    // From the generated file's own folder, as the types of a subgraph's own files are.
    Provider: '../provider.ts#ProviderRecord',
  },
  'local-authority': {
    Area: areaCode,
    Borough: areaCode,
    LocalAuthorityIndicator: indicator,
    OtherArea: areaCode,
    Safeguarding: areaCode,
    Ward: areaCode,
  },
};

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
          config: { mappers: { ...coreModels, ...subgraphModels[subgraph.name] } },
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
