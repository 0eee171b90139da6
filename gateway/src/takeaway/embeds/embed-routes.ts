import {
  embeddedPageHeaders,
  embeddedPictureHeaders,
  renderEmbeddedPage,
  renderEmbeddedPicture,
  renderEmbeddedSentence,
} from '@boroughgraph/web/embedded-series.ts';
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
import { sendFile, tagOf } from '../file-reply.ts';
import { askWithin } from '../releases/release-question.ts';
import { embedPath, readEmbedAddress, wayToTop } from './embed-address.ts';
import { findSeries, type FoundSeries, type NoSeries } from './find-series.ts';

/**
 * Serves series for other pages to embed, drawn here, so that nothing runs where they are shown: as a page to be framed, with what must
 * stand beside its figures and the figures as a table, or as a picture. Pinned to a release they show it for as long as it stands.
 */
export function addEmbedRoutes(server: FastifyInstance, options: BindingOptions & AnsweringLimits): void {
  server.route({
    method: 'GET',
    url: `${embedPath}*`,
    compress: false,
    ...bindRequests(options),
    handler: (request, reply) => answer(request, reply, options),
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, limits: AnsweringLimits): Promise<FastifyReply> {
  const [path = '', query = ''] = request.url.split('?');
  void reply.header('vary', `accept-encoding, ${callerHeaders}`);
  const key = readEmbedAddress(path, new URLSearchParams(query));
  if (key === null) return sendNone(reply, path, noAddress);
  const { executor } = boundGeneration(request);
  const found = await findSeries(key, askWithin(executor, createContext(request, reply, limits)));
  if (found.kind !== 'series') return sendNone(reply, path, found);
  return sendSeries(request, reply, { path, query, isPicture: key.form === 'picture', found });
}

const noAddress: NoSeries = {
  kind: 404,
  reason:
    'Nothing is embedded from this address. Expected /embed/<indicator>/<area>/<dimensions or total>/<release>?by=month&last=48',
};

interface Shown {
  readonly path: string;
  readonly query: string;
  readonly isPicture: boolean;
  readonly found: FoundSeries;
}

async function sendSeries(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { path, query, isPicture, found } = shown;
  const { series, release } = found;
  // From a release, the newest figures are one part of the path before.
  const [last = '', ...before] = path.split('/').toReversed();
  const parent = before[0] ?? last;
  const live = release === null ? '' : `../${parent}?${query}`;
  const embedded = { series, release, live, top: wayToTop(path) };
  const text = await (isPicture ? renderEmbeddedPicture(embedded) : renderEmbeddedPage(embedded));
  if (text === null) return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
  const isKept = isFromNobody(request);
  const headers = {
    ...(isPicture ? embeddedPictureHeaders : embeddedPageHeaders),
    // Others may show a picture, too, whatever they require of what they show.
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': isKept ? 'no-cache' : 'private, no-store',
  };
  const bytes = Buffer.from(text);
  return sendFile(request, reply, { bytes, headers, isKept, hash: tagOf(bytes) });
}

/** A sentence in the place of figures. Nobody keeps it: what is missing may come back. */
async function sendNone(reply: FastifyReply, path: string, { kind, reason }: NoSeries): Promise<FastifyReply> {
  const page = await renderEmbeddedSentence(`${reason.replace(/\.$/, '')}.`, wayToTop(path));
  void reply.code(kind).header('cache-control', 'no-store');
  if (page === null) return reply.type('text/plain; charset=utf-8').send(`${reason}.`);
  return reply.headers(embeddedPageHeaders).send(page);
}

const notBuilt = 'The pages are not built, nor what draws figures: run npm ci, or npm run prepare.\n';
