import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTag } from '../http/known-tag.ts';
import { type BodyToCome, streamOf } from './gathered-file.ts';

const compress = promisify(gzip);

// Smaller files fit into one packet anyway.
const compressFromBytes = 1_024;

/** The tag of a file: weak where it follows from by what the file is made, and not from its bytes. */
export interface FileTag {
  readonly hash: string;
  readonly isWeak: boolean;
}

/** A file that is there whole. */
export interface FileToSend {
  readonly bytes: Buffer;
  /** What it is, and how long it may be kept. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it may be kept and asked for again: then it has an `etag`. */
  readonly isKept: boolean;
  /** Its tag: see {@link tagOf}. */
  readonly hash: string;
  /** Whether it is as small as it gets, so that it is sent as it is. @default false */
  readonly isPacked?: boolean;
  /** Told how many bytes of it are about to be sent; what it throws is sent in their place. @default nobody is told */
  readonly onSend?: (bytes: number) => Promise<void>;
}

/**
 * Sends a file as RFC 9110 has it: 304 where the client has it already, 206 for one range of bytes, 416 for one that lies outside,
 * compressed for those who ask for it. What is compressed has an `etag` of its own, and a range is of the file as it is.
 */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileToSend): Promise<FastifyReply> {
  const { bytes, headers, isKept, hash, isPacked = false } = file;
  void reply.headers({ ...headers, 'accept-ranges': 'bytes' });
  const [plainTag, compressedTag] = [`"${hash}"`, `"${hash}-gzip"`];
  if (isKept && isKnown(request, hash)) return sendUnchanged(reply, { hash, isWeak: false });
  // A range is a part of what GET sends, and of nothing else.
  const range = request.method === 'HEAD' ? null : readRange(request.headers.range, bytes.length);
  const isWanted = !isKept || request.headers['if-range'] === undefined || request.headers['if-range'] === plainTag;
  const isAsked = range !== null && isWanted;
  if (request.method !== 'HEAD') await file.onSend?.(isAsked ? lengthOf(range) : bytes.length);
  const isCompressed = !isAsked && !isPacked && takesGzip(request) && bytes.length >= compressFromBytes;
  if (isKept) void reply.header('etag', isCompressed ? compressedTag : plainTag);
  if (isAsked) return sendRange(reply, bytes, range);
  if (!isCompressed) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(await compress(bytes));
}

const takesGzip = ({ headers }: FastifyRequest) =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(headers['accept-encoding'] ?? '');

/** A file that is still being made. */
export interface FileToCome extends Pick<FileToSend, 'headers'> {
  readonly body: BodyToCome;
  /** Its tag, which follows from by what it is made; null where that is not known, or it may not be kept. */
  readonly tag: FileTag | null;
}

/**
 * Sends a file that is made while it is sent, as fast as whoever reads takes it: whole, since no part of it can be found before the rest is
 * made. What goes wrong on the way breaks the connection, so that nobody takes a part for the whole.
 */
export async function sendToCome(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, headers, tag }: FileToCome,
): Promise<FastifyReply> {
  void reply.headers({ ...headers, 'accept-ranges': 'none', ...(tag !== null && { etag: writeTag(tag) }) });
  const isThere = tag !== null && isKnown(request, tag.hash);
  if (isThere || request.method === 'HEAD') await body.rest.return(undefined);
  if (isThere) return reply.code(304).send();
  if (request.method === 'HEAD') return sendNoLength(reply);
  const stream = streamOf(body);
  breakOff(request, stream);
  if (!takesGzip(request)) return reply.send(stream);
  const packed = createGzip();
  // Who sends it looks after what goes wrong with it.
  pipeline(stream, packed, () => undefined);
  return reply.header('content-encoding', 'gzip').send(packed);
}

/** Answers HEAD of a file whose length is not known: an empty body would say that it is 0. */
export function sendNoLength(reply: FastifyReply): FastifyReply {
  return reply.send(Readable.from([]));
}

/** HTTP/1.0 ends a file by ending the connection: one that is not whole ends it as a connection ends that is lost. */
function breakOff({ raw: { httpVersion, socket } }: FastifyRequest, stream: Readable): void {
  if (httpVersion !== '1.0') return;
  stream.once('error', () => socket.resetAndDestroy());
}

/** The tag of a file follows from its bytes, so that it is the same wherever the file is made. */
export function tagOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** Whether a request says that the client has the file of a tag, compressed or not. */
export function isKnown({ headers }: FastifyRequest, hash: string): boolean {
  return isKnownTag(headers['if-none-match'], [hash, `${hash}-gzip`]);
}

/** Says that the file which the client has is still the right one. */
export function sendUnchanged(reply: FastifyReply, tag: FileTag): FastifyReply {
  return reply.code(304).header('etag', writeTag(tag)).send();
}

const writeTag = ({ hash, isWeak }: FileTag) => `${isWeak ? 'W/' : ''}"${hash}"`;

/** The first byte and the last; both null for a range that lies outside. */
interface Range {
  readonly first: number | null;
  readonly last: number;
}

/** One range of bytes; null where none is asked for, or several, or in another unit, so that the whole file is sent. */
function readRange(header: string | undefined, length: number): Range | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '')
    return Number(to) === 0 || length === 0 ? outside : { first: Math.max(0, length - Number(to)), last: length - 1 };
  const [first, last] = [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)];
  if (to !== '' && Number(to) < first) return null;
  return first >= length ? outside : { first, last };
}

const outside: Range = { first: null, last: 0 };

const lengthOf = ({ first, last }: Range) => (first === null ? 0 : last - first + 1);

function sendRange(reply: FastifyReply, bytes: Buffer, { first, last }: Range): FastifyReply {
  if (first === null) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
  return reply
    .code(206)
    .header('content-range', `bytes ${first}-${last}/${bytes.length}`)
    .send(bytes.subarray(first, last + 1));
}
