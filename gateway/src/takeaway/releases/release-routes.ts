import { releaseFilesPath } from '@boroughgraph/schema/wire/paths.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { syntheticHeader } from '@boroughgraph/schema/wire/synthetic-header.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
} from '../../http/bind-request.ts';
import type { AnsweredState } from '../../operations/operation-context.ts';
import { sendErrors } from '../answer-table.ts';
import { statusOf } from '../error-status.ts';
import { sendFile } from '../file-reply.ts';
import { noteNoFile } from '../no-file.ts';
import { tableFormats } from '../table-format.ts';
import { findRelease } from './find-release.ts';
import { readReleaseAddress, type ReleaseAddress, writeReleaseAddress } from './release-address.ts';
import { type MadeFile, ReleaseDesk } from './release-desk.ts';
import { askWithin, onlyState } from './release-question.ts';
import { releaseColumns, UnreadableRelease } from './release-rows.ts';

/**
 * How long a cache may give a release's file without asking, in seconds: as long as somebody may still be given what was recalled, or is newly
 * withheld, where nobody has told the cache to let go of it. People are worth more than the requests that it spares.
 */
const releaseMaxAgeSeconds = 300;

/** Serves each open release as a file that does not change, for tools that read parts of it and for caches. */
export function addReleaseRoutes(server: FastifyInstance, options: BindingOptions & AnsweringLimits): void {
  const desk = new ReleaseDesk({ answerMs: options.answerMs, log: server.log });
  server.route<{ Params: { '*': string } }>({
    method: 'GET',
    url: `${releaseFilesPath}*`,
    compress: false,
    ...bindRequests(options),
    handler: (request, reply) => answer(request, reply, { ...options, desk }),
  });
}

type Answering = AnsweringLimits & Pick<BindingOptions, 'audit'> & { readonly desk: ReleaseDesk };

async function answer(
  request: FastifyRequest<{ Params: { '*': string } }>,
  reply: FastifyReply,
  options: Answering,
): Promise<FastifyReply> {
  const address = readReleaseAddress(request.params['*']);
  if (address === null) return refuse(reply, { status: 404, message: noAddress });
  const made = await findFile(request, reply, { ...options, address });
  if ('status' in made) return refuse(reply, made);
  const { version } = made.file;
  const today = writeReleaseAddress({ ...address, version });
  if (address.version === null) return reply.header('cache-control', 'no-store').redirect(today, 302);
  if (address.version !== version)
    return refuse(reply, {
      status: 410,
      message: `This file is served no more: what it would show has changed, as where a figure is now withheld. The file of today is ${today}.`,
      instead: today,
    });
  return send(request, reply, { ...options, address, made });
}

/** What is said where no file is. */
interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly instead?: string;
  readonly errors?: readonly GraphQLFormattedError[];
}

const noAddress =
  'There is no file at this address. Expected /data/releases/<id of a release>, and .parquet or .csv.gz after it.';

async function findFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { desk, address: { release }, ...limits }: Answering & { readonly address: ReleaseAddress },
): Promise<MadeFile | Refusal> {
  const served = boundGeneration(request);
  const known = await desk.find(release, served);
  if (known !== null) return known;
  // What is told of a release is what everybody may know, whoever asks: the file that is made by it is for all.
  const context = { ...createContext(request, reply, limits), viewer: anonymousViewer, states: [] as AnsweredState[] };
  const found = await findRelease(release, served.executor.schema, askWithin(served.executor, context));
  if (found.kind === 'none') {
    noteNoFile(limits.audit, createContext(request, reply, limits), found);
    return { status: 404, message: `There is no release "${release.slice(0, 100)}" for everybody.` };
  }
  if (found.kind === 'errors') return { status: statusOf(found.errors, undefined), message: '', errors: found.errors };
  const { recalledAt, recallReason } = found.release;
  if (recalledAt !== null)
    return {
      status: 410,
      message: `The release was recalled on ${recalledAt.slice(0, 10)}: ${recallReason ?? 'without a reason'}`,
    };
  try {
    const state = onlyState(context.states, found.agency.agency);
    return (await desk.make({ ...found, state }, served)) ?? busy;
  } catch (error) {
    if (!(error instanceof UnreadableRelease)) throw error;
    request.log.warn({ cause: error.message }, 'the file of a release could not be made');
    return unreadable;
  }
}

const busy: Refusal = { status: 503, message: 'The file is not made yet. Ask again in a minute.' };
const unreadable: Refusal = {
  status: 503,
  message: 'The agency does not answer with all of the release. Ask again in a minute.',
};

function refuse(reply: FastifyReply, { status, message, instead, errors }: Refusal): FastifyReply {
  const code = { 503: 'AGENCY_UNAVAILABLE', 410: 'FILE_GONE' }[status] ?? 'NO_SUCH_FILE';
  void reply.header('cache-control', 'no-store');
  const said = errors ?? [{ message, extensions: { code, ...(instead !== undefined && { instead }) } }];
  return sendErrors(reply, { status, errors: said });
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { made, address, ...limits }: AnsweringLimits & { readonly made: MadeFile; readonly address: ReleaseAddress },
): Promise<FastifyReply> {
  const { file, found, isSynthetic } = made;
  const bytes = address.form === 'parquet' ? file.parquet : file.csvGz;
  const name = `${isSynthetic ? 'SYNTHETIC-' : ''}${found.release.id}.${address.form}`;
  const headers = {
    'content-type': address.form === 'parquet' ? tableFormats.parquet.mediaType : 'application/gzip',
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': `public, max-age=${releaseMaxAgeSeconds}`,
    ...(isSynthetic && { [syntheticHeader]: found.dataset.id }),
  };
  const { spend } = createContext(request, reply, limits);
  const onSend = async (sent: number) =>
    spend?.(Math.ceil((file.rows * releaseColumns.length * sent) / Math.max(1, bytes.length)));
  try {
    const hash = `${file.version}.${address.form}`;
    return await sendFile(request, reply, { bytes, headers, isKept: true, isPacked: true, hash, onSend });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    void reply.removeHeader('etag');
    return refuse(reply, { status: 429, message: '', errors: [{ message, extensions: { code: extensions['code'] } }] });
  }
}
