import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, parse } from 'graphql';
import { callerHeaders } from '../callers/caller-headers.ts';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
  isFromNobody,
} from '../http/bind-request.ts';
import type { AnsweredState } from '../operations/operation-context.ts';
import type { NamedOperation } from '../supergraph/schema-files.ts';
import { sendErrors, type TableExecutor } from './answer-table.ts';
import { type DataFile, readDataName } from './data-name.ts';
import { sendFile, sendUnchanged, tagOf } from './file-reply.ts';
import { parametersOf } from './graphql-table.ts';
import { KnownFiles } from './known-files.ts';
import { readVariables } from './operation-variables.ts';
import { readTableOptions } from './table-request.ts';
import { type AskedFile, executeForFile } from './whole-file.ts';

/** Where an operation of the repository is a file. */
const dataPath = '/data/:file';

/** What answers at `/data/`. */
export type DataRouteOptions = BindingOptions & AnsweringLimits & { readonly operations: readonly NamedOperation[] };

/**
 * Serves each named operation as a file whose address stays: `/data/<operation>.csv?code=E09000012`, for tools that take an address
 * and nothing else. No header has to come along as with `/graphql`: nobody chooses the text, and no page of others can read the answer.
 */
export function addDataRoutes(server: FastifyInstance, options: DataRouteOptions): void {
  const known = new KnownFiles();
  server.route<{ Params: { file: string } }>({
    method: 'GET',
    url: dataPath,
    // Files are compressed here, where their tags are made.
    compress: false,
    ...bindRequests(options),
    handler: (request, reply) =>
      answer(request, reply, { ...options, known, file: readDataName(request.params.file, options.operations) }),
  });
}

type Answering = AnsweringLimits & { readonly file: DataFile; readonly known: KnownFiles };

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, known, ...limits }: Answering,
): Promise<FastifyReply> {
  const { executor, generation } = boundGeneration(request);
  const isKept = isFromNobody(request);
  void reply.headers({
    vary: `accept-encoding, ${callerHeaders}`,
    'cache-control': isKept ? 'no-cache' : 'private, no-store',
  });
  const confirmed = isKept ? await known.confirm(request.url, request, generation) : null;
  if (confirmed !== null) return sendUnchanged(reply, confirmed);
  const made = { generation, day: known.today(), answered: [] as AnsweredState[] };
  const context = { ...createContext(request, reply, limits), states: made.answered };
  const answered = await executeForFile(executor, request, { ...askFor(request, file, executor), context });
  if (answered.kind === 'errors') return sendErrors(reply.header('cache-control', 'no-store'), answered);
  const hash = tagOf(answered.bytes);
  if (isKept) known.add(request.url, { ...made, hash });
  const headers = { ...answered.headers, ...linkOf(request, file) };
  return sendFile(request, reply, { bytes: answered.bytes, headers, isKept, hash });
}

/** What is executed for a file, and how it is written. */
function askFor(
  request: FastifyRequest,
  { operation: { name, text }, format }: DataFile,
  { schema }: TableExecutor,
): Omit<AskedFile, 'context'> {
  const parameters = parametersOf(request.url);
  const operation = getOperationAST(parse(text));
  if (!operation) throw new Error(`${name}.graphql has no operation, or several`);
  const variables = readVariables(parameters, operation, schema);
  return {
    asked: { text, hash: null, operationName: undefined, variables },
    table: format === null ? null : readTableOptions(parameters, format),
    fileName: name,
    url: addressOf(request, `${name}.csv`),
  };
}

/** Where the dictionary of a table is. */
function linkOf(request: FastifyRequest, { format, operation }: DataFile): Readonly<Record<string, string>> {
  if (format === null || format === 'csvw') return {};
  const address = addressOf(request, `${operation.name}.csv-metadata.json`);
  return { link: `<${address}>; rel="describedby"; type="application/csvm+json"` };
}

/** The address of another file of the same operation, with the same variables. */
function addressOf({ url }: FastifyRequest, file: string): string {
  const parameters = parametersOf(url).toString();
  return `/data/${file}${parameters === '' ? '' : `?${parameters}`}`;
}
