import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerHeaders } from '../../callers/caller-headers.ts';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
  isFromNobody,
} from '../../http/bind-request.ts';
import type { ServedGeneration } from '../../http/served-generation.ts';
import { isKnownTag } from '../../http/known-tag.ts';
import { headersOf, sendErrors } from '../answer-table.ts';
import { writeCsvComments } from '../csv.ts';
import { describeTable } from '../data-dictionary.ts';
import { statusOf } from '../error-status.ts';
import { sendNoLength } from '../file-reply.ts';
import { parametersOf } from '../graphql-table.ts';
import { noteNoFile } from '../no-file.ts';
import { askWithin } from '../releases/release-question.ts';
import { type TableFormat, tableFormats } from '../table-format.ts';
import { readTableOptions } from '../table-request.ts';
import { type StreamedFormat, writePages } from '../write-pages.ts';
import { metadataOf, sentencesOf } from '../write-table.ts';
import { datasetFilesPath, writeDatasetAddress } from './dataset-address.ts';
import { datasetColumns } from './dataset-pages.ts';
import { findDataset, type FoundDataset } from './find-dataset.ts';
import { type DatasetReading, readFirstPage, readPages } from './read-pages.ts';

/** What the forms that are sent here end with; the dictionary is one of the columns. */
const forms: ReadonlyMap<string, StreamedFormat | 'csvw'> = new Map(
  (['csv', 'ndjson', 'parquet', 'arrow', 'csvw'] as const).map((format) => [tableFormats[format].ending, format]),
);

/**
 * Serves all that answers of a dataset as one file, of any length: page after page is asked of its agency and sent, as fast as whoever reads
 * takes it. A page that cannot be had, and a load or recall in between, breaks the connection, so that nobody takes a part for the whole.
 */
export function addDatasetRoutes(server: FastifyInstance, options: BindingOptions & AnsweringLimits): void {
  server.route<{ Params: { file: string } }>({
    method: 'GET',
    url: `${datasetFilesPath}:file`,
    ...bindRequests(options),
    handler: (request, reply) =>
      answer(request, reply, { ...readName(request), limits: options, audit: options.audit }),
  });
}

interface AskedDataset {
  readonly id: string;
  readonly format: StreamedFormat | 'csvw';
  /** As things stood on that day; null for now. */
  readonly on: string | null;
}

/** @throws {HttpError} 404 for an ending that there is not, 400 for a day that is none. */
function readName({ url, params }: FastifyRequest<{ Params: { file: string } }>): AskedDataset {
  const [, id = '', ending = ''] = /^([\w-]{1,100})\.(.*)$/.exec(params.file) ?? [];
  const format = forms.get(ending);
  const on = parametersOf(url).get('on');
  if (format === undefined) {
    const message = `There is no file "${params.file.slice(0, 100)}" here. Expected the id of a dataset, with one of .${[...forms.keys()].join(', .')} after it.`;
    throw new HttpError({ status: 404, code: 'BAD_REQUEST', message });
  }
  if (on !== null && !/^\d{4}-\d\d-\d\d$/.test(on))
    throw new HttpError({
      status: 400,
      code: 'BAD_REQUEST',
      message: `"on" is "${on.slice(0, 50)}". Expected a day such as 2025-01-31.`,
    });
  return { id, format, on };
}

/** Where the file is of a dataset that is asked for by an id that it had before, relative to that address. */
function movedTo({ url }: FastifyRequest, id: string): string {
  const [, ending = ''] = /^[^?]*\/[\w-]+(\.[^?]*(\?.*)?)$/.exec(url) ?? [];
  return `./${id}${ending}`;
}

type Answering = AskedDataset & { readonly limits: AnsweringLimits } & Pick<BindingOptions, 'audit'>;

async function answer(request: FastifyRequest, reply: FastifyReply, asked: Answering): Promise<FastifyReply> {
  const { limits, id } = asked;
  const served = boundGeneration(request);
  const context = createContext(request, reply, limits);
  const isKept = isFromNobody(request);
  void reply.headers({ vary: `accept-encoding, ${callerHeaders}`, 'cache-control': 'no-store' });
  const { executor } = served;
  const found = await findDataset(id, executor.schema, askWithin(executor, context));
  if (found.kind === 'none') {
    noteNoFile(asked.audit, context, found);
    return sendErrors(reply, { status: 404, errors: [nothingOf(id)] });
  }
  if (found.kind === 'errors')
    return sendErrors(reply, { status: statusOf(found.errors, undefined), errors: found.errors });
  if (found.dataset.id !== id) return reply.redirect(movedTo(request, found.dataset.id), 301);
  const tag = isKept ? await tagFor(found, served, asked) : null;
  if (tag !== null) void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
  if (tag !== null && isKnownTag(request.headers['if-none-match'], [tag.slice(3, -1)])) return reply.code(304).send();
  return send(reply, { found, on: asked.on, executor, context, limits, request }, asked.format);
}

async function send(
  reply: FastifyReply,
  reading: DatasetReading,
  format: StreamedFormat | 'csvw',
): Promise<FastifyReply> {
  const first = await readFirstPage(reading);
  if (first.kind === 'errors') {
    void reply.removeHeader('etag').header('cache-control', 'no-store');
    return sendErrors(reply, { status: statusOf(first.errors, undefined), errors: first.errors });
  }
  const { request, found } = reading;
  const { dataset } = found;
  const synthetic = [...(reading.context.samples ?? [])];
  const url = writeDatasetAddress(dataset.id, 'csv');
  const described = {
    plan: { lists: [], columns: datasetColumns, pages: null },
    url,
    attributions: [dataset],
    synthetic,
  };
  void reply
    .headers(headersOf({ synthetic }, { table: { format, list: null }, fileName: dataset.id }))
    .headers(linkTo(dataset.id, format));
  if (format === 'csvw') return reply.send(`${JSON.stringify(describeTable(described), null, 2)}\n`);
  if (request.method === 'HEAD') return sendNoLength(reply);
  const { hasByteOrderMark, hasComments } = readTableOptions(parametersOf(request.url), format);
  const comments = hasComments ? writeCsvComments(sentencesOf(described)) : '';
  const pieces = writePages(readPages(reading, first), {
    format,
    columns: datasetColumns,
    hasByteOrderMark,
    comments,
    metadata: metadataOf(described),
  });
  return reply.send(Readable.from(pieces, { objectMode: false }));
}

/** Where the dictionary of a file is. */
function linkTo(id: string, format: TableFormat): Readonly<Record<string, string>> {
  if (format === 'csvw') return {};
  const address = writeDatasetAddress(id, 'csvw');
  return { link: `<${address}>; rel="describedby"; type="application/csvm+json"` };
}

/**
 * The tag of a file, which follows from by what it would be made: the same rows, perhaps packed in other pieces. Null where the agency does not
 * say how its catalogue stands.
 */
async function tagFor(
  { agency: { agency } }: FoundDataset,
  { generation: { connections } }: ServedGeneration,
  { id, format, on }: AskedDataset,
): Promise<string | null> {
  const state = await connections.get(agency)?.state.now();
  if (state == null) return null;
  // What is not yet due depends on the day.
  const by = JSON.stringify([id, format, on, state, londonDayAt(new Date()), datasetColumns.map(({ name }) => name)]);
  return `W/"${createHash('sha256').update(by).digest('base64url')}"`;
}

function nothingOf(id: string) {
  const message = `Nothing is held of a dataset "${id}". The datasets are at /catalogue.jsonld.`;
  return { message, extensions: { code: 'NO_SUCH_FILE' } };
}
