import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { encodeInTurns } from '../process/encode-in-turns.ts';
import { maxAnswerBytes } from '../wire/limits.ts';

/** Bytes that a client takes in `sendMs` at least of an answer that is made as it is read: 140 kilobits a second. */
const leastTaken = 1_000_000;

// In characters, or bytes.
const longText = 256 * 1024;

/** Bytes of two answers that are as large as they may be. */
export const twoLargest = 2 * maxAnswerBytes;

/** Node encodes a text at once: ten megabytes keep everybody waiting. */
export function encodeLongAnswers(server: FastifyInstance): void {
  server.addHook('onSend', (_request, _reply, payload) =>
    typeof payload === 'string' && payload.length >= longText ? encodeInTurns(payload) : Promise.resolve(payload),
  );
}

/** Cuts off every client of a server that does not read its answer. */
export function cutSlowReaders(server: FastifyInstance, sendMs: number): void {
  server.addHook('onSend', (_request, { raw }, payload) => {
    cutSlowReader(raw, sendMs, payload instanceof Readable);
    return Promise.resolve();
  });
}

/**
 * Cuts off a client that has not read its answer in time: he holds the whole of it in our memory; of what is made as it is read, a piece.
 *
 * @param isMadeAsRead - Whether he may take longer as long as he takes enough.
 */
export function cutSlowReader(raw: ServerResponse, sendMs: number, isMadeAsRead: boolean): void {
  let sent = sentOver(raw);
  const timer = setInterval(() => {
    const isTaking = isMadeAsRead && (raw.writableLength === 0 || sentOver(raw) - sent >= leastTaken);
    if (!isTaking) raw.destroy();
    sent = sentOver(raw);
  }, sendMs).unref();
  raw.once('close', () => {
    clearInterval(timer);
  });
}

/**
 * Many who read slowly hold much together, each within what a client may: where there is too much, whoever has been reading longest is cut
 * off, and not whoever comes.
 */
export function boundUnread(server: FastifyInstance, maxBytes: number): void {
  const unread = new Map<ServerResponse, number>();
  let bytes = 0;
  server.addHook('onSend', (_request, { raw }, payload) => {
    if (!(payload instanceof Uint8Array) || payload.length < longText) return Promise.resolve();
    unread.set(raw, payload.length);
    bytes += payload.length;
    raw.once('close', () => {
      bytes -= unread.get(raw) ?? 0;
      unread.delete(raw);
    });
    for (const [oldest] of bytes > maxBytes ? [...unread] : []) {
      if (bytes <= maxBytes || oldest === raw) break;
      bytes -= unread.get(oldest) ?? 0;
      unread.delete(oldest);
      oldest.destroy();
    }
    return Promise.resolve();
  });
}

/** Bytes that the machine has taken of a connection. */
const sentOver = ({ socket }: ServerResponse) => (socket === null ? 0 : socket.bytesWritten - socket.writableLength);
