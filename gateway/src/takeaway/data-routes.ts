import { purposeHeader } from '@boroughgraph/schema/wire/purposes.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, parse } from 'graphql';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
} from '../http/bind-request.ts';
import type { NamedOperation } from '../supergraph/schema-files.ts';
import { sendErrors } from './answer-table.ts';
import { type DataFile, readDataName } from './data-name.ts';
import { sendFile } from './file-reply.ts';
import { parametersOf } from './graphql-table.ts';
import { readVariables } from './operation-variables.ts';
import { readTableOptions } from './table-request.ts';
import { executeForFile } from './whole-file.ts';

/** Where an operation of the repository is a file. */
const dataPath = '/data/:file';

/** What answers at `/data/`. */
export type DataRouteOptions = BindingOptions & AnsweringLimits & { readonly operations: readonly NamedOperation[] };

/**
 * Serves each named operation as a file whose address stays: `/data/<operation>.csv?code=E09000012`, for tools that take an address
 * and nothing else. No header has to come along as with `/graphql`: nobody chooses the text, and no page of others can read the answer.
 */
export function addDataRoutes(server: FastifyInstance, options: DataRouteOptions): void {
  server.route<{ Params: { file: string } }>({
    method: 'GET',
    url: dataPath,
    // Files are compressed here, where their tags are made.
    compress: false,
    ...bindRequests(options),
    handler: (request, reply) =>
      answer(request, reply, { ...options, file: readDataName(request.params.file, options.operations) }),
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, ...limits }: AnsweringLimits & { readonly file: DataFile },
): Promise<FastifyReply> {
  const { executor } = boundGeneration(request);
  const parameters = parametersOf(request.url);
  const { name, text } = file.operation;
  const operation = getOperationAST(parse(text));
  if (!operation) throw new Error(`${name}.graphql has no operation, or several`);
  const asked = {
    text,
    hash: null,
    operationName: undefined,
    variables: readVariables(parameters, operation, executor.schema),
  };
  const table = file.format === null ? null : readTableOptions(parameters, file.format);
  const context = createContext(request, reply, limits);
  void reply.header('vary', `accept-encoding, authorization, ${purposeHeader}`);
  const url = addressOf(request, `${name}.csv`);
  const answered = await executeForFile(executor, request, { asked, table, context, fileName: name, url });
  if (answered.kind === 'errors') return sendErrors(reply.header('cache-control', 'no-store'), answered);
  const isKept = request.headers.authorization === undefined;
  const headers = {
    ...answered.headers,
    'cache-control': isKept ? 'no-cache' : 'private, no-store',
    ...linkOf(request, file),
  };
  return sendFile(request, reply, { bytes: answered.bytes, headers, isKept });
}

/** Where the dictionary of a table is. */
function linkOf(request: FastifyRequest, { format, operation }: DataFile): Readonly<Record<string, string>> {
  if (format !== 'csv' && format !== 'ndjson') return {};
  const address = addressOf(request, `${operation.name}.csv-metadata.json`);
  return { link: `<${address}>; rel="describedby"; type="application/csvm+json"` };
}

/** The address of another file of the same operation, with the same variables. */
function addressOf({ url }: FastifyRequest, file: string): string {
  const parameters = parametersOf(url).toString();
  return `/data/${file}${parameters === '' ? '' : `?${parameters}`}`;
}
