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
import { sendErrors } from './answer-table.ts';
import type { TableExecutor } from './table-executor.ts';
import { type DataFile, readDataName } from './data-name.ts';
import { type FileTag, sendFile, sendToCome, sendUnchanged, tagOf } from './file-reply.ts';
import { parametersOf } from './graphql-table.ts';
import { KnownFiles, tagByStates } from './known-files.ts';
import { readVariables } from './operation-variables.ts';
import { readTableOptions } from './table-request.ts';
import { type AskedFile, executeForFile } from './whole-file.ts';

/** Where an operation of the repository is a file. */
const dataPath = '/data/:file';

/** What answers at `/data/`. */
export type DataRouteOptions = BindingOptions &
  AnsweringLimits & {
    readonly operations: readonly NamedOperation[];
    /** Up to how many bytes a table has a tag by its bytes, and parts; a longer one is sent while it is made. @default 4 MiB */
    readonly wholeFileBytes?: number | undefined;
  };

/** A file of some ten thousand rows: while it is made, it is in memory with what it is made of. */
const defaultWholeBytes = 4 * 1024 * 1024;

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

type Answering = AnsweringLimits &
  Pick<DataRouteOptions, 'wholeFileBytes'> & { readonly file: DataFile; readonly known: KnownFiles };

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, known, wholeFileBytes: wholeBytes = defaultWholeBytes, ...limits }: Answering,
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
  const asked = { ...askFor(request, file, executor), request, context, limits, wholeBytes };
  const answered = await executeForFile(executor, asked);
  if (answered.kind === 'errors') return sendErrors(reply.header('cache-control', 'no-store'), answered);
  const { body } = answered;
  const headers = { ...answered.headers, ...linkOf(request, file) };
  const remember = (tag: FileTag | null) => {
    if (isKept && tag !== null) known.add(request.url, { ...made, tag });
  };
  if (body.kind === 'more') {
    const tag = isKept ? tagByStates(request, made) : null;
    remember(tag);
    return sendToCome(request, reply, { body, headers, tag });
  }
  const hash = tagOf(body.bytes);
  remember({ hash, isWeak: false });
  return sendFile(request, reply, { bytes: body.bytes, headers, isKept, hash });
}

/** What is executed for a file, and how it is written. */
function askFor(
  request: FastifyRequest,
  { operation: { name, text }, format }: DataFile,
  { schema }: TableExecutor,
): Pick<AskedFile, 'asked' | 'table' | 'fileName' | 'url'> {
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
