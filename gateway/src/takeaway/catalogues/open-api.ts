import {
  getOperationAST,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';
import type { NamedOperation } from '../../supergraph/schema-files.ts';
import { optionNames, type VariableField, variableFields } from '../operation-variables.ts';
import { formatNames, tableFormats } from '../table-format.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The doors that answer GET, in the form of OpenAPI: each named operation as a file in every form, files of releases, addresses of numbers, the
 * catalogue and the feeds. Source: OpenAPI Specification v3.1.1, 24 October 2024.
 */
export function writeOpenApi(operations: readonly NamedOperation[], schema: GraphQLSchema): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'boroughgraph',
      version: '1',
      description:
        'What can be taken away by an address alone. Errors come in place of a file, as JSON with the codes of the README.',
    },
    paths: {
      ...Object.fromEntries(operations.map((operation) => describeOperation(operation, schema))),
      ...otherDoors,
    },
    components: { responses: { Error: errorResponse } },
  };
}

function describeOperation({ name, text }: NamedOperation, schema: GraphQLSchema): readonly [string, Json] {
  const operation = getOperationAST(parse(text));
  const fields = operation ? variableFields(operation, schema) : [];
  const content = Object.fromEntries(
    formatNames.map((format) => [tableFormats[format].mediaType, { schema: formatSchema(format) }]),
  );
  return [
    `/data/${name}.{format}`,
    {
      get: {
        operationId: name,
        summary: summaryOf(text) ?? `The operation ${name} as a file.`,
        parameters: [
          pathParameter('format', [...formatNames.map((format) => tableFormats[format].ending), 'json']),
          ...fields.map(describeVariable),
          ...[...optionNames].map((option) =>
            queryParameter(option, { type: option === 'list' ? 'string' : 'boolean' }),
          ),
        ],
        responses: {
          200: { description: 'The file.', content: { ...content, 'application/json': {} } },
          206: { description: 'A range of it, where it is of 4 MiB at most.' },
          304: { description: 'Whoever asks has it already.' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
  ];
}

/** The comment with which an operation begins. */
function summaryOf(text: string): string | null {
  const comment = /^(?:#[^\n]*\n)+/.exec(text)?.[0] ?? '';
  return comment.replaceAll(/^# ?/gm, '').replaceAll('\n', ' ').trim() || null;
}

function formatSchema(format: (typeof formatNames)[number]): Json {
  return format === 'csv' || format === 'ndjson' ? { type: 'string' } : {};
}

function describeVariable({ name, type, isNeeded }: VariableField): Json {
  return { ...queryParameter(name, describeType(type)), required: isNeeded, explode: true };
}

function describeType(type: GraphQLInputType): Json {
  if (isNonNullType(type)) return describeType(type.ofType);
  if (isListType(type)) return { type: 'array', items: describeType(type.ofType) };
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  return scalars[String(type)] ?? { type: 'string' };
}

const scalars: Readonly<Record<string, Json>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
};

const queryParameter = (name: string, schema: Json): Json => ({ name, in: 'query', schema });
const pathParameter = (name: string, values: readonly string[] | null): Json => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', ...(values && { enum: values }) },
});

const errorResponse = {
  description: 'What is wrong, in place of the file.',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['errors'],
        properties: {
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              properties: {
                message: { type: 'string' },
                extensions: { type: 'object', properties: { code: { type: 'string' }, instead: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
  },
};

/** @param names - The parts of the path, each with the values that it may have; null for any. */
function door(
  summary: string,
  mediaTypes: readonly string[],
  names: Readonly<Record<string, readonly string[] | null>> = {},
): Json {
  const content = Object.fromEntries(mediaTypes.map((type) => [type, {}]));
  return {
    get: {
      summary,
      parameters: Object.entries(names).map(([name, values]) => pathParameter(name, values)),
      responses: { 200: { description: summary, content }, default: { $ref: '#/components/responses/Error' } },
    },
  };
}

const otherDoors: Json = {
  '/data/datasets/{dataset}.{form}': door(
    'All that answers of a dataset, page after page as it is read; broken off where a page cannot be had.',
    (['csv', 'ndjson', 'parquet', 'arrow', 'csvw'] as const).map((format) => tableFormats[format].mediaType),
    {
      dataset: null,
      form: (['csv', 'ndjson', 'parquet', 'arrow', 'csvw'] as const).map((format) => tableFormats[format].ending),
    },
  ),
  '/data/releases/{release}.{form}': door(
    'The file of a release: leads to the version of today. 410 once the release is recalled.',
    [tableFormats.parquet.mediaType, 'application/gzip'],
    { release: null, form: ['parquet', 'csv.gz'] },
  ),
  '/n/{agency}/{indicator}/{area}/{dimensions}/{period}/{release}': door(
    'One number as its release has it. 410 once it is recalled or withheld.',
    ['text/html', 'application/json', 'text/csv', 'application/x-bibtex'],
    { agency: null, indicator: null, area: null, dimensions: null, period: null, release: null },
  ),
  '/catalogue.jsonld': door('All datasets that are held for everybody, in DCAT 3.', ['application/ld+json']),
  '/corrections.{form}': door(
    'Which releases corrected figures and which were recalled, why, when, and what answers now.',
    ['application/json', 'text/csv'],
    {
      form: ['json', 'csv'],
    },
  ),
  '/feeds/releases.atom': door('What was released and recalled.', ['application/atom+xml']),
  '/feeds/{dataset}.atom': door('What was released and recalled of one dataset.', ['application/atom+xml'], {
    dataset: null,
  }),
  '/schema.graphql': door('The schema of the endpoint.', ['application/graphql']),
};
