import {
  embeddedPageHeaders,
  embeddedPictureHeaders,
  renderComparisonPage,
  renderComparisonPicture,
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
import { askWithin, type Asking } from '../releases/release-question.ts';
import { embedPath, isOfComparison, readComparisonAddress, readEmbedAddress, wayToTop } from './embed-address.ts';
import { findComparison } from './find-comparison.ts';
import { findSeries, type NoSeries } from './find-series.ts';

/**
 * Serves series and comparisons for other pages to embed, drawn here, so that nothing runs where they are shown: as a page to be framed, with what must
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
  const { executor } = boundGeneration(request);
  const asking = { path, query, ask: askWithin(executor, createContext(request, reply, limits)) };
  const shown = await (isOfComparison(path) ? showComparison(asking) : showSeries(asking));
  if (shown === null) return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
  return 'kind' in shown ? sendNone(reply, path, shown) : sendShown(request, reply, shown);
}

interface AskedPlace {
  readonly path: string;
  readonly query: string;
  readonly ask: Asking;
}

/** A page or a picture; null where the pages are not built. */
type Shown = { readonly text: string; readonly isPicture: boolean } | NoSeries | null;

async function showSeries({ path, query, ask }: AskedPlace): Promise<Shown> {
  const key = readEmbedAddress(path, new URLSearchParams(query));
  if (key === null) return noAddress;
  const found = await findSeries(key, ask);
  if (found.kind !== 'series') return found;
  const { series, release } = found;
  const embedded = { series, release, live: liveAddress(path, query, release !== null), top: wayToTop(path) };
  const isPicture = key.form === 'picture';
  const text = await (isPicture ? renderEmbeddedPicture(embedded) : renderEmbeddedPage(embedded));
  return text === null ? null : { text, isPicture };
}

async function showComparison({ path, query, ask }: AskedPlace): Promise<Shown> {
  const key = readComparisonAddress(path, new URLSearchParams(query));
  if (key === null) return noComparison;
  const found = await findComparison(key, ask);
  if (found.kind !== 'comparison') return found;
  const { answer: answered, release } = found;
  const chosen = { indicator: key.indicator, narrowing: key.dimensions };
  const live = liveAddress(path, query, release !== null);
  const embedded = { answer: answered, chosen, view: key.view, release, live, top: wayToTop(path) };
  const isPicture = key.form === 'picture';
  const drawn = await (isPicture ? renderComparisonPicture(embedded) : renderComparisonPage(embedded));
  if (drawn === null || drawn.kind === 'drawn') return drawn && { text: drawn.text, isPicture };
  return { kind: 404, reason: drawn.reason };
}

/** The address of the newest figures: from a release, one part of the path before. */
function liveAddress(path: string, query: string, isPinned: boolean): string {
  const [last = '', ...before] = path.split('/').toReversed();
  return isPinned ? `../${before[0] ?? last}?${query}` : '';
}

const noAddress: NoSeries = {
  kind: 404,
  reason:
    'Nothing is embedded from this address. Expected /embed/<indicator>/<area>/<dimensions or total>/<release>?by=month&last=48',
};

const noComparison: NoSeries = {
  kind: 404,
  reason:
    'No comparison is embedded from this address. Expected /embed/compare/<indicator>/<dimensions or total>/<release>?show=map, or chart, or multiples',
};

function sendShown(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, isPicture }: { readonly text: string; readonly isPicture: boolean },
): Promise<FastifyReply> {
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
